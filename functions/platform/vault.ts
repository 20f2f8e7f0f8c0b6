import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { secretsOf } from './config';

/**
 * What must not be readable in the table. `seal` encrypts a field (AES-256-GCM, random nonce; key and field name are
 * authenticated with it, so a sealed value cannot be moved elsewhere). `wayMark` makes an identifier searchable
 * without storing it: HMAC-SHA-256 with a pepper.
 */
export function seal(value: string, place: string): string {
  const [{ version, key }] = secretsOf('FIELD_KEYS');
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
  return `${version}.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')}`;
}

/** Throws when the value was changed, moved, or sealed under a key that is gone. */
export function unseal(sealed: string, place: string): string {
  const [version = '', text = ''] = sealed.split('.');
  const secret = secretsOf('FIELD_KEYS').find((one) => String(one.version) === version);
  if (!secret) throw new Error('sealed under an unknown key');
  const bytes = Buffer.from(text, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', secret.key, bytes.subarray(0, 12))
    .setAAD(Buffer.from(place))
    .setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}

export type Mark = { version: number; mark: string };

/** An identifier's marks under every living pepper, the current one first. */
export function wayMarks(kind: string, identifier: string): [Mark, ...Mark[]] {
  return secretsOf('WAY_PEPPERS').map(({ version, key }) => ({
    version,
    mark: createHmac('sha256', key)
      .update(`${kind}\n${identifier}`)
      .digest('base64url')
      .slice(0, 32),
  })) as [Mark, ...Mark[]];
}
