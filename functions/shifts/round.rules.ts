import { minuteMs } from '#shared/time';

/**
 * A round through the people of a running shift, page by page: a `recheck` asks those who serve to scan once more, an
 * `extension` tells them that it goes on.
 */
export type Round = {
  version: number;
  shiftId: string;
  name: string;
  kind: 'recheck' | 'extension';
  at: number;
  /** recheck: how long each has to scan. */
  withinMinutes?: number;
  /** extension: the new end. */
  until?: number;
  shard: number;
  cursor?: string;
  done: boolean;
  gx2pk?: string;
  gx2sk?: string;
};

/** Where a round goes on after a page: the next page, the next shard, or nowhere. */
export function nextOf(
  { shard }: Pick<Round, 'shard'>,
  { shards, cursor }: { shards: number; cursor: string | undefined },
): { shard: number; cursor?: string; done: boolean } {
  if (cursor !== undefined) return { shard, cursor, done: false };
  return { shard: shard + 1, done: shard + 1 >= shards };
}

/** Until when the organiser's screen should show the check-in code; undefined when nobody is asked any more. */
export function askedUntil(
  { at, withinMinutes = 0, done }: Pick<Round, 'at' | 'withinMinutes' | 'done'>,
  now: number,
): number | undefined {
  // Whoever is asked last has as long as whoever is asked first.
  const until = (done ? at : Math.max(at, now)) + withinMinutes * minuteMs;
  return now <= until ? until : undefined;
}
