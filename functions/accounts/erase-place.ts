import { profileKey, recordPrefix } from '../keys';
import { itemsOf } from '../platform/pages';
import { commit, read, replace, untilWon } from '../platform/table';
import type { ServiceRecord } from '../records/record.rules';
import { recordAt } from '../records/record.table';
import { placeErased } from '../records/witness.rules';
import { placeIsDue } from '../volunteers/erasure.rules';

/**
 * Takes where somebody was out of the records that nobody can dispute any more. States, minutes and grades stay: they
 * were given on what was seen then.
 */
export async function erasePlaces(
  volunteerId: string,
  { since, now }: { since: number; now: number },
): Promise<void> {
  const records = { pk: profileKey(volunteerId).pk, prefix: recordPrefix };
  for await (const { shiftId, ...seen } of itemsOf<ServiceRecord>(records)) {
    if (!placeIsDue(seen, { since, now })) continue;
    await untilWon(async () => {
      const [record] = await read(recordAt(volunteerId, shiftId));
      const erased = record && placeErased(record);
      if (erased) await commit([replace(recordAt(volunteerId, shiftId), erased)]);
    });
  }
}
