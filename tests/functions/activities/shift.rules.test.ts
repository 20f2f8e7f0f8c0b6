import fc from 'fast-check';
import { stepAt } from '#shared/code';
import { dayMs, hourMs, minuteMs } from '#shared/time';
import type { Gate } from '../../../functions/activities/shift.rules';
import {
  batchSpan,
  judgeGate,
  phaseOf,
  shardsFor,
  splitCapacity,
  takenOf,
} from '../../../functions/activities/shift.rules';

const startsAt = Date.UTC(2026, 10, 24, 6);
const endsAt = startsAt + 2 * hourMs;
const shift = { startsAt, endsAt, graceMinutes: 120 };
const graceEnds = endsAt + 2 * hourMs;

test.each([
  ['a moment before the start', startsAt - 1, 'upcoming'],
  ['at the start', startsAt, 'running'],
  ['a moment before the end', endsAt - 1, 'running'],
  ['at the end', endsAt, 'ended'],
])('%s → %s', (_name, at, phase) => {
  expect(phaseOf(shift, at)).toBe(phase);
});

const gate = (memberId: string, revokedAt?: number): Gate => ({
  ...{ memberId, issuedAt: startsAt },
  ...(revokedAt && { revokedAt }),
});
const full = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [index, gate('other')]));
const refused = (code: string) => ({ status: 'refused', code });

// One row per outcome, in the order in which they are tried.
test.each([
  ['cancelled', { cancelledAt: 1 }, startsAt, refused('shift_cancelled')],
  [
    'cancelled when people could be in',
    { cancelledAt: startsAt - 30 * minuteMs },
    startsAt,
    { status: 'issued', gate: 0 },
  ],
  ['31 minutes before', {}, startsAt - 31 * minuteMs, refused('gate_too_early')],
  ['30 minutes before', {}, startsAt - 30 * minuteMs, { status: 'issued', gate: 0 }],
  ['at the end of the grace', {}, graceEnds, { status: 'issued', gate: 0 }],
  ['after the grace', {}, graceEnds + 1, refused('checkout_too_late')],
  ['one has a gate', { gates: { 0: gate('me') } }, startsAt, { status: 'same', gate: 0 }],
  [
    'one has a gate, twenty exist',
    { gates: { ...full, 7: gate('me') } },
    startsAt,
    { status: 'same', gate: 7 },
  ],
  [
    'somebody else has a gate',
    { gates: { 0: gate('other') } },
    startsAt,
    { status: 'issued', gate: 1 },
  ],
  [
    "one's gate was revoked",
    { gates: { 0: gate('me', startsAt) } },
    startsAt,
    { status: 'issued', gate: 1 },
  ],
  ['twenty of others', { gates: full }, startsAt, refused('gates_exhausted')],
  [
    "twenty, one's own revoked",
    { gates: { ...full, 3: gate('me', startsAt) } },
    startsAt,
    refused('gates_exhausted'),
  ],
])('a member asks for codes, %s', (_name, more, at, verdict) => {
  expect(judgeGate({ ...shift, gates: {}, ...more }, 'me', at)).toEqual(verdict);
});

test('a batch reaches four hours, but never past the grace', () => {
  expect(batchSpan({ ...shift, endsAt: startsAt + dayMs }, startsAt)).toEqual({
    ...{ from: startsAt, until: startsAt + 4 * hourMs },
  });
  expect(batchSpan(shift, endsAt)).toEqual({ from: endsAt, until: graceEnds });
  const { from, until } = batchSpan({ ...shift, endsAt: startsAt + dayMs }, startsAt);
  expect(stepAt(until) - stepAt(from) + 1).toBeLessThanOrEqual(1_200);
});

test.each([
  [1, 1],
  [40, 1],
  [41, 1],
  [50, 1],
  [51, 2],
  [120, 3],
  [500, 10],
  [5_000, 10],
])('%i places → spread over %i', (capacity, shards) => {
  expect(shardsFor(capacity)).toBe(shards);
});

test('the shards always add up to the capacity, none empty, none two larger than another', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000 }), (capacity) => {
      const parts = splitCapacity(capacity, shardsFor(capacity));
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(capacity);
      expect(Math.min(...parts)).toBeGreaterThanOrEqual(1);
      expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
    }),
  );
});

test('everybody who signed up takes a place, however far they have come', () => {
  expect(takenOf(undefined)).toBe(0);
  expect(takenOf({ signedUp: 2, checkedIn: 3, pending: 1, credited: 4 })).toBe(10);
});
