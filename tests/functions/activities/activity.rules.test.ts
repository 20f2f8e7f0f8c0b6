import { dayMs, hourMs } from '#shared/time';
import type { ActivityState } from '#shared/vocabulary';
import { activityStates } from '#shared/vocabulary';
import type { ActivityEvent } from '../../../functions/activities/activity.rules';
import {
  afterEvent,
  conditionsFor,
  judgeLegal,
  judgePlan,
} from '../../../functions/activities/activity.rules';

const startsAt = Date.UTC(2026, 10, 24, 6);
const endsAt = startsAt + 2 * hourMs;
const shift = { startsAt, endsAt };

test.each([
  ['before it starts', startsAt - dayMs, undefined],
  ['while it runs', endsAt - 1, undefined],
  ['at its end', endsAt, 'shift_in_the_past'],
  ['a year and a day ahead', startsAt - 366 * dayMs, 'shift_too_far_ahead'],
  ['a moment less', startsAt - 366 * dayMs + 1, undefined],
])('published %s → %s', (_name, at, code) => {
  expect(judgePlan(shift, at)).toBe(code);
});

const states = Object.keys(activityStates) as ActivityState[];
const events: ActivityEvent[] = [
  ...(['edit', 'submit', 'return', 'approve', 'rewrite'] as const),
  ...(['move', 'end', 'settle', 'cancel'] as const),
];
const edges: [ActivityState, ActivityEvent, ActivityState][] = [
  ['draft', 'edit', 'draft'],
  ['draft', 'submit', 'in_review'],
  ['draft', 'cancel', 'cancelled'],
  ['in_review', 'return', 'draft'],
  ['in_review', 'approve', 'published'],
  ['in_review', 'cancel', 'cancelled'],
  ['published', 'rewrite', 'published'],
  ['published', 'move', 'published'],
  ['published', 'end', 'settling'],
  ['published', 'cancel', 'cancelled'],
  ['settling', 'settle', 'settled'],
];

test.each(edges)('%s, %s → %s', (from, event, to) => {
  expect(afterEvent(from, event)).toBe(to);
});

test('every other edge is forbidden', () => {
  const listed = edges.map(([from, event]) => `${from} ${event}`);
  const open = states.flatMap((from) =>
    events.filter((event) => afterEvent(from, event) !== undefined).map((it) => `${from} ${it}`),
  );
  expect(open.sort()).toEqual([...listed].sort());
});

const plan = { ...shift, capacity: 10 };
const legal = {
  category: 'environment' as const,
  dangerous: false,
  risks: '路滑',
  plans: [plan],
};
const insurance = { insurer: '甲', policyNumber: '1', coverage: '意外' };
const now = startsAt - dayMs;

test.each([
  ['all is there', {}, undefined],
  ['no word of the risks, and no insurance', { risks: '', dangerous: true }, 'risks_missing'],
  [
    'dangerous without insurance, and too late',
    { dangerous: true, plans: [] },
    'insurance_missing',
  ],
  ['rescue work without insurance', { category: 'emergency' as const }, 'insurance_missing'],
  ['rescue work with it', { category: 'emergency' as const, insurance }, undefined],
  ['a rule that names no day', { plans: [] }, 'repeat_empty'],
  ['one shift is over', { plans: [plan, { ...plan, endsAt: now }] }, 'shift_in_the_past'],
  ['44 small shifts', { plans: Array(44).fill(plan) }, undefined],
  ['45 small shifts', { plans: Array(45).fill(plan) }, 'too_many_shifts'],
  ['8 of the largest', { plans: Array(8).fill({ ...plan, capacity: 5_000 }) }, undefined],
  ['9 of them', { plans: Array(9).fill({ ...plan, capacity: 5_000 }) }, 'too_many_shifts'],
])('handed in, %s → %s', (_name, more, code) => {
  expect(judgeLegal({ ...legal, ...more }, now)).toBe(code);
});

test.each([
  ['nothing said', {}, { minAge: 18 }],
  ['sixteen', { minAge: 16 }, { minAge: 18 }],
  ['twenty', { minAge: 20 }, { minAge: 20 }],
  ['up to fifteen', { maxAge: 15 }, { minAge: 18, maxAge: 18 }],
])('rescue work, %s → grown-ups only', (_name, asked, kept) => {
  expect(conditionsFor('emergency', asked)).toEqual(kept);
  expect(conditionsFor('environment', asked)).toEqual(asked);
});
