/** Words of typed hours. This file imports nothing. */

/** How far typed hours have come. */
export const typedStates = {
  typed: '待审核',
  credited: '已计入',
  declined: '未予确认',
} as const;
export type TypedState = keyof typeof typedStates;
