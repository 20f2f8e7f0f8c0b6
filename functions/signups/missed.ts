import { dayMs, dayOf } from '#shared/time';
import { districtCodes } from '#shared/vocabulary';
import type { Shift } from '../activities/shift.rules';
import { agendaIndex, rosterIndex } from '../indexes';
import { missedKey } from '../keys';
import type { Progress } from '../platform/days';
import { walkDays } from '../platform/days';
import { itemsOf } from '../platform/pages';
import type { At } from '../platform/table';
import { commit, read, replace, untilWon } from '../platform/table';
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
  const from = dayOf(now - lookBackMs);
  await walkDays({ at: progressAt, from, until: now - missedMs, perRun }, (day, budget) =>
    noteDay(day, { now, budget }),
  );
}

/** Left is also a shift of the day that went on over midnight and is not over for long enough. */
async function noteDay(day: string, { now, budget }: { now: number; budget: number }) {
  let [seen, left] = [0, 0];
  for (const district of districtCodes) {
    const agenda = { index: 'gx2', pk: agendaIndex(district, day) } as const;
    for await (const shift of itemsOf<Shift>(agenda)) {
      if (shift.cancelledAt !== undefined) continue;
      if (shift.endsAt + missedMs > now) left += 1;
      else seen += await noteShift(shift, { now, budget: budget - seen });
      if (seen >= budget) return { seen, left: left + 1 };
    }
  }
  return { seen, left };
}

async function noteShift(
  { shiftId, shards }: Shift,
  { now, budget }: { now: number; budget: number },
): Promise<number> {
  let noted = 0;
  for (let shard = 0; shard < shards; shard++) {
    const roster = { index: 'gx1', pk: rosterIndex(shiftId, shard) } as const;
    for await (const record of itemsOf<ServiceRecord>(roster)) {
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
