import type { ServiceRecord } from '../records/record.rules';

/** Whether the points of a record are to be paid: a row that is disputed waits for the decision, which pays itself. */
export const isPayable = (
  { pointsWait, noticeUntil, dispute, state }: ServiceRecord,
  now: number,
): boolean =>
  state === 'credited' &&
  pointsWait === true &&
  dispute === undefined &&
  noticeUntil !== undefined &&
  noticeUntil <= now;
