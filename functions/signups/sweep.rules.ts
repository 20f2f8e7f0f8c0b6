import { minuteMs } from '#shared/time';

type Step = { pass: number; shard: number; cursor?: string; dueAt: number; done: boolean };

export const passes = 2;
/** The second pass begins so long after the first: an index is long up to date then. */
const restMs = minuteMs;

/** Where a sweep goes on after a page: the next page, the next of its `parts`, the next pass, or nowhere. */
export function nextStep(
  { pass, shard }: Pick<Step, 'pass' | 'shard'>,
  { parts, cursor, now }: { parts: number; cursor: string | undefined; now: number },
): Step {
  if (cursor !== undefined) return { pass, shard, cursor, dueAt: now, done: false };
  if (shard + 1 < parts) return { pass, shard: shard + 1, dueAt: now, done: false };
  if (pass < passes) return { pass: pass + 1, shard: 0, dueAt: now + restMs, done: false };
  return { pass, shard, dueAt: now, done: true };
}
