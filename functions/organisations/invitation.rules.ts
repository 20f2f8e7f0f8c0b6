import type { RefusalCode } from '#shared/refusals';
import { hourMs } from '#shared/time';

/** A code that lets people join an organisation. The table knows its mark, never the code. */
export type Invitation = {
  version: number;
  organisationId: string;
  invitedBy: string;
  usesLeft: number;
  endsAt: number;
  /** Another code took its place. */
  replacedAt?: number;
};

export const invitationMs = 24 * hourMs;
export const usesMax = 50;

/** Whether a code still opens; undefined when it does. Which of the reasons it is, nobody is told. */
export function judgeInvitation(
  invitation: Invitation | undefined,
  now: number,
): RefusalCode | undefined {
  const opens =
    invitation !== undefined &&
    invitation.replacedAt === undefined &&
    invitation.usesLeft > 0 &&
    now < invitation.endsAt;
  return opens ? undefined : 'invitation_invalid';
}

/** A person's wrong codes since a time (ms). */
export type Guesses = { version: number; count: number; since: number };

const guessesMax = 5;
const guessesMs = hourMs;

export const guessesAreSpent = (guesses: Guesses | undefined, now: number): boolean =>
  guesses !== undefined && guesses.count >= guessesMax && now < guesses.since + guessesMs;

/** One more wrong code; after an hour the count begins anew. */
export function withGuess(guesses: Guesses | undefined, now: number): Guesses {
  const fresh = { version: guesses?.version ?? 1, count: 1, since: now };
  if (!guesses || now >= guesses.since + guessesMs) return fresh;
  return { ...guesses, count: guesses.count + 1 };
}

/** No 0, O, 1, I, L, U: eight signs that can be read out over a phone. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 8;

/** A code from random bytes; bytes that would favour some signs are passed over. Needs a few more than 8. */
export function codeFrom(bytes: Uint8Array): string {
  const fair = [...bytes].filter((byte) => byte < 256 - (256 % alphabet.length));
  return fair
    .slice(0, codeLength)
    .map((byte) => alphabet[byte % alphabet.length])
    .join('');
}

/** As it is shown: 「K7MP-4XQR」. */
export const spacedCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;
