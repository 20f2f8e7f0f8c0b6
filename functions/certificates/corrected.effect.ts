import { certificatePrefix } from '../evidence-keys';
import type { HoursEntry } from '../hours/hours.table';
import { hoursOwnerOf, profileKey } from '../keys';
import { now } from '../platform/clock';
import { itemsOf } from '../platform/pages';
import type { Change } from '../platform/stream';
import { commit, read, untilWon } from '../platform/table';
import type { Certificate } from './certificate.rules';
import { afterEvent } from './certificate.rules';
import { bodyAt, certificateAt } from './certificate.table';
import { revoke } from './revoking';

/**
 * Hours were taken out that stand on a certificate: it no longer says what the ledger says, so it ends, and its holder
 * is told to draw a new one. What is read here lies in the volunteer's own partition, strongly: a certificate whose
 * commit saw the wallet before this entry is found.
 */
export async function revokeCorrected({ key, before, after }: Change): Promise<void> {
  const volunteerId = hoursOwnerOf(key);
  const entry = after as HoursEntry | undefined;
  if (volunteerId === undefined || before !== undefined || entry?.reverses === undefined) return;
  const { reverses } = entry;
  const walk = { pk: profileKey(volunteerId).pk, prefix: certificatePrefix };
  for await (const { certificateId } of itemsOf<Certificate>(walk)) {
    if (certificateId !== undefined) await revokeIfStale({ volunteerId, certificateId, reverses });
  }
}

type Stale = { volunteerId: string; certificateId: string; reverses: number };

const revokeIfStale = ({ volunteerId, certificateId, reverses }: Stale): Promise<void> =>
  untilWon(async () => {
    const [certificate, body] = await read(
      certificateAt(volunteerId, certificateId),
      bodyAt(volunteerId, certificateId),
    );
    if (!certificate || !afterEvent(certificate.state, 'revoke')) return;
    if (!body?.rows?.some(({ sequence }) => sequence === reverses)) return;
    await commit(revoke(certificate, { at: now(), reason: 'corrected' }));
  });
