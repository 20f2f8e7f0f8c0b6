import { accessMs } from '../../../functions/platform/session';
import {
  disputeMs,
  nextLook,
  placeIsDue,
  settleMs,
} from '../../../functions/volunteers/erasure.rules';

const day = 24 * 3_600_000;
const since = 100 * day;

test.each([
  ['before the word, window over', { startsAt: 80 * day, endsAt: 81 * day }, since, true],
  ['before the word, still in its window', { startsAt: 95 * day, endsAt: 96 * day }, since, false],
  ['the same, when the window is over', { startsAt: 95 * day, endsAt: 96 * day }, 103 * day, true],
  ['a moment before that', { startsAt: 95 * day, endsAt: 96 * day }, 103 * day - 1, false],
  ['after the word', { startsAt: 101 * day, endsAt: 102 * day }, 200 * day, false],
])('%s → due %#', (_name, shift, now, due) => {
  expect(placeIsDue(shift, { since, now })).toBe(due);
});

test('looked at again when the last shift of before has passed its window, then never', () => {
  const last = since + disputeMs + day;
  expect(nextLook({ since }, since)).toBe(last);
  expect(nextLook({ since }, last - 1)).toBe(last);
  expect(nextLook({ since }, last)).toBeUndefined();
  // A shift of a whole day that began the moment before is due by then.
  expect(placeIsDue({ startsAt: since - 1, endsAt: since - 1 + day }, { since, now: last })).toBe(
    true,
  );
});

test('between the ways in and the rest lies more than an access token lives', () => {
  expect(settleMs).toBeGreaterThan(accessMs);
});
