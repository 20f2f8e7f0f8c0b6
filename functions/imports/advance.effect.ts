import { isImportKey } from '../keys';
import { now } from '../platform/clock';
import type { Change } from '../platform/stream';
import { advance } from './advance';
import type { MemberImport } from './import.rules';

/** A list's own change starts its next piece, until none is left. Delivered again it finds the piece done. */
export async function advanceImport({ key, after }: Change): Promise<void> {
  if (!isImportKey(key)) return;
  const job = after as MemberImport | undefined;
  if (job?.state === 'running') await advance(job, now());
}
