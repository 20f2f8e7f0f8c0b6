import nacl from 'tweetnacl';
import type { Response } from '#shared/api';
import { asciiBytes, bytesOfCode, keyListPurpose } from '#shared/certificate-code';
import type { RevocationReason } from '#shared/certificates.words';
import { call } from '../api';
import { readStored, store } from '../device/storage';

/** What a certificate is verified with: keys, and the numbers that no longer hold. */
export type Trust = {
  keys: Record<string, Uint8Array>;
  revoked: Record<string, { day: string; reason: RevocationReason } | undefined>;
  /** When the list was made (ms); absent: there is none on this phone yet, only the keys of the package. */
  at?: number;
  /** The list holds what was revoked on this day or later; absent: everything. */
  since?: string;
};

type Published = Response<'GET /certificate-keys'>;
type List = {
  version: number;
  at: number;
  keys: { keyId: string; key: string }[];
  revoked: [number: string, day: string, reason: RevocationReason][];
  since?: string;
};

/** The same for everybody on this phone. */
const storedAs = 'device:certificate-keys';

/** What this phone has, without asking anybody: the keys of the package and the last list it took. */
export function knownTrust(): Trust {
  const kept = readStored<string>(storedAs);
  return kept === undefined ? { keys: builtIn(), revoked: {} } : trustOf(kept);
}

/** Asks for the list of today. Without network, or when nobody we trust has signed it, what is known stays. */
export async function freshTrust(): Promise<Trust> {
  const known = knownTrust();
  try {
    const published = await call('GET /certificate-keys', {});
    if (!isVouchedFor(published, known)) return known;
    store(storedAs, published.list);
    return trustOf(published.list);
  } catch {
    return known;
  }
}

/** A list is taken when a key that is trusted already has signed it; a phone that knows none begins with it. */
function isVouchedFor({ list, signatures }: Published, { keys }: Trust): boolean {
  if (Object.keys(keys).length === 0) return true;
  return signatures.some(({ keyId, signature }) => {
    const [key, bytes] = [keys[keyId], bytesOfCode(signature)];
    if (!key || bytes?.length !== nacl.sign.signatureLength) return false;
    return nacl.sign.detached.verify(asciiBytes(keyListPurpose + list), bytes, key);
  });
}

function trustOf(text: string): Trust {
  const list = JSON.parse(text) as List;
  const keys = builtIn();
  for (const { keyId, key } of list.keys) keep(keys, keyId, key);
  const revoked: Trust['revoked'] = {};
  for (const [number, day, reason] of list.revoked) revoked[number] = { day, reason };
  return { keys, revoked, at: list.at, ...(list.since !== undefined && { since: list.since }) };
}

function builtIn(): Trust['keys'] {
  const keys: Trust['keys'] = {};
  for (const part of CERTIFICATE_KEYS.split(',')) {
    const [keyId = '', key = ''] = part.split(':');
    keep(keys, keyId, key);
  }
  return keys;
}

function keep(keys: Trust['keys'], keyId: string, key: string): void {
  const bytes = bytesOfCode(key);
  if (keyId !== '' && bytes?.length === nacl.sign.publicKeyLength) keys[keyId] = bytes;
}
