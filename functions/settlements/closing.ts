import { dayMs, dayOf } from '#shared/time';
import { districtCodes } from '#shared/vocabulary';
import type { Shift } from '../activities/shift.rules';
import { closingKey } from '../evidence-keys';
import { agendaIndex } from '../indexes';
import type { Progress } from '../platform/days';
import { walkDays } from '../platform/days';
import { itemsOf } from '../platform/pages';
import type { At } from '../platform/table';
import { commit, read, replace, untilWon } from '../platform/table';
import type { ServiceRecord } from '../records/record.rules';
import { afterEvent } from '../records/record.rules';
import { recordAt } from '../records/record.table';
import { everybodyOf } from './roster';
import { settleFrom } from './settlement.rules';
import { told } from './telling';

const progressAt: At<Progress> = closingKey;
/** A run closes so many; the next one goes on. */
const perRun = 500;
const lookBackMs = 7 * dayMs;

/**
 * Closes the records of those who never checked out, a day after the end of their shift. Nothing is credited: the
 * organiser has to say when they left, and until then the hours wait.
 */
export async function closeForgotten({ now }: { now: number }): Promise<void> {
  const from = dayOf(now - lookBackMs);
  await walkDays({ at: progressAt, from, until: now - dayMs, perRun }, (day, budget) =>
    closeDay(day, { now, budget }),
  );
}

/** Left is also a shift of the day that went on over midnight and is not over for long enough. */
async function closeDay(day: string, { now, budget }: { now: number; budget: number }) {
  let [seen, left] = [0, 0];
  for (const district of districtCodes) {
    const agenda = { index: 'gx2', pk: agendaIndex(district, day) } as const;
    for await (const shift of itemsOf<Shift>(agenda)) {
      if (settleFrom(shift) > now) left += 1;
      else seen += await closeShift(shift, { now, budget: budget - seen });
      if (seen >= budget) return { seen, left: left + 1 };
    }
  }
  return { seen, left };
}

async function closeShift(shift: Shift, { now, budget }: { now: number; budget: number }) {
  let closed = 0;
  for await (const record of everybodyOf(shift)) {
    if (record.state !== 'checked_in') continue;
    if (closed === budget) return closed;
    await untilWon(() => close(record, now));
    closed += 1;
  }
  return closed;
}

/** The index proposes, the record decides. */
async function close({ volunteerId, shiftId }: ServiceRecord, now: number): Promise<void> {
  const at = recordAt(volunteerId, shiftId);
  const [record] = await read(at);
  const state = record && afterEvent(record.state, 'close');
  if (!record || !state) return;
  const say = '没有您的签退记录，时长等组织者确认离开时间后计入。您也可以申诉，写明离开时间';
  await commit([replace(at, { ...record, state }), told(record, { at: now, say })]);
}
