import { dayMs, dayOf } from '#shared/time';
import { dueIndex } from '../indexes';
import { dueKey } from '../keys';
import type { Progress } from '../platform/days';
import { walkDays } from '../platform/days';
import { faultOf, log } from '../platform/log';
import type { At } from '../platform/table';
import { commit, query, read, replace, untilWon } from '../platform/table';
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
  let budget = perRun;
  const walk = { at: progressAt, from: dayOf(now - lookBackMs), until: now + dayMs };
  await walkDays(walk, async (day) => {
    const { seen, left } = await endDay(day, { now, budget });
    budget -= seen;
    if (budget <= 0) return 'spent';
    // Today is never done: more of it comes due later.
    return left > 0 || day >= dayOf(now) ? 'left' : 'done';
  });
  await fillMissed(now);
}

async function endDay(day: string, { now, budget }: { now: number; budget: number }) {
  let [seen, left] = [0, 0];
  for (let shard = 0; shard < dueShards; shard++) {
    for await (const record of dueOn(day, shard)) {
      if ((dueOf(record) ?? 0) > now) break;
      if (seen === budget) return { seen, left: left + 1 };
      seen += 1;
      if (!(await expire(record, now))) left += 1;
    }
  }
  return { seen, left };
}

async function* dueOn(day: string, shard: number): AsyncGenerator<ServiceRecord> {
  let cursor: string | undefined;
  do {
    const pk = dueIndex(day, shard);
    const page = await query<ServiceRecord>({ index: 'gx2', pk, limit: 50, cursor });
    yield* page.items;
    cursor = page.cursor;
  } while (cursor);
}

/** The index proposes, the record decides. False when it failed and must be tried again. */
async function expire({ volunteerId, shiftId }: ServiceRecord, now: number): Promise<boolean> {
  try {
    await untilWon(async () => {
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
    });
    return true;
  } catch (error) {
    log({ route: 'due', status: 500, requestId: '', tookMs: 0, fault: faultOf(error) });
    return false;
  }
}

/** The waits that end soonest: their shifts are looked through for a free place. */
async function fillMissed(now: number): Promise<void> {
  const shifts = new Set<string>();
  for (const day of [dayOf(now), dayOf(now + dayMs)]) {
    for (let shard = 0; shard < dueShards; shard++) {
      const { items } = await query<ServiceRecord>({
        index: 'gx2',
        pk: dueIndex(day, shard),
        limit: 50,
      });
      for (const { state, shiftId } of items) if (state === 'waiting') shifts.add(shiftId);
    }
  }
  for (const shiftId of [...shifts].slice(0, fillMax)) await fill(shiftId);
}
