import { dayMs, dayOf, startOfDay } from '#shared/time';
import { tried } from './log';
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
  /** A run sees to so many pieces; the next one goes on. */
  perRun: number;
};
/** What a day came to: how many pieces were seen, and how many are left because they failed or `budget` was spent. */
type Seen = { seen: number; left: number };

/**
 * Takes a job of the clock through the days, from the saved one on. A day is done when nothing of it is left; the days
 * after one that is not are seen all the same.
 */
export async function walkDays(
  { at, from, until, perRun }: Walk,
  see: (day: string, budget: number) => Promise<Seen>,
): Promise<void> {
  let budget = perRun;
  const [progress] = await read(at);
  let day = progress?.day ?? from;
  let doneUntil = day;
  while (startOfDay(day) + dayMs - 1 < until) {
    const { seen, left } = await see(day, budget);
    budget -= seen;
    const next = dayOf(startOfDay(day) + dayMs);
    if (left === 0 && doneUntil === day) doneUntil = next;
    if (left > 0 && budget <= 0) break;
    day = next;
  }
  await untilWon(() => reach(at, doneUntil));
}

type Work<T> = { name: string; budget: number; run: (piece: T) => Promise<void> };

/** Sees to the pieces of a day, at most `budget` of them. One that fails holds up none of the others. */
export async function seeTo<T>(
  pieces: AsyncIterable<T>,
  { name, budget, run }: Work<T>,
): Promise<Seen> {
  let [seen, left] = [0, 0];
  for await (const piece of pieces) {
    if (seen === budget) return { seen, left: left + 1 };
    seen += 1;
    if (!(await tried(name, () => untilWon(() => run(piece))))) left += 1;
  }
  return { seen, left };
}

/** Two runs may be at work at once: the one that is behind leaves what the other has reached. */
async function reach(at: At<Progress>, day: string): Promise<void> {
  const [known] = await read(at);
  if (known && known.day >= day) return;
  await commit([save(at, known, { version: known?.version ?? 1, day })]);
}
