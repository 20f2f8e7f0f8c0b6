import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { secretsOf } from './config';

/**
 * Names that stand on a public list in place of an id: the same person has the same one on the same list, another one
 * on every other list, and only we find the id behind it. One block of AES holds the id, the list and four zero bytes,
 * so that a made-up alias is found out.
 */
const zeros = Buffer.alloc(4);

const keyOf = (master: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), 'alias', 32));

const blockOf = (id: string, list: string): Buffer =>
  Buffer.concat([Buffer.from(id, 'hex'), Buffer.from(list, 'hex'), zeros]);

/** 32 hex letters that stand for an id on one list. */
export function aliasOf(id: string, list: string): string {
  const [{ key }] = secretsOf('CODE_MASTERS');
  const cipher = createCipheriv('aes-256-ecb', keyOf(key), null).setAutoPadding(false);
  return cipher.update(blockOf(id, list)).toString('hex');
}

/** The id behind an alias of this list; undefined for one that we never gave. */
export function idBehind(alias: string, list: string): string | undefined {
  const block = Buffer.from(alias, 'hex');
  if (block.length !== 16) return undefined;
  for (const { key } of secretsOf('CODE_MASTERS')) {
    const cipher = createDecipheriv('aes-256-ecb', keyOf(key), null).setAutoPadding(false);
    const id = cipher.update(block).subarray(0, 6).toString('hex');
    const same = createCipheriv('aes-256-ecb', keyOf(key), null).setAutoPadding(false);
    if (same.update(blockOf(id, list)).equals(block)) return id;
  }
  return undefined;
}
