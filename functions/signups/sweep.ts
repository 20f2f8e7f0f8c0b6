import { shiftAt } from '../activities/activity.table';
import type { Shift } from '../activities/shift.rules';
import { rosterIndex, sweepIndex, waitingIndex } from '../indexes';
import { now } from '../platform/clock';
import { commit, create, or, query, read, replace, untilWon } from '../platform/table';
import type { ServiceRecord } from '../records/record.rules';
import { endSignup } from './ending';
import { nextStep } from './sweep.rules';
import type { Sweep } from './sweep.table';
import { listedSweep, sweepAt } from './sweep.table';

const pageSize = 25;
/** A run of the clock takes so many steps; the next one goes on. */
const stepsPerRun = 100;

/** Begins to free the people of a shift that is called off or moved, once. */
export async function beginSweep({ shiftId }: Shift): Promise<void> {
  const sweep = { version: 1, shiftId, pass: 1, shard: 0, dueAt: now(), done: false };
  await commit([or(create(sweepAt(shiftId), listedSweep(sweep)), 'exists')]);
}

/** The roster's shards, and the queue after them. */
const partsOf = ({ shards }: Pick<Shift, 'shards'>): number => shards + 1;

/** One step: a page of people, then where to go on. Two at work at once free the same people, each of them once. */
export async function stepSweep(shiftId: string): Promise<'again' | 'rest'> {
  const [sweep, shift] = await read(sweepAt(shiftId), shiftAt(shiftId));
  if (!sweep || !shift || sweep.done || sweep.dueAt > now()) return 'rest';
  const { shard } = sweep;
  const page = await query<ServiceRecord>({
    index: 'gx1',
    pk: shard < shift.shards ? rosterIndex(shiftId, shard) : waitingIndex(shiftId),
    limit: pageSize,
    cursor: sweep.cursor,
  });
  for (const { volunteerId } of page.items) {
    await untilWon(() => endSignup(volunteerId, shift));
  }
  const { cursor: _, ...rest } = sweep;
  const next = nextStep(sweep, { parts: partsOf(shift), cursor: page.cursor, now: now() });
  await commit([or(replace(sweepAt(shiftId), listedSweep({ ...rest, ...next })), 'overtaken')]);
  return next.done || next.dueAt > now() ? 'rest' : 'again';
}

/** A job of the clock: second passes that are due, and what a lost effect left standing. */
export async function sweepShifts({ now: until }: { now: number }): Promise<void> {
  const { items } = await query<Sweep>({ index: 'gx2', pk: sweepIndex, limit: 50 });
  let left = stepsPerRun;
  for (const { shiftId, dueAt } of items) {
    if (dueAt > until) continue;
    while (left-- > 0 && (await stepSweep(shiftId)) === 'again');
  }
}
