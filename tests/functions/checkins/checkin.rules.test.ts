import { stepAt, stepEpoch } from '#shared/code';
import { hourMs, minuteMs } from '#shared/time';
import type { Scan, ScannedShift } from '../../../functions/checkins/checkin.rules';
import {
  gradeOf,
  isAccompanied,
  judgeCountersigner,
  judgeScan,
  judgeTyping,
  stepsAround,
  wasDoneBy,
} from '../../../functions/checkins/checkin.rules';
import type { Evidence, ServiceRecord } from '../../../functions/records/record.rules';

const startsAt = stepEpoch + 100 * hourMs;
const endsAt = startsAt + 2 * hourMs;
const shift: ScannedShift = {
  startsAt,
  endsAt,
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
  [
    'three steps behind',
    scan(startsAt, { step: stepAt(startsAt) - 3 }),
    shift,
    signedUp,
    refused('code_stale'),
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

const end = (more: Partial<Evidence>): Evidence => {
  return {
    scanId: 's',
    by: 'token',
    gate: 0,
    step: 1,
    metersAway: 10,
    accuracyMeters: 20,
    ...more,
  };
};
test.each([
  ['both ends agree', [end({}), end({ by: 'claim' })], 'B'],
  ['at the edge of the radius', [end({ metersAway: 300, accuracyMeters: 300 }), end({})], 'B'],
  ['one end too far', [end({ metersAway: 301 }), end({})], 'C'],
  ['one end too vague', [end({ accuracyMeters: 301 }), end({})], 'C'],
  ['typed digits', [end({ by: 'digits' }), end({})], 'C'],
  ['a browser vouches', [end({ by: 'browser_claim' }), end({})], 'C'],
  ['an end is missing', [undefined, end({})], 'C'],
])('grade: %s', (_name, ends, grade) => {
  expect(gradeOf(ends, 300)).toBe(grade);
});

test('digits may be typed for the same four steps in which a code counts', () => {
  const now = stepAt(startsAt);
  expect(stepsAround(startsAt)).toEqual([now - 2, now - 1, now, now + 1]);
});

test.each([
  ['half an hour before, less a moment', startsAt - 30 * minuteMs - 1, 'checkin_too_early'],
  ['half an hour before', startsAt - 30 * minuteMs, undefined],
  ['to the end of the grace', endsAt + 2 * hourMs, undefined],
  ['after the grace', endsAt + 2 * hourMs + 1, 'checkout_too_late'],
])('typing digits, %s', (_name, at, code) => {
  expect(judgeTyping(shift, at)).toBe(code);
});

test('a scan is known again by its id, at either end', () => {
  const both = record({ inEvidence: end({ scanId: 'a' }), outEvidence: end({ scanId: 'b' }) });
  expect(['a', 'b', 'c'].map((scanId) => wasDoneBy(scanId, both))).toEqual([true, true, false]);
  expect(wasDoneBy('a', signedUp)).toBe(false);
});

const card: Evidence = { scanId: 's', by: 'card', gate: 1, step: 0, countersignedBy: 'organiser' };
const near: Evidence = { scanId: 't', by: 'token', gate: 0, step: 9, metersAway: 5 };
test.each([
  ['a card at both ends', [card, card]],
  [
    'a card at both ends, on the spot',
    [
      { ...card, metersAway: 1 },
      { ...card, metersAway: 1 },
    ],
  ],
  ['a card in, a scan of one’s own out', [{ ...card, metersAway: 1 }, near]],
  ['a scan of one’s own in, a card out', [near, { ...card, metersAway: 1 }]],
] as const)('%s → never more than C', (_name, ends) => {
  expect(gradeOf(ends, 300)).toBe('C');
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
