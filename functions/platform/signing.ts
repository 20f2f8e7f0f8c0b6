import { createHash, createPrivateKey, createPublicKey, sign as signBytes } from 'node:crypto';
import { required } from './config';
import { decrypted } from './kms';

/**
 * Ed25519 for what must be verified without us. `SIGNING_KEYS` holds seeds, the current one first:
 * `2:kms:<what KMS sealed>,1:<base64 of 32 bytes>`; `RETIRED_SIGNING_KEYS` the public halves of seeds that were
 * destroyed, comma-separated in base64: what they signed is still to be verified.
 */
export type SigningKey = { keyId: string; publicKey: Buffer; sign(bytes: Uint8Array): Buffer };
export type PublicKey = Pick<SigningKey, 'keyId' | 'publicKey'>;

const seedBytes = 32;
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Names a key by itself, so that no list can give its name to another one. */
export const keyIdOf = (publicKey: Uint8Array): string =>
  createHash('sha256').update(publicKey).digest('hex').slice(0, 8);

let opened: { text: string; keys: SigningKey[] } | undefined;

/** All that can sign, the current one first. */
export async function signingKeys(): Promise<[SigningKey, ...SigningKey[]]> {
  const text = required('SIGNING_KEYS');
  if (opened?.text !== text) {
    opened = { text, keys: await Promise.all(text.split(',').map(openedKey)) };
  }
  return opened.keys as [SigningKey, ...SigningKey[]];
}

async function openedKey(part: string): Promise<SigningKey> {
  const [, kind = '', sealed = ''] = part.trim().split(':');
  const seed = kind === 'kms' ? await decrypted(sealed) : Buffer.from(kind, 'base64');
  if (seed.length !== seedBytes) throw new Error('SIGNING_KEYS holds a seed that is not 32 bytes');
  const key = createPrivateKey({
    ...{ key: Buffer.concat([pkcs8Head, seed]), format: 'der', type: 'pkcs8' },
  });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  const publicKey = spki.subarray(spki.length - seedBytes);
  return { keyId: keyIdOf(publicKey), publicKey, sign: (bytes) => signBytes(null, bytes, key) };
}

/** Every key that something living may be signed with. */
export async function publicKeys(): Promise<PublicKey[]> {
  const retired = (process.env.RETIRED_SIGNING_KEYS ?? '')
    .split(',')
    .filter((one) => one.trim() !== '')
    .map((one) => Buffer.from(one.trim(), 'base64'));
  return [
    ...(await signingKeys()).map(({ keyId, publicKey }) => ({ keyId, publicKey })),
    ...retired.map((publicKey) => ({ keyId: keyIdOf(publicKey), publicKey })),
  ];
}
