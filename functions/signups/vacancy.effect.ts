import { appliedKey, recordPrefix } from '../keys';
import type { Change } from '../platform/stream';
import type { ServiceRecord } from '../records/record.rules';
import { holdsPlace } from '../records/record.rules';
import { fill, handOn } from './moving-up';

/** Whoever withdraws, declines or does not answer leaves a place: it goes to the next in line, else back, once. */
export async function passVacancyOn({ eventId, key, before, after }: Change): Promise<void> {
  if (!key.sk.startsWith(recordPrefix)) return;
  const [was, is] = [before as ServiceRecord | undefined, after as ServiceRecord | undefined];
  if (!holdsPlace(was?.state) || is?.state !== 'withdrawn') return;
  await handOn(is, appliedKey('vacancy', eventId));
}

/** Whoever begins to wait may have come while the last place was on its way back. */
export async function fillForTheWaiting({ key, before, after }: Change): Promise<void> {
  if (!key.sk.startsWith(recordPrefix)) return;
  const [was, is] = [before as ServiceRecord | undefined, after as ServiceRecord | undefined];
  if (is?.state !== 'waiting' || was?.state === 'waiting') return;
  await fill(is.shiftId, is);
}
