import { monthOf } from '#shared/time';
import { deletionKey } from '../keys';
import { itemsOf } from '../platform/pages';
import { commit, create, read } from '../platform/table';
import type { Deletion } from './account.table';
import { deletionAt } from './account.table';
import { openWaysGone } from './close';
import { erasePerson } from './erase-person';

/** Whom the journal of these months (`202611`) names. A restore makes a new table; the journal is the old one's. */
export async function deletionsOf(months: readonly string[]): Promise<Deletion[]> {
  const deletions: Deletion[] = [];
  for (const month of months) {
    const journal = { pk: deletionKey(month, '').pk };
    for await (const { volunteerId, at } of itemsOf<Deletion>(journal)) {
      deletions.push({ volunteerId, at });
    }
  }
  return deletions;
}

/** Erases people again after a restore, and notes them there. The restored table serves nobody before this is done. */
export async function replayDeletions(deletions: readonly Deletion[], now: number): Promise<void> {
  for (const { volunteerId, at } of deletions) {
    await openWaysGone(volunteerId);
    await erasePerson(volunteerId, now);
    const journal = deletionAt(monthOf(at), volunteerId);
    const [noted] = await read(journal);
    if (!noted) await commit([create(journal, { volunteerId, at })]);
  }
}
