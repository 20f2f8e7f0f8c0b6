import { keyListPurpose } from '#shared/certificate-code';
import { certificateRoutes } from '#shared/certificates';
import { dayOf } from '#shared/time';
import { revocationsPartition } from '../evidence-keys';
import { handleOpen } from '../platform/handle';
import { publicKeys, signingKeys } from '../platform/signing';
import { query } from '../platform/table';
import type { Revocation } from './certificate.table';

/** What is older than the last so many is not on the list any more, and the list says so. */
const revocationsMax = 1_000;
const route = 'GET /certificate-keys';

/**
 * The public keys and the numbers that no longer hold, as one text signed by every key we hold: a phone that knows an
 * older key accepts a newer one by it.
 */
export const certificateKeys = handleOpen(route, certificateRoutes[route], async (_, { now }) => {
  const page = await query<Revocation>({
    ...{ pk: revocationsPartition, limit: revocationsMax, newestFirst: true },
  });
  const oldest = page.items.at(-1);
  const keys = (await publicKeys()).map((it) => ({
    ...{ keyId: it.keyId, key: it.publicKey.toString('base64url') },
  }));
  const list = JSON.stringify({
    ...{ version: 1, at: now, keys },
    revoked: page.items.map(({ number, at, reason }) => [number, dayOf(at), reason]),
    ...(page.cursor && oldest && { since: dayOf(oldest.at) }),
  });
  const signatures = (await signingKeys()).map(({ keyId, sign }) => ({
    ...{ keyId, signature: sign(Buffer.from(keyListPurpose + list)).toString('base64url') },
  }));
  return { list, signatures };
});
