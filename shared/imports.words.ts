/** Words of lists of people. This file imports nothing. */

/** How far a list of people has come; stopped when its organisation was frozen or a row could not be read for a day. */
export const importStates = { running: '处理中', done: '已完成', stopped: '已停止' } as const;
export type ImportState = keyof typeof importStates;

/** What became of a row of such a list. */
export const importOutcomes = {
  pending: '等待处理',
  invited: '已邀请，等本人确认',
  awaited: '登记并验证手机号后会收到邀请',
  joined: '本人申请过，已成为成员',
  already_member: '已经是成员',
  already_invited: '已邀请过，等本人确认',
  declined: '本人未同意过，不再邀请',
  own_row: '这是您自己，不能由自己办理',
  name_differs: '姓名与本人登记的不一致',
  bad_name: '姓名缺失或有误',
  bad_phone: '手机号缺失或有误',
  duplicate: '手机号与前面的行重复',
  // Of a sign-in sheet of paper.
  typed: '已补录，等另一人审核',
  can_type: '可以补录',
  no_member: '没有找到这位成员，或姓名不一致',
  unfit_person: '这位志愿者不能参加这场活动',
  has_record: '这场活动已有签到或补录记录',
  bad_time: '时间缺失，或不在活动时间以内',
  overlap: '这段时间有另一场服务',
  cap_reached: '本月可补录的时长不够',
  shift_closed: '活动还没结束，或已不能补录',
} as const;
export type ImportOutcome = keyof typeof importOutcomes;
