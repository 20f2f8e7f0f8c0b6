import { hourMs } from '#shared/time';
import type { Invitation } from '../../../functions/organisations/invitation.rules';
import {
  codeFrom,
  guessesAreSpent,
  invitationMs,
  judgeInvitation,
  spacedCode,
  withGuess,
} from '../../../functions/organisations/invitation.rules';

const now = 1_000_000;
const invitation: Invitation = {
  ...{ version: 1, organisationId: 'o', invitedBy: 'v', usesLeft: 1, endsAt: now + 1 },
};

test.each([
  ['that nobody made', undefined],
  ['whose place another took', { ...invitation, replacedAt: 1 }],
  ['that is used up', { ...invitation, usesLeft: 0 }],
  ['that is over', { ...invitation, endsAt: now }],
])('a code %s → the one answer that says nothing more', (_name, found) => {
  expect(judgeInvitation(found, now)).toBe('invitation_invalid');
});

test('a living code opens, for a day', () => {
  expect(judgeInvitation(invitation, now)).toBeUndefined();
  expect(invitationMs).toBe(24 * hourMs);
});

test('five wrong codes in an hour, then none until the hour is over', () => {
  let guesses = withGuess(undefined, now);
  for (let turn = 1; turn < 5; turn++) {
    expect(guessesAreSpent(guesses, now + turn)).toBe(false);
    guesses = withGuess(guesses, now + turn);
  }
  expect(guesses).toEqual({ version: 1, count: 5, since: now });
  expect(guessesAreSpent(guesses, now + hourMs - 1)).toBe(true);
  expect(guessesAreSpent(guesses, now + hourMs)).toBe(false);
  expect(withGuess(guesses, now + hourMs)).toMatchObject({ count: 1, since: now + hourMs });
});

test('a code is eight signs that are told apart when read out, each as likely as the next', () => {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const signs = Array.from({ length: 32 }, (_, at) => codeFrom(all.slice(at * 8)).slice(0, 8));
  expect(codeFrom(all)).toHaveLength(8);
  expect(codeFrom(Uint8Array.from([255, 254, 253, 252, 251, 250, 249, 248]))).toHaveLength(0);
  expect(signs.join('')).not.toMatch(/[01OILU]/);
  expect(spacedCode('K7MP4XQR')).toBe('K7MP-4XQR');
});
