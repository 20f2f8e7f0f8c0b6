import { dayMs, dayOf, startOfDay } from '#shared/time';

/** One in a hundred: the first 32 bits of an entry's mark, as a number, lie below this. */
const oneInHundred = Math.floor(2 ** 32 / 100);

/** Whether a mark (hex) is in the sample. Marks are spread evenly, whatever the hours are. */
export const isSampled = (mark: string): boolean =>
  Number.parseInt(mark.slice(0, 8), 16) < oneInHundred;

/** Where a walk through a month's entries stands: a day, one of its partitions, and a place in it. */
export type Place = { day: string; shard: number; cursor?: string };

export const firstPlace = (month: string): Place => ({ day: `${month}01`, shard: 0 });

/** The place after a page; undefined when the month, or what of it has been, is over. */
export function nextPlace(
  { day, shard }: Place,
  { cursor, shards, now }: { cursor: string | undefined; shards: number; now: number },
): Place | undefined {
  if (cursor !== undefined) return { day, shard, cursor };
  if (shard + 1 < shards) return { day, shard: shard + 1 };
  const next = startOfDay(day) + dayMs;
  const isOver = next > now || dayOf(next).slice(0, 6) !== day.slice(0, 6);
  return isOver ? undefined : { day: dayOf(next), shard: 0 };
}
