import { stepAt, stepEpoch } from '#shared/code';
import { hourMs, minuteMs } from '#shared/time';
import {
  isAccompanied,
  judgeCountersigner,
  judgeScan,
  wasDoneBy,
} from '../../../functions/checkins/checkin.rules';
import type { Scan, ScannedShift } from '../../../functions/checkins/presence.rules';
import type { Evidence, ServiceRecord } from '../../../functions/records/record.rules';

const startsAt = stepEpoch + 100 * hourMs;
const endsAt = startsAt + 2 * hourMs;
const shift: ScannedShift = {
  startsAt,
  endsAt,
  graceMinutes: 120,
  gates: {
    0: { memberId: 'm', issuedAt: startsAt },
    1: { memberId: 'n', issuedAt: startsAt, revokedAt: startsAt },
  },
};
const cancelled = { ...shift, cancelledAt: startsAt };
const scan = (at: number, more: Partial<Scan> = {}): Scan => {
  return { kind: 'checkin', gate: 0, step: stepAt(at), at, ...more };
};
const leaving = (at: number, more: Partial<Scan> = {}) => scan(at, { kind: 'checkout', ...more });
const record = (more: Partial<ServiceRecord>) => more as ServiceRecord;
const signedUp = record({ state: 'signed_up' });
const inside = record({ state: 'checked_in', inAt: startsAt });
const ended = record({ state: 'closed', inAt: startsAt });
const typed = record({ state: 'typed' });
const declined = record({ state: 'declined', inAt: startsAt });
const lateIn = record({ state: 'late', inAt: startsAt });
const lateOut = record({ state: 'late', outAt: endsAt });
const byGate = (gate: number, more: Partial<Evidence> = {}) =>
  record({
    ...inside,
    inEvidence: { scanId: 's', by: 'token', gate, step: 1, ...more },
  });
const early = record({ state: 'checked_in', inAt: startsAt - 20 * minuteMs });
const credited = record({ state: 'credited', inAt: startsAt });
const refused = (code: string) => ({ status: 'refused', code });

// One row per outcome, in the order in which they are tried.
test.each([
  ['check-in code after check-out', scan(startsAt), shift, credited, { status: 'exists' }],
  ['check-out code after check-out', leaving(endsAt), shift, credited, { status: 'exists' }],
  ['second check-in, even stale', scan(startsAt, { step: 1 }), shift, inside, { status: 'exists' }],
  ['cancelled', scan(startsAt), cancelled, signedUp, refused('shift_cancelled')],
  [
    'cancelled, leaving without having come',
    leaving(endsAt),
    cancelled,
    signedUp,
    refused('shift_cancelled'),
  ],
  ['cancelled while one served', leaving(endsAt), cancelled, inside, { status: 'check_out' }],
  [
    'two steps ahead',
    scan(startsAt, { step: stepAt(startsAt) + 2 }),
    shift,
    signedUp,
    refused('code_ahead'),
  ],
  [
    'one step ahead',
    scan(startsAt, { step: stepAt(startsAt) + 1 }),
    shift,
    signedUp,
    { status: 'check_in' },
  ],
  [
    'two steps behind',
    scan(startsAt, { step: stepAt(startsAt) - 2 }),
    shift,
    signedUp,
    { status: 'check_in' },
  ],
  ['printed: step 0', scan(startsAt, { step: 0 }), shift, signedUp, refused('code_stale')],
  [
    'a gate that was never issued',
    scan(startsAt, { gate: 7 }),
    shift,
    signedUp,
    refused('gate_revoked'),
  ],
  ['a revoked gate', scan(startsAt, { gate: 1 }), shift, signedUp, refused('gate_revoked')],
  [
    '31 minutes early',
    scan(startsAt - 31 * minuteMs),
    shift,
    signedUp,
    refused('checkin_too_early'),
  ],
  ['30 minutes early', scan(startsAt - 30 * minuteMs), shift, signedUp, { status: 'check_in' }],
  ['a moment before the end', scan(endsAt - 1), shift, signedUp, { status: 'check_in' }],
  ['at the end', scan(endsAt), shift, signedUp, refused('checkin_too_late')],
  ['never signed up', scan(startsAt), shift, undefined, { status: 'walk_in' }],
  [
    'withdrawn before',
    scan(startsAt),
    shift,
    record({ state: 'withdrawn' }),
    { status: 'walk_in' },
  ],
  ['out without a record', leaving(startsAt), shift, undefined, refused('not_checked_in')],
  ['out without in', leaving(startsAt), shift, signedUp, refused('not_checked_in')],
  ['out within a minute', leaving(startsAt + 59_999), shift, inside, refused('checkout_too_early')],
  [
    'out before the start, long after an early check-in',
    leaving(startsAt),
    shift,
    early,
    refused('checkout_too_early'),
  ],
  [
    'out a minute after the start',
    leaving(startsAt + 60_000),
    shift,
    early,
    { status: 'check_out' },
  ],
  [
    'out by a living code while the way in waits',
    leaving(endsAt),
    shift,
    lateIn,
    { status: 'late', at: endsAt, isStale: false },
  ],
  ['out again while both ends wait', leaving(endsAt), shift, lateOut, { status: 'exists' }],
  [
    'in by a living code after a late way out',
    scan(startsAt),
    shift,
    lateOut,
    { status: 'late', at: startsAt, isStale: false },
  ],
  ['in again while it is closed', scan(startsAt), shift, ended, { status: 'exists' }],
  [
    'out of a closed one',
    leaving(endsAt),
    shift,
    ended,
    { status: 'late', at: endsAt, isStale: false },
  ],
  ['in where hours were typed', scan(startsAt), shift, typed, refused('service_decided')],
  ['out of what was declined', leaving(endsAt), shift, declined, refused('service_decided')],
  [
    'out, in by a gate that was stopped since',
    leaving(endsAt),
    shift,
    byGate(1),
    { status: 'late', at: endsAt, isStale: false },
  ],
  [
    'the same, but an organiser saw them in person',
    leaving(endsAt),
    shift,
    byGate(1, { countersignedBy: 'm' }),
    { status: 'check_out' },
  ],
  ['out, in by a good gate', leaving(endsAt), shift, byGate(0), { status: 'check_out' }],
  [
    'out, in by card number 1',
    leaving(endsAt),
    shift,
    byGate(1, { by: 'card' }),
    { status: 'check_out' },
  ],
  ['out after a minute', leaving(startsAt + 60_000), shift, inside, { status: 'check_out' }],
  ['out at the end of grace', leaving(endsAt + 2 * hourMs), shift, inside, { status: 'check_out' }],
  [
    'out after the grace',
    leaving(endsAt + 2 * hourMs + 1),
    shift,
    inside,
    refused('checkout_too_late'),
  ],
])('%s', (_name, scanned, at, known, verdict) => {
  expect(judgeScan(scanned, at, known)).toEqual(verdict);
});

