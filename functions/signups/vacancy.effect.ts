import { givePlaceBack } from '../activities/activity.table';
import { appliedKey, recordPrefix } from '../keys';
import type { Change } from '../platform/stream';
import { applyOnce } from '../platform/stream';
import type { ServiceRecord } from '../records/record.rules';

/** Whoever withdraws leaves a place: it goes back to the shard it was taken from, once. */
export async function giveWithdrawnPlaceBack({ eventId, key, before, after }: Change) {
  if (!key.sk.startsWith(recordPrefix)) return;
  const [was, is] = [before as ServiceRecord | undefined, after as ServiceRecord | undefined];
  if (was?.state !== 'signed_up' || is?.state !== 'withdrawn') return;
  await applyOnce(appliedKey('vacancy', eventId), [givePlaceBack(is.shiftId, is.placeShard)]);
}
