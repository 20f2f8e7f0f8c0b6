import { dayMs, minuteMs } from '#shared/time';

/**
 * What of a person is to be erased: the `place` where they scanned, after they took that consent back, or the whole
 * `account`. `since`: when they said so. Found by the clock through its due time; done when it has none. Times in ms.
 */
export type ErasureKind = 'place' | 'account';
export type Erasure = {
  version: number;
  volunteerId: string;
  kind: ErasureKind;
  since: number;
  dueAt?: number;
  /** The ways in are gone; what is left to be signed in with ends by itself within this step's wait. */
  closedAt?: number;
  doneAt?: number;
  gx2pk?: string;
  gx2sk?: string;
};

/** An hour can be disputed for so long; until then what stands behind it is kept. */
export const disputeMs = 7 * dayMs;
/** Whoever asked for deletion can change their mind for so long. */
export const graceMs = 7 * dayMs;
/** Longer than an access token lives: after it nobody acts in a name whose ways in were removed. */
export const settleMs = 15 * minuteMs;

/** Whether a record's place may go: it was before the word, and nobody can dispute the hour any more. */
export const placeIsDue = (
  { startsAt, endsAt }: { startsAt: number; endsAt: number },
  { since, now }: { since: number; now: number },
): boolean => startsAt < since && endsAt + disputeMs <= now;

/** When to look again; undefined when every record of before the word has passed its window. */
export function nextLook({ since }: Pick<Erasure, 'since'>, now: number): number | undefined {
  // A shift lasts a day at most, so what ran when it was said has ended a day later.
  const last = since + disputeMs + dayMs;
  return now < last ? last : undefined;
}
