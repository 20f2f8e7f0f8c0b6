import { createHash } from 'node:crypto';
import type { RootRow } from '#shared/hours';
import type { Sha256 } from '#shared/merkle';
import { dayOf, startOfDay } from '#shared/time';
import { firstRootKey, rootKey, rootsProgressKey } from '../evidence-keys';
import type { HoursEntry } from '../hours/hours.table';
import { hoursShards } from '../hours/hours.table';
import { hoursDayIndex } from '../indexes';
import type { Progress } from '../platform/days';
import { pagesOf } from '../platform/pages';
import type { At } from '../platform/table';

/** The public root of a day: stored once, after the day is over. */
export type Root = RootRow;

export const rootAt = (day: string): At<Root> => rootKey(day);
/** The first day that has a root: from there on there is no gap. */
export const firstRootAt: At<{ day: string }> = firstRootKey;
export const rootsProgressAt: At<Progress> = rootsProgressKey;

export const dayBefore = (day: string): string => dayOf(startOfDay(day) - 1);

export const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest();

/** A page of the index holds at most 1 MB. */
const pageSize = 1_000;

/** The hashes of all entries of a day. */
export async function hashesOn(day: string): Promise<string[]> {
  const shards = Array.from({ length: hoursShards }, (_, shard) => hashesIn(day, shard));
  return (await Promise.all(shards)).flat();
}

async function hashesIn(day: string, shard: number): Promise<string[]> {
  const hashes: string[] = [];
  const listed = { index: 'gx2', pk: hoursDayIndex(day, shard), limit: pageSize } as const;
  for await (const page of pagesOf<HoursEntry>(listed)) {
    hashes.push(...page.map(({ hash }) => hash));
  }
  return hashes;
}
