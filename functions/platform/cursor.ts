import { createHmac, timingSafeEqual } from 'node:crypto';
import { secretsOf } from './config';
import { refuse } from './refuse';

/**
 * Opaque page cursors: the last key of a page, signed together with what the page was of, so that no cursor opens
 * another person's or another list's partition.
 */
const markOf = (text: string, scope: string, key: Buffer): Buffer =>
  createHmac('sha256', key).update(`${scope}\n${text}`).digest().subarray(0, 12);

export function signCursor(scope: string, key: Record<string, unknown> | undefined) {
  if (!key) return undefined;
  const [secret] = secretsOf('CURSOR_SECRETS');
  const text = Buffer.from(JSON.stringify(key)).toString('base64url');
  return `${secret.version}.${text}.${markOf(text, scope, secret.key).toString('base64url')}`;
}

/** The key to go on from; an edited or foreign cursor is a `request_invalid`. */
export function readCursor(scope: string, cursor: string | undefined) {
  if (cursor === undefined) return undefined;
  const [version = '', text = '', mark = ''] = cursor.split('.');
  const secret = secretsOf('CURSOR_SECRETS').find((one) => String(one.version) === version);
  const given = Buffer.from(mark, 'base64url');
  const right = secret && markOf(text, scope, secret.key);
  if (!right || given.length !== right.length || !timingSafeEqual(given, right)) {
    return refuse('request_invalid');
  }
  return JSON.parse(Buffer.from(text, 'base64url').toString()) as Record<string, unknown>;
}
