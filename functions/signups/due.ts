import { dayMs, dayOf } from '#shared/time';
import { dueIndex } from '../indexes';
import { dueKey } from '../keys';
import type { Progress } from '../platform/days';
import { seeTo, walkDays } from '../platform/days';
import { itemsOf } from '../platform/pages';
import type { At } from '../platform/table';
import { commit, query, read, replace } from '../platform/table';
import type { ServiceRecord } from '../records/record.rules';
import { recordAt } from '../records/record.table';
import { fill } from './moving-up';
import { waitingClosesAt } from './signup.rules';
import { dueShards, gone } from './standing';
import { tellOf } from './telling';

const progressAt: At<Progress> = dueKey;
/** A run sees to so many; the next one goes on. */
const perRun = 500;
const lookBackMs = 7 * dayMs;
const fillMax = 40;

/** When a question or a wait comes to an end by itself; undefined when there is none. */
export function dueOf({ state, question, startsAt }: ServiceRecord): number | undefined {
  if (state === 'asked') return question?.until;
  return state === 'waiting' ? waitingClosesAt({ startsAt }) : undefined;
}

/** Ends what was not answered in time and waits that came to nothing; gives places to those whose effect was lost. */
export async function endWhatIsDue({ now }: { now: number }): Promise<void> {
  const from = dayOf(now - lookBackMs);
  await walkDays({ at: progressAt, from, until: now + dayMs, perRun }, async (day, budget) => {
    const run = (record: ServiceRecord) => expire(record, now);
    const { seen, left } = await seeTo(dueOn(day, now), { name: 'due', budget, run });
    // Today is never done: more of it comes due later.
    return { seen, left: left + Number(day >= dayOf(now)) };
  });
  await fillMissed(now);
}

/** What is due by now; the index is in the order of the times. */
async function* dueOn(day: string, now: number): AsyncGenerator<ServiceRecord> {
  for (let shard = 0; shard < dueShards; shard++) {
    const listed = { index: 'gx2', pk: dueIndex(day, shard) } as const;
    for await (const record of itemsOf<ServiceRecord>(listed)) {
      if ((dueOf(record) ?? 0) > now) break;
      yield record;
    }
  }
}

/** The index proposes, the record decides. */
async function expire({ volunteerId, shiftId }: ServiceRecord, now: number): Promise<void> {
  const at = recordAt(volunteerId, shiftId);
  const [record] = await read(at);
  if (!record || (dueOf(record) ?? Number.POSITIVE_INFINITY) > now) return;
  const waited = record.state === 'waiting';
  await commit([
    replace(at, gone(record, 'expired')),
    tellOf(record, {
      ...{ kind: waited ? 'waiting' : 'signup', now },
      text: (shift) =>
        waited
          ? `${shift}没有空出名额，候补已结束。谢谢您，可以看看其他活动。`
          : `${shift}没有等到您的确认，名额已让给别人。想参加可以重新报名。`,
    }),
  ]);
}

/** The waits that end soonest: their shifts are looked through for a free place. */
async function fillMissed(now: number): Promise<void> {
  const shifts = new Set<string>();
  const days = [dayOf(now), dayOf(now + dayMs)];
  const lists = days.flatMap((day) =>
    Array.from({ length: dueShards }, (_, shard) => dueIndex(day, shard)),
  );
  const pages = await Promise.all(
    lists.map((pk) => query<ServiceRecord>({ index: 'gx2', pk, limit: 50 })),
  );
  for (const { state, shiftId } of pages.flatMap(({ items }) => items)) {
    if (state === 'waiting') shifts.add(shiftId);
  }
  for (const shiftId of [...shifts].slice(0, fillMax)) await fill(shiftId);
}
