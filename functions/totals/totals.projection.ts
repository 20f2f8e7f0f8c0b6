import type { HoursEntry } from '../hours/hours.table';
import { appliedKey, hoursOwnerOf, shardOf } from '../keys';
import type { Change } from '../platform/stream';
import { applyOnce } from '../platform/stream';
import { addedBy, scopesOf } from './totals.rules';
import { add, shardsOf } from './totals.table';

/** Adds every new entry of the hours ledger to the months of whom it concerns. */
export async function addUp({ eventId, key, before, after }: Change): Promise<void> {
  const volunteerId = hoursOwnerOf(key);
  if (volunteerId === undefined || before !== undefined || after === undefined) return;
  const entry = after as HoursEntry;
  const { month, sum } = addedBy(entry);
  if (entry.creditedMinutes === 0 && sum.services === 0) return;
  await applyOnce(
    appliedKey('totals', eventId),
    scopesOf(volunteerId, entry).map((scope) =>
      add(scope, month, { shard: shardOf(volunteerId, shardsOf(scope)), sum }),
    ),
  );
}
