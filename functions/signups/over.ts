import { dayMs, dayOf } from '#shared/time';
import { districtCodes } from '#shared/vocabulary';
import type { Shift } from '../activities/shift.rules';
import { agendaIndex } from '../indexes';
import type { Progress } from '../platform/days';
import { walkDays } from '../platform/days';
import { itemsOf } from '../platform/pages';
import type { At } from '../platform/table';
import { untilWon } from '../platform/table';
import type { ServiceRecord } from '../records/record.rules';
import { everybodyOf } from '../records/roster';

/** A run sees to so many people; the next one goes on. */
const perRun = 500;
const lookBackMs = 7 * dayMs;

type Work = {
  progressAt: At<Progress>;
  now: number;
  /** From when on (ms) a shift is over for this work; undefined: never. */
  overFrom: (shift: Shift) => number | undefined;
  /** Whom of its roster the work is about. */
  wants: (record: ServiceRecord) => boolean;
  run: (record: ServiceRecord) => Promise<void>;
};

/** Takes a job of the clock through those who signed up for shifts that are over, a day after the days they began on. */
export async function seeToTheOver(work: Work): Promise<void> {
  const { progressAt, now } = work;
  const span = { from: dayOf(now - lookBackMs), until: now - dayMs, perRun };
  await walkDays({ at: progressAt, ...span }, (day, budget) => seeToDay(day, work, budget));
}

/** Left is also a shift of the day that went on over midnight and is not over for long enough. */
async function seeToDay(day: string, work: Work, budget: number) {
  let [seen, left] = [0, 0];
  for (const district of districtCodes) {
    const agenda = { index: 'gx2', pk: agendaIndex(district, day) } as const;
    for await (const shift of itemsOf<Shift>(agenda)) {
      const from = work.overFrom(shift);
      if (from === undefined) continue;
      if (from > work.now) left += 1;
      else seen += await seeToShift(shift, work, budget - seen);
      if (seen >= budget) return { seen, left: left + 1 };
    }
  }
  return { seen, left };
}

async function seeToShift(shift: Shift, { wants, run }: Work, budget: number): Promise<number> {
  let seen = 0;
  for await (const record of everybodyOf(shift)) {
    if (!wants(record)) continue;
    if (seen === budget) return seen;
    await untilWon(() => run(record));
    seen += 1;
  }
  return seen;
}
