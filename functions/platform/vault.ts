import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { monthOf } from '#shared/time';
import { now } from './clock';
import { secretsOf } from './config';
import { dataKey, fieldKeys } from './field-keys';

/**
 * What must not be readable in the table. `seal` encrypts a field (AES-256-GCM, random nonce; the place, its item's key
 * and field name, is authenticated with it, so a sealed value cannot be moved elsewhere). The place's last word is the
 * purpose; each month and purpose has a key of its own. `wayMarks` make an identifier searchable without storing it:
 * HMAC-SHA-256 with a pepper.
 */
export function seal(value: string, place: string): string {
  const [master] = fieldKeys();
  const month = monthOf(now());
  const nonce = randomBytes(12);
  const key = dataKey(master, month, purposeOf(place));
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
  const text = Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  return `${master.version}.${month}.${text}`;
}

/** Throws when the value was changed, moved, or sealed under a key that is gone. */
export function unseal(sealed: string, place: string): string {
  const { master, key, text } = openerOf(sealed, place);
  if (!master) throw new Error('sealed under an unknown key');
  const bytes = Buffer.from(text, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key ?? master.key, bytes.subarray(0, 12))
    .setAAD(Buffer.from(place))
    .setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}

/** The same value under the current master: what is written anyway moves to the new key with it. */
export function resealed(sealed: string, place: string): string {
  const current = sealed.startsWith(`${fieldKeys()[0].version}.`);
  return current ? sealed : seal(unseal(sealed, place), place);
}

const purposeOf = (place: string): string => place.slice(place.lastIndexOf(' ') + 1);

/** A value of two parts is from before data keys had months: its master sealed it. */
function openerOf(sealed: string, place: string) {
  const parts = sealed.split('.');
  const [version = '', month = ''] = parts;
  const master = fieldKeys().find((one) => String(one.version) === version);
  if (parts.length < 3) return { master, key: undefined, text: parts[1] ?? '' };
  const key = master && dataKey(master, month, purposeOf(place));
  return { master, key, text: parts[2] ?? '' };
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
