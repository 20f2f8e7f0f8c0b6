import type { RefusalCode } from '#shared/refusals';
import { dayMs, hourMs } from '#shared/time';
import { isMinor } from '../volunteers/minor.rules';
import type { Family } from './link.rules';

/**
 * A code that somebody reads out and another person types. `subjectId`: whom it is about; `madeBy`: who shows it. It
 * is good for a day, once, and only until a newer one of its kind is made.
 */
export type LinkCode = {
  version: number;
  purpose: LinkPurpose;
  subjectId: string;
  madeBy: string;
  usableUntil: number;
  usedBy?: string;
  /** TTL, in seconds. */
  expiresAt: number;
};
export type LinkPurpose = 'guardian' | 'handover';
/** Which code of a purpose is the last one. */
export type CurrentCode = { version: number; mark: string };
/** Wrong codes that one person typed since a moment (ms). */
export type LinkTries = { version: number; count: number; since: number };

export const codeMs = dayMs;
const triesMax = 5;
const triesMs = hourMs;

/** Nobody mistakes one of these for another when a code is read out. */
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
export const codeLength = 8;

/** A code from random bytes, two for each letter. */
export function codeFrom(bytes: Uint8Array): string {
  return Array.from({ length: codeLength }, (_, place) => {
    const drawn = (bytes[2 * place] ?? 0) * 256 + (bytes[2 * place + 1] ?? 0);
    return letters.charAt(drawn % letters.length);
  }).join('');
}

/** Whether somebody must wait before typing another code. */
export const triesAreSpent = (tries: LinkTries | undefined, now: number): boolean =>
  tries !== undefined && tries.count >= triesMax && now < tries.since + triesMs;

/** One more wrong code. */
export function countTry(tries: LinkTries | undefined, now: number): LinkTries {
  const living = tries && now < tries.since + triesMs;
  return living
    ? { ...tries, count: tries.count + 1 }
    : { version: tries?.version ?? 1, count: 1, since: now };
}

type Typed = { code: LinkCode | undefined; current: string | undefined; mark: string };

/** Whether a typed code is of no use: unknown, another purpose's, over, used by somebody else, or replaced by a newer. */
export function judgeCode(
  { code, current, mark }: Typed,
  { purpose, by, now }: { purpose: LinkPurpose; by: string; now: number },
): RefusalCode | undefined {
  if (code?.purpose !== purpose) return 'link_code_wrong';
  if (code.usedBy !== undefined) return code.usedBy === by ? undefined : 'link_code_wrong';
  return now < code.usableUntil && current === mark ? undefined : 'link_code_wrong';
}

type Making = {
  purpose: LinkPurpose;
  birthMonth: string;
  family: Pick<Family, 'ownAccount' | 'guardians'>;
};

/**
 * Whether a code may be made. A guardian is for a minor, a further relative for somebody without an account; an
 * account is handed over to somebody who has none.
 */
export function judgeMaking(
  { purpose, birthMonth, family }: Making,
  now: number,
): RefusalCode | undefined {
  if (purpose === 'handover') return family.ownAccount ? 'own_account' : undefined;
  return family.ownAccount && !isMinor({ birthMonth }, now) ? 'guardian_not_needed' : undefined;
}
