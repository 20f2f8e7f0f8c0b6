/** Words of what is said against a public row, or for one's own. This file imports nothing. */

/** What may be wrong about a row of the public notice. */
export const objectionReasons = {
  not_there: '这个人没有到场',
  left_early: '实际离开得更早',
  came_late: '实际到得更晚',
  wrong_person: '不是本人参加的',
  other: '其他问题',
} as const;
export type ObjectionReason = keyof typeof objectionReasons;

export const disputeKinds = { objection: '公示异议', appeal: '本人申诉' } as const;
export type DisputeKind = keyof typeof disputeKinds;

export const disputeStates = {
  open: '正在核实',
  upheld: '已采纳',
  dismissed: '未采纳',
} as const;
export type DisputeState = keyof typeof disputeStates;
