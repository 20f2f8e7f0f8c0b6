import { stepAt, stepEpoch } from '#shared/code';
import { hourMs, minuteMs } from '#shared/time';
import {
  judgeLiving,
  judgeShown,
  judgeTyping,
  stepsAround,
} from '../../../functions/checkins/presence.rules';

const startsAt = stepEpoch + 100 * hourMs;
const endsAt = startsAt + 2 * hourMs;
const shift = { startsAt, endsAt, graceMinutes: 120 };
const now = stepAt(startsAt);

test('digits may be typed for the same four steps in which a code counts', () => {
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

test.each([
  [-3, 'code_stale'],
  [-2, undefined],
  [0, undefined],
  [1, undefined],
  [2, 'code_ahead'],
])('a volunteer’s own code of %i steps from now → %s', (away, code) => {
  expect(judgeLiving(now + away, startsAt)).toBe(code);
});

// Gate 0 was issued at the start, in the middle of a step; gate 1 was stopped an hour later.
const gates = {
  0: { memberId: 'm', issuedAt: startsAt + 7_000 },
  1: { memberId: 'n', issuedAt: startsAt, revokedAt: startsAt + hourMs },
};
test.each([
  ['the step in which it was issued', { gate: 0, step: now }, undefined],
  ['a step before it was issued', { gate: 0, step: now - 1 }, 'code_stale'],
  ['printed', { gate: 0, step: 0 }, 'code_stale'],
  ['a gate that there never was', { gate: 7, step: now }, 'gate_revoked'],
  ['before it was stopped', { gate: 1, step: now + 239 }, undefined],
  ['from when it was stopped', { gate: 1, step: now + 240 }, 'gate_revoked'],
])('whether a code was ever shown: %s', (_name, code, refusal) => {
  expect(judgeShown(code, { gates })).toBe(refusal);
});