test('a scan is known again by its id, at either end', () => {
  const end = ({ scanId }: { scanId: string }): Evidence => ({
    scanId,
    by: 'token',
    gate: 0,
    step: 1,
  });
  const both = record({ inEvidence: end({ scanId: 'a' }), outEvidence: end({ scanId: 'b' }) });
  expect(['a', 'b', 'c'].map((scanId) => wasDoneBy(scanId, both))).toEqual([true, true, false]);
  expect(wasDoneBy('a', signedUp)).toBe(false);
});

test('a countersigned scan needs no step and no gate; time and cancellation count as ever', () => {
  const printed = { gate: 7, step: 0, countersigned: true };
  expect(judgeScan(scan(startsAt, printed), shift, signedUp)).toEqual({ status: 'check_in' });
  expect(judgeScan(leaving(endsAt, printed), shift, inside)).toEqual({ status: 'check_out' });
  expect(judgeScan(scan(startsAt, printed), cancelled, signedUp)).toEqual(
    refused('shift_cancelled'),
  );
  expect(judgeScan(scan(endsAt, printed), shift, signedUp)).toEqual(refused('checkin_too_late'));
  expect(judgeScan(scan(startsAt, { ...printed, countersigned: false }), shift, signedUp)).toEqual(
    refused('code_stale'),
  );
});

// What an organiser's scan of a living code does to somebody who is in already.
const living = { countersigned: true, step: stepAt(startsAt) };
test.each([
  ['own scan', scan(startsAt, living), byGate(0), 'vouch'],
  ['own scan by a gate that was stopped', scan(startsAt, living), byGate(1), 'vouch'],
  ['a printed card instead', scan(startsAt, { ...living, step: 0 }), byGate(0), 'exists'],
  ['vouched for already', scan(startsAt, living), byGate(0, { countersignedBy: 'm' }), 'exists'],
  ['typed digits', scan(startsAt, living), byGate(0, { by: 'digits' }), 'exists'],
  ['a late way in', scan(startsAt, living), { ...byGate(0), state: 'late' }, 'exists'],
  ['checked out already', scan(endsAt, living), { ...byGate(0), state: 'credited' }, 'exists'],
  ['after the grace', scan(endsAt + 3 * hourMs, living), byGate(0), 'exists'],
  ['the way out', leaving(endsAt, living), byGate(0), 'check_out'],
] as const)('a living code, %s → %s', (_name, scanned, known, status) => {
  expect(judgeScan(scanned, shift, known as ServiceRecord)).toMatchObject({ status });
});

test.each([
  ['their own card', 'me', [], 'not_ones_own_card'],
  ['the card of somebody they look after', 'child', ['other', 'me'], 'not_ones_own_card'],
  ['anybody else’s', 'child', ['other'], undefined],
] as const)('an organiser scans %s → %s', (_name, subject, guardians, code) => {
  expect(judgeCountersigner('me', { subject, guardians })).toBe(code);
});

test.each([
  ['nobody', [], false],
  ['a guardian who did not sign up', [undefined], false],
  ['a guardian who is expected', [signedUp], false],
  ['a guardian who has left', [credited], false],
  ['one of two guardians who is here', [credited, inside], true],
] as const)('accompanied by %s → %s', (_name, guardians, accompanied) => {
  expect(isAccompanied(guardians)).toBe(accompanied);
});
