import { dayOf } from '#shared/time';
import { dueSort, noticeEndIndex } from '../indexes';
import { recordKey, shardOf } from '../keys';
import type { At } from '../platform/table';
import type { ServiceRecord } from './record.rules';

export const recordAt = (volunteer: string, shift: string): At<ServiceRecord> =>
  recordKey(volunteer, shift);

/** Ends of notices are spread over so many partitions a day. */
export const noticeShards = 4;

/** A credited record where the clock finds it: while its points wait for the end of its notice, by that day. */
export function listedByNotice({ gx2pk: _, gx2sk: __, ...record }: ServiceRecord): ServiceRecord {
  const { pointsWait, noticeUntil, volunteerId, shiftId } = record;
  if (!pointsWait || noticeUntil === undefined) return record;
  return {
    ...record,
    gx2pk: noticeEndIndex(dayOf(noticeUntil), shardOf(volunteerId, noticeShards)),
    gx2sk: dueSort(noticeUntil, shiftId, volunteerId),
  };
}
