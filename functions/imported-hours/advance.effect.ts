import { isHoursListKey } from '../evidence-keys';
import { now } from '../platform/clock';
import type { Change } from '../platform/stream';
import { advance } from './advance';
import type { HoursListJob } from './hours-list.rules';

/** A list's own change starts its next rows, until none is left. Delivered again it finds them done. */
export async function advanceHoursList({ key, after }: Change): Promise<void> {
  if (!isHoursListKey(key)) return;
  const job = after as HoursListJob | undefined;
  if (job?.state === 'running') await advance(job, now());
}
