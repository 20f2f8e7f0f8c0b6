import { hourMs, minuteMs } from '#shared/time';
import { judgeTaking } from '../../../functions/shifts/gate.rules';

const startsAt = 1_800_000_000_000;
const now = startsAt + minuteMs;
const theirs = { memberId: 'other', issuedAt: 1 };
const shiftWith = (gates: Record<string, object>) =>
  ({ startsAt, endsAt: startsAt + hourMs, graceMinutes: 120, gates }) as Parameters<
    typeof judgeTaking
  >[0];
const take = (gates: Record<string, object>, gate = 0, at = now) =>
  judgeTaking(shiftWith(gates), gate, { who: 'me', now: at });
const refused = (code: string) => ({ status: 'refused', code });

// One row per outcome, in the order in which they are tried.
test.each([
  ['no such gate', take({ 0: theirs }, 7), refused('not_found')],
  ['stopped by its owner', take({ 0: { ...theirs, revokedAt: 5 } }), refused('gate_passed_on')],
  [
    'taken by a third',
    take({ 0: { ...theirs, revokedAt: 5, takenBy: 'third' } }),
    refused('gate_passed_on'),
  ],
  [
    'nobody can check out any more',
    take({ 0: theirs }, 0, startsAt + 4 * hourMs),
    refused('checkout_too_late'),
  ],
  ['one’s own', take({ 0: { memberId: 'me', issuedAt: 1 } }), { status: 'same', gate: 0 }],
  [
    'taken by oneself before',
    take({ 0: { ...theirs, revokedAt: 5, takenBy: 'me' }, 1: { memberId: 'me', issuedAt: 5 } }),
    { status: 'same', gate: 1 },
  ],
  [
    'somebody else’s → stopped, and one of one’s own',
    take({ 0: theirs }),
    {
      ...{ status: 'taken', gate: 1 },
      gates: {
        0: { ...theirs, revokedAt: now, takenBy: 'me' },
        1: { memberId: 'me', issuedAt: now },
      },
    },
  ],
  [
    'somebody else’s, with one’s own open already → that one goes on',
    take({ 0: theirs, 1: { memberId: 'me', issuedAt: 2 } }),
    {
      ...{ status: 'taken', gate: 1 },
      gates: {
        0: { ...theirs, revokedAt: now, takenBy: 'me' },
        1: { memberId: 'me', issuedAt: 2 },
      },
    },
  ],
])('%s', (_name, verdict, said) => expect(verdict).toEqual(said));
