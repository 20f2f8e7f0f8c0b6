import type { Shift } from '../activities/shift.rules';
import { isShiftKey, isSweepKey } from '../keys';
import type { Change } from '../platform/stream';
import { beginSweep, stepSweep } from './sweep';
import type { Sweep } from './sweep.table';

/** A shift that is called off or moved frees its people, page by page: each step's own change leads to the next. */
export async function sweepCancelledShift({ key, before, after }: Change): Promise<void> {
  if (isShiftKey(key)) {
    const [was, is] = [before as Shift | undefined, after as Shift | undefined];
    if (was?.cancelledAt === undefined && is?.cancelledAt !== undefined) await beginSweep(is);
  }
  const sweep = isSweepKey(key) ? (after as Sweep | undefined) : undefined;
  if (sweep) await stepSweep(sweep.shiftId);
}
