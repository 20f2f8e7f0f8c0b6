import { sweepIndex, sweepSort } from '../indexes';
import { sweepKey } from '../keys';
import type { At } from '../platform/table';

/**
 * How far a cancelled shift's people have been told and freed. It goes through the roster's shards and then the
 * queue, twice: what was on its way into the index during the first pass is found by the second. Listed on gx2 until
 * it is done.
 */
export type Sweep = {
  version: number;
  shiftId: string;
  pass: number;
  /** The shard of the roster; the queue comes after the last. */
  shard: number;
  cursor?: string;
  /** Before this moment (ms) there is nothing to do. */
  dueAt: number;
  done: boolean;
  gx2pk?: string;
  gx2sk?: string;
};

export const sweepAt = (shift: string): At<Sweep> => sweepKey(shift);

/** The sweep where the clock finds it, unless it is done. */
export function listedSweep({ gx2pk: _, gx2sk: __, ...sweep }: Sweep): Sweep {
  if (sweep.done) return sweep;
  return { ...sweep, gx2pk: sweepIndex, gx2sk: sweepSort(sweep.dueAt, sweep.shiftId) };
}
