import { dayMs, dayOf, startOfDay } from '#shared/time';
import type { At } from './table';
import { commit, read, save, untilWon } from './table';

/** How far a job of the clock has come: every day before this one is done. */
export type Progress = { version: number; day: string };

type Walk = {
  /** Where the job keeps how far it has come. */
  at: At<Progress>;
  /** The first day it ever looks at. */
  from: string;
  /** Only days that ended before this moment (ms) are seen. */
  until: number;
};

/**
 * Takes a job of the clock through the days, from the saved one on. `see` says whether a day is `done`, has something
 * `left` for the next run (the days after it are seen all the same), or has `spent` what this run may do.
 */
export async function walkDays(
  { at, from, until }: Walk,
  see: (day: string) => Promise<'done' | 'left' | 'spent'>,
): Promise<void> {
  const [progress] = await read(at);
  let day = progress?.day ?? from;
  let doneUntil = day;
  while (startOfDay(day) + dayMs - 1 < until) {
    const outcome = await see(day);
    const next = dayOf(startOfDay(day) + dayMs);
    if (outcome === 'done' && doneUntil === day) doneUntil = next;
    if (outcome === 'spent') break;
    day = next;
  }
  await untilWon(() => reach(at, doneUntil));
}

/** Two runs may be at work at once: the one that is behind leaves what the other has reached. */
async function reach(at: At<Progress>, day: string): Promise<void> {
  const [known] = await read(at);
  if (known && known.day >= day) return;
  await commit([save(at, known, { version: known?.version ?? 1, day })]);
}
