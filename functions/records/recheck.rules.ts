import type { ServiceRecord } from './record.rules';

type Asked = Pick<ServiceRecord, 'state' | 'recheck'>;

/** Whether somebody is asked to scan once more now, and has not. */
export const isAskedAgain = ({ state, recheck }: Asked, now: number): boolean =>
  state === 'checked_in' &&
  recheck !== undefined &&
  recheck.answeredAt === undefined &&
  now <= recheck.until;

/** The record with the question answered, when one is open: by a living scan of either end. */
export function answered<R extends ServiceRecord>(record: R, now: number): R {
  const { recheck } = record;
  if (!recheck || !isAskedAgain(record, now)) return record;
  return { ...record, recheck: { ...recheck, answeredAt: now } };
}
