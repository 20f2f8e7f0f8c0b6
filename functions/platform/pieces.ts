import { dayMs, minuteMs } from '#shared/time';
import { tried } from './log';
import type { Change, Consumer } from './stream';
import type { Key } from './table';
import { query } from './table';

/** Long work in pieces: each piece moves its job in one commit, and the job's own change starts the next one. */
type Standing = { state: string; movedAt: number };

/** Starts the next piece of a job, until it is done. Delivered again it finds the piece done. */
export const goesOn =
  <J extends { state: string }>(
    isJobKey: (key: Key) => boolean,
    advance: (job: J) => Promise<void>,
  ): Consumer =>
  async ({ key, after }: Change) => {
    if (!isJobKey(key)) return;
    const job = after as J | undefined;
    if (job?.state === 'running') await advance(job);
  };

const standsStillMs = 5 * minuteMs;
/** A piece that fails for so long does not get through by itself any more. */
const patienceMs = dayMs;

/** What the clock does about running work. */
export function afterWaiting({ movedAt }: Pick<Standing, 'movedAt'>, now: number) {
  if (now - movedAt > patienceMs) return 'stop';
  return now - movedAt > standsStillMs ? 'move' : 'wait';
}

type Sweep<J> = {
  /** The partition of gx2 that lists what runs, and how many of it a run looks at. */
  pk: string;
  perRun: number;
  name: string;
  now: number;
  move: (job: J) => Promise<void>;
  stop: (job: J) => Promise<void>;
};

/** Moves on what stands still: one piece each, which starts the next. One that fails holds up no other. */
export async function moveOn<J extends Standing>({ pk, perRun, name, now, move, stop }: Sweep<J>) {
  const { items } = await query<J>({ index: 'gx2', pk, limit: perRun });
  for (const job of items) {
    const next = afterWaiting(job, now);
    if (next === 'wait') continue;
    await tried(name, () => (next === 'move' ? move(job) : stop(job)));
  }
}
