import { dayMs, hourMs, minuteMs } from '#shared/time';
import { recordStates } from '#shared/vocabulary';
import { afterEvent } from '../../../functions/records/record.rules';
import type { Typed } from '../../../functions/typed-hours/typed.rules';
import {
  isOwn,
  judgeDecision,
  judgeTyping,
  typingOpenUntil,
} from '../../../functions/typed-hours/typed.rules';

const startsAt = Date.UTC(2026, 10, 24, 1);
const endsAt = startsAt + 4 * hourMs;
const shift = { startsAt, endsAt };
const asked = {
  served: { from: startsAt, until: endsAt },
  state: 'signed_up' as const,
  minutes: 240,
  overlaps: false,
  now: endsAt,
};
const late = endsAt + 30 * dayMs + 1;
const outside = { from: startsAt, until: endsAt + minuteMs };

// In order of precedence: each row breaks its own rule and all that come after it.
const broken = { state: 'checked_in' as const, served: outside, overlaps: true };
test.each([
  ['typing_closed', { ...shift, settledAt: endsAt }, { ...broken, now: endsAt - 1 }],
  ['typing_closed', { ...shift, cancelledAt: startsAt }, { ...broken, now: endsAt - 1 }],
  ['typing_too_early', shift, { ...broken, now: endsAt - 1 }],
  ['typing_too_early', { ...shift, extendedTo: endsAt + 1 }, { ...broken, now: endsAt }],
  ['typing_closed', shift, { ...broken, now: late }],
  ['typed_state_unfit', shift, broken],
  ['typed_times_unfit', shift, { served: outside, overlaps: true }],
  ['typed_times_unfit', shift, { served: { from: startsAt - 1, until: endsAt }, overlaps: true }],
  ['typed_times_unfit', shift, { served: { from: endsAt, until: startsAt }, overlaps: true }],
  ['typed_times_unfit', shift, { minutes: 0, overlaps: true }],
  ['typed_overlap', shift, { overlaps: true }],
  [undefined, shift, {}],
  [undefined, shift, { now: late - 1 }],
  [undefined, { ...shift, extendedTo: endsAt + minuteMs }, { served: outside, now: late - 1 }],
])('%s', (code, on, change) => {
  expect(judgeTyping(on, { ...asked, ...change })).toBe(code);
});

test('hours can be typed for whoever has no scan at the shift, and once', () => {
  const states = Object.keys(recordStates) as (keyof typeof recordStates)[];
  const open = states.filter((state) => judgeTyping(shift, { ...asked, state }) === undefined);
  expect(open).toEqual(states.filter((state) => afterEvent(state, 'type')));
  expect(open).toEqual(['waiting', 'asked', 'signed_up', 'withdrawn', 'no_show']);
  expect(judgeTyping(shift, { ...asked, state: undefined })).toBeUndefined();
});

test('a settled or called-off shift is closed for typing', () => {
  expect(typingOpenUntil(shift)).toBe(endsAt + 30 * dayMs);
  expect(typingOpenUntil({ ...shift, settledAt: 1 })).toBeUndefined();
  expect(typingOpenUntil({ ...shift, cancelledAt: 1 })).toBeUndefined();
});

test.each([
  ['oneself', 'p', true],
  ['who looks after the person', 'mother', true],
  ['whom the person looks after', 'son', true],
  ['anybody else', 'organiser', false],
])('%s', (_, staff, expected) => {
  expect(isOwn(staff, 'p', { guardians: ['mother'], dependants: ['son'] })).toBe(expected);
});

const typed = { typedBy: 'typist', volunteerId: 'p', state: 'typed' } as Typed;
const deciding = { by: 'approver', decisionId: 'd', family: undefined, overlaps: false };
const decided = { ...typed, state: 'credited' as const, decisionId: 'd' };

test.each([
  ['the typist', decided, { by: 'typist', overlaps: true }, 'not_to_oneself'],
  ['the person', decided, { by: 'p', overlaps: true }, 'not_to_oneself'],
  [
    'their family',
    decided,
    { by: 'f', family: { guardians: ['f'], dependants: [] } },
    'not_to_oneself',
  ],
  ['the same decision again', decided, { overlaps: true }, 'exists'],
  ['another one', decided, { decisionId: 'e', overlaps: true }, 'already_decided'],
  ['hours elsewhere were credited meanwhile', typed, { overlaps: true }, 'typed_overlap'],
  ['somebody else', typed, {}, 'open'],
])('%s → %s', (_, row, change, expected) => {
  const verdict = judgeDecision(row, { ...deciding, ...change }, 'confirm');
  expect(verdict.status === 'refused' ? verdict.code : verdict.status).toBe(expected);
});

test('what overlaps can still be declined', () => {
  const verdict = judgeDecision(typed, { ...deciding, overlaps: true }, 'decline');
  expect(verdict).toEqual({ status: 'open' });
});
