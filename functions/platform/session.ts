import { createHmac, timingSafeEqual } from 'node:crypto';
import { hourMs, minuteMs } from '#shared/time';
import { secretsOf } from './config';

/**
 * Our own session token: `<version>.<payload>.<mark>`, HMAC-SHA-256. An access token lives 10 minutes and is verified
 * without a read; a refresh token reads the way in and dies with its epoch.
 */
export type Caller = {
  volunteerId: string;
  /** The way in that was used, as it stands in its key: kind and HMAC. */
  way: { kind: string; mark: string };
  epoch: number;
};
type Use = 'access' | 'refresh';

export const accessMs = 10 * minuteMs;
export const refreshMs = 60 * 24 * hourMs;

const markOf = (text: string, key: Buffer): Buffer =>
  createHmac('sha256', key).update(text).digest();

/** Signs a token that ends at `expiresAt` (ms). */
export function signSession(caller: Caller, use: Use, expiresAt: number): string {
  const [{ version, key }] = secretsOf('SESSION_SECRETS');
  const payload = [
    caller.volunteerId,
    caller.way.kind,
    caller.way.mark,
    caller.epoch,
    use,
    expiresAt,
  ];
  const text = `${version}.${Buffer.from(JSON.stringify(payload)).toString('base64url')}`;
  return `${text}.${markOf(text, key).toString('base64url')}`;
}

/** Undefined when the token is absent, forged, expired, or made for another use. */
export function readSession(token: string, use: Use, now: number): Caller | undefined {
  const [version = '', payload = '', mark = ''] = token.slice(0, 600).split('.');
  const secret = secretsOf('SESSION_SECRETS').find((one) => String(one.version) === version);
  if (!secret) return undefined;
  const right = markOf(`${version}.${payload}`, secret.key);
  const given = Buffer.from(mark, 'base64url');
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  const [volunteerId, kind, way, epoch, usedFor, expiresAt] = JSON.parse(
    Buffer.from(payload, 'base64url').toString(),
  );
  if (usedFor !== use || expiresAt <= now) return undefined;
  return { volunteerId, way: { kind, mark: way }, epoch };
}
