import { hkdfSync } from 'node:crypto';
import { hourMs } from '#shared/time';
import type { Secret } from './config';
import { required, secretsOf } from './config';
import { decrypted } from './kms';

/**
 * The master keys of what is sealed, and the data keys made from them: one for each month and purpose, kept in memory
 * for an hour at most. `FIELD_KEYS` holds the masters, the current one first: `2:kms:<what KMS sealed>,1:<base64>`. In
 * the cloud KMS opens them; on one machine they stand in the installation's own file.
 */
const keptMs = hourMs;
const dataKeysMax = 500;

let opened: { text: string; at: number; masters: Secret[] } | undefined;
let dataKeys = new Map<string, Buffer>();
let dataKeysSince = 0;

const isSealed = (text: string): boolean => text.includes(':kms:');

/** Opens what KMS holds, if anything. Every entry of a function waits for it; mostly there is nothing to wait for. */
export async function fieldKeysOpened(): Promise<void> {
  const text = process.env.FIELD_KEYS ?? '';
  const fresh = opened?.text === text && Date.now() - opened.at < keptMs;
  if (!isSealed(text) || fresh) return;
  const at = Date.now();
  opened = { text, at, masters: await Promise.all(text.split(',').map(openedMaster)) };
}

async function openedMaster(part: string): Promise<Secret> {
  const [version = '', kind = '', sealed = ''] = part.trim().split(':');
  const key = kind === 'kms' ? await decrypted(sealed) : Buffer.from(kind, 'base64');
  if (key.length !== 32) throw new Error('FIELD_KEYS holds a key that is not 32 bytes long');
  return { version: Number(version), key };
}

/** The living masters, the current one first. */
export function fieldKeys(): readonly [Secret, ...Secret[]] {
  const text = required('FIELD_KEYS');
  if (!isSealed(text)) return secretsOf('FIELD_KEYS');
  if (opened?.text !== text) throw new Error('field keys were not opened');
  return opened.masters as [Secret, ...Secret[]];
}

/** The key that seals a purpose's fields in a month (`202611`). */
export function dataKey({ version, key }: Secret, month: string, purpose: string): Buffer {
  if (Date.now() - dataKeysSince > keptMs || dataKeys.size >= dataKeysMax) {
    dataKeys = new Map();
    dataKeysSince = Date.now();
  }
  const name = `${version} ${key.toString('base64')} ${month} ${purpose}`;
  const known = dataKeys.get(name);
  if (known) return known;
  const made = Buffer.from(hkdfSync('sha256', key, month, `field ${purpose}`, 32));
  dataKeys.set(name, made);
  return made;
}
