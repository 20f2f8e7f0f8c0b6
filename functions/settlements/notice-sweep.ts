import { noticeSweepIndex, rosterIndex } from '../indexes';
import { now } from '../platform/clock';
import { commit, or, query, read, replace, untilWon } from '../platform/table';
import type { ServiceRecord } from '../records/record.rules';
import { listedByNotice, recordAt } from '../records/record.table';
import { nextStep } from '../signups/sweep.rules';
import type { NoticeSweep } from './notice-sweep.table';
import { listedSweep, noticeSweepAt } from './notice-sweep.table';

const pageSize = 25;
/** A run of the clock takes so many steps; the next one goes on. */
const stepsPerRun = 100;

/** One step: a page of people, then where to go on. Two at work at once mark the same people, each of them once. */
export async function stepNotice(shiftId: string): Promise<'again' | 'rest'> {
  const [sweep] = await read(noticeSweepAt(shiftId));
  if (!sweep || sweep.done || sweep.dueAt > now()) return 'rest';
  const { shard, noticeUntil } = sweep;
  const page = await query<ServiceRecord>({
    index: 'gx1',
    pk: rosterIndex(shiftId, shard),
    limit: pageSize,
    cursor: sweep.cursor,
  });
  for (const { volunteerId } of page.items) {
    await untilWon(() => makePublic(volunteerId, { shiftId, noticeUntil }));
  }
  const { cursor: _, ...rest } = sweep;
  const next = nextStep(sweep, { parts: sweep.shards, cursor: page.cursor, now: now() });
  const done = listedSweep({ ...rest, ...next });
  await commit([or(replace(noticeSweepAt(shiftId), done), 'overtaken')]);
  return next.done || next.dueAt > now() ? 'rest' : 'again';
}

type Notice = { shiftId: string; noticeUntil: number };

/** The index proposes, the record decides. */
async function makePublic(volunteerId: string, { shiftId, noticeUntil }: Notice): Promise<void> {
  const at = recordAt(volunteerId, shiftId);
  const [record] = await read(at);
  if (record?.state !== 'credited' || record.noticeUntil !== undefined) return;
  await commit([replace(at, listedByNotice({ ...record, noticeUntil }))]);
}

/** A job of the clock: second passes that are due, and what a lost effect left standing. */
export async function sweepNotices({ now: until }: { now: number }): Promise<void> {
  const { items } = await query<NoticeSweep>({ index: 'gx2', pk: noticeSweepIndex, limit: 50 });
  let left = stepsPerRun;
  for (const { shiftId, dueAt } of items) {
    if (dueAt > until) continue;
    while (left-- > 0 && (await stepNotice(shiftId)) === 'again');
  }
}
