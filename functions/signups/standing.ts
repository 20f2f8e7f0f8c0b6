import { dayOf } from '#shared/time';
import type { Shift } from '../activities/shift.rules';
import { dueIndex, dueSort, rosterIndex, waitingIndex, waitingSort } from '../indexes';
import { profileKey, shardOf } from '../keys';
import { randomId } from '../platform/ids';
import type { Ending, Question, ServiceRecord } from '../records/record.rules';
import { maskName } from '../volunteers/volunteer.rules';

/** How a record stands with a shift before it begins, and where it is listed: one function for each way it may stand. */
export type Person = { volunteerId: string; name: string };
type Known = Pick<ServiceRecord, 'version'> | undefined;

/** Ends of questions and waits are spread over so many partitions a day. */
export const dueShards = 4;

const listed = (shiftId: string, shard: number, volunteerId: string) => ({
  placeShard: shard,
  gx1pk: rosterIndex(shiftId, shard),
  gx1sk: profileKey(volunteerId).pk,
});

/** What ends by itself is listed by its day. */
const due = ({ volunteerId, shiftId }: ServiceRecord, at: number) => ({
  gx2pk: dueIndex(dayOf(at), shardOf(volunteerId, dueShards)),
  gx2sk: dueSort(at, shiftId, volunteerId),
});

/** The record of somebody who has just taken a place; a record that was withdrawn goes on with its version. */
export function signedUp(
  { volunteerId, name }: Person,
  shift: Pick<
    Shift,
    'shiftId' | 'activityId' | 'title' | 'placeName' | 'startsAt' | 'endsAt' | 'shards'
  >,
  known?: Known,
): ServiceRecord {
  const { shiftId, activityId, title, placeName, startsAt, endsAt } = shift;
  return {
    version: known?.version ?? 1,
    volunteerId,
    maskedName: maskName(name),
    ...{ shiftId, activityId, title, placeName, startsAt, endsAt },
    state: 'signed_up',
    walkIn: false,
    salt: randomId(),
    ...listed(shiftId, shardOf(volunteerId, shift.shards), volunteerId),
  };
}

/** The same with the place in another shard. */
export const inShard = (record: ServiceRecord, shard: number): ServiceRecord => ({
  ...record,
  ...listed(record.shiftId, shard, record.volunteerId),
});

/** In the queue since `since`, until `until`: it holds neither place nor time. */
export const queued = (
  record: ServiceRecord,
  { since, until }: { since: number; until: number },
): ServiceRecord => ({
  ...record,
  state: 'waiting',
  waitingSince: since,
  gx1pk: waitingIndex(record.shiftId),
  gx1sk: waitingSort(since, record.volunteerId),
  ...due(record, until),
});

/** Holds a place, but no time, until the person has answered. */
export const questioned = (record: ServiceRecord, question: Question): ServiceRecord => ({
  ...record,
  state: 'asked',
  question,
  ...due(record, question.until),
});

/** Has a place and the time for it: moved up, or confirmed. Nothing is due any more. */
export function settled(record: ServiceRecord, shard: number): ServiceRecord {
  const {
    gx2pk: _,
    gx2sk: __,
    question: ___,
    waitingSince: ____,
    skippedAt: _____,
    ...rest
  } = record;
  return { ...inShard(rest, shard), state: 'signed_up' };
}

/** Not coming any more, however that came about. */
export const gone = (record: ServiceRecord, ended: Ending): ServiceRecord => ({
  ...settled(record, record.placeShard),
  state: 'withdrawn',
  ended,
});
