import { rootOf } from '#shared/merkle';
import { dayOf, hourMs } from '#shared/time';
import { walkDays } from '../platform/days';
import { commit, create, or, read } from '../platform/table';
import type { Root } from './root.table';
import { dayBefore, firstRootAt, hashesOn, rootAt, rootsProgressAt, sha256 } from './root.table';
import { putRootFile } from './root-file';

/** A day's entries are written within its last minute; two hours later every index has them. */
const settledMs = 2 * hourMs;
/** A run sees to so many days, whether or not their root is there already. More than one is a backlog. */
const perRun = 10;

/**
 * Publishes the root of every day that is over, at 02:00, without a gap: an empty day has one, too. Nothing goes round a
 * day that fails, since the next one holds its root.
 */
export async function growRoots({ now }: { now: number }): Promise<void> {
  const first = await firstDay(now);
  const until = now - settledMs;
  await walkDays({ at: rootsProgressAt, from: first, until, perRun }, async (day, budget) => {
    if (budget <= 0) return { seen: 0, left: 1 };
    await growDay(day, { isFirst: day === first, now });
    return { seen: 1, left: 0 };
  });
}

/** The chain of roots begins with the day before this ran for the first time. */
async function firstDay(now: number): Promise<string> {
  const [known] = await read(firstRootAt);
  if (known) return known.day;
  const day = dayBefore(dayOf(now));
  await commit([or(create(firstRootAt, { day }), 'known')]);
  const [first] = await read(firstRootAt);
  return first?.day ?? day;
}

/** Stores the root of a day once, and its file. A second run finds the same root or is a fault. */
async function growDay(
  day: string,
  { isFirst, now }: { isFirst: boolean; now: number },
): Promise<void> {
  const [known, before] = await read(rootAt(day), rootAt(dayBefore(day)));
  if (!isFirst && !before) throw new Error(`the day before ${day} has no root`);
  const previous = isFirst ? '' : (before?.root ?? '');
  const hashes = await hashesOn(day);
  const root: Root = {
    ...{ day, previous, entries: hashes.length, at: now },
    root: rootOf(sha256, { day, previous, hashes }),
  };
  if (!known) await commit([or(create(rootAt(day), root), 'known')]);
  const [stored] = await read(rootAt(day));
  if (stored?.root !== root.root)
    throw new Error(`the entries of ${day} are not what its root says`);
  await putRootFile(stored, hashes);
}
