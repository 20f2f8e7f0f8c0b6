import { dayMs, dayOf } from '#shared/time';
import { districtCodes } from '#shared/vocabulary';
import type { Shift } from '../activities/shift.rules';
import { agendaIndex, rosterIndex } from '../indexes';
import { missedKey } from '../keys';
import type { Progress } from '../platform/days';
import { walkDays } from '../platform/days';
import type { At } from '../platform/table';
import { commit, query, read, replace, untilWon } from '../platform/table';
import type { ServiceRecord } from '../records/record.rules';
import { missedMs } from '../records/record.rules';
import { recordAt } from '../records/record.table';
import { tellOf } from './telling';

const progressAt: At<Progress> = missedKey;
/** A run notes so many; the next one goes on. */
const perRun = 500;
const lookBackMs = 7 * dayMs;

/**
 * Notes who signed up and never came, when a day has been over for 24 hours. Nothing is taken from anybody: they are
 * told, and may say why.
 */
export async function noteMissed({ now }: { now: number }): Promise<void> {
  let budget = perRun;
  const walk = { at: progressAt, from: dayOf(now - lookBackMs), until: now - missedMs };
  await walkDays(walk, async (day) => {
    const { noted, left } = await noteDay(day, { now, budget });
    budget -= noted;
    if (budget <= 0) return 'spent';
    return left ? 'left' : 'done';
  });
}

/** `left`: a shift of the day went on over midnight and is not over for long enough. */
async function noteDay(day: string, { now, budget }: { now: number; budget: number }) {
  let [noted, left] = [0, false];
  for (const district of districtCodes) {
    for await (const shift of pagesOf<Shift>('gx2', agendaIndex(district, day))) {
      if (shift.cancelledAt !== undefined) continue;
      if (shift.endsAt + missedMs > now) left = true;
      else noted += await noteShift(shift, { now, budget: budget - noted });
      if (noted >= budget) return { noted, left };
    }
  }
  return { noted, left };
}

async function noteShift(
  { shiftId, shards }: Shift,
  { now, budget }: { now: number; budget: number },
): Promise<number> {
  let noted = 0;
  for (let shard = 0; shard < shards; shard++) {
    for await (const record of pagesOf<ServiceRecord>('gx1', rosterIndex(shiftId, shard))) {
      if (record.state !== 'signed_up') continue;
      if (noted === budget) return noted;
      await untilWon(() => note(record, now));
      noted += 1;
    }
  }
  return noted;
}

/** The index proposes, the record decides. */
async function note({ volunteerId, shiftId }: ServiceRecord, now: number): Promise<void> {
  const at = recordAt(volunteerId, shiftId);
  const [record] = await read(at);
  if (record?.state !== 'signed_up') return;
  await commit([
    replace(at, { ...record, state: 'no_show' }),
    tellOf(record, {
      ...{ kind: 'no_show', now },
      text: (shift) => `${shift}没有您的签到记录，已记为未到场。不扣任何时长，您可以说明原因。`,
    }),
  ]);
}

async function* pagesOf<T>(index: 'gx1' | 'gx2', pk: string): AsyncGenerator<T> {
  let cursor: string | undefined;
  do {
    const page = await query<T>({ index, pk, limit: 50, cursor });
    yield* page.items;
    cursor = page.cursor;
  } while (cursor);
}
