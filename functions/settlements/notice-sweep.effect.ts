import { isNoticeSweepKey } from '../evidence-keys';
import type { Change } from '../platform/stream';
import { stepNotice } from './notice-sweep';
import type { NoticeSweep } from './notice-sweep.table';

/** A settled shift's rows become public, page by page: each step's own change leads to the next. */
export async function publishSettledRows({ key, after }: Change): Promise<void> {
  const sweep = isNoticeSweepKey(key) ? (after as NoticeSweep | undefined) : undefined;
  if (sweep && !sweep.done) await stepNotice(sweep.shiftId);
}
