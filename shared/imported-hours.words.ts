/** Words of hours from another system. This file imports nothing. */

/** A system whose signed lists are taken: named by one person of the city, confirmed by another. */
export const sourceStates = {
  proposed: '待另一人确认',
  confirmed: '可以接收',
  ended: '已停用',
} as const;
export type SourceState = keyof typeof sourceStates;

/** How far a signed list has come; stopped when its source was ended or its file is gone. */
export const hoursListStates = { running: '处理中', done: '已完成', stopped: '已停止' } as const;
export type HoursListState = keyof typeof hoursListStates;
