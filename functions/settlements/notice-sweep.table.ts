import { noticeSweepKey } from '../evidence-keys';
import { dueSortOf, noticeSweepIndex } from '../indexes';
import type { At } from '../platform/table';

/**
 * How far the rows of a settled shift have been told until when they are public: shard by shard of the roster, twice,
 * because what was on its way into the index during the first pass is found by the second. Listed on gx2 until it is
 * done.
 */
export type NoticeSweep = {
  version: number;
  shiftId: string;
  shards: number;
  noticeUntil: number;
  pass: number;
  shard: number;
  cursor?: string;
  /** Before this moment (ms) there is nothing to do. */
  dueAt: number;
  done: boolean;
  gx2pk?: string;
  gx2sk?: string;
};

export const noticeSweepAt = (shift: string): At<NoticeSweep> => noticeSweepKey(shift);

/** The sweep where the clock finds it, unless it is done. */
export function listedSweep({ gx2pk: _, gx2sk: __, ...sweep }: NoticeSweep): NoticeSweep {
  if (sweep.done) return sweep;
  return { ...sweep, gx2pk: noticeSweepIndex, gx2sk: dueSortOf(sweep.dueAt, sweep.shiftId) };
}
