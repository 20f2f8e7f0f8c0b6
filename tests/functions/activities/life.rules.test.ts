import { dayMs, hourMs } from '#shared/time';
import type { ActivityState } from '#shared/vocabulary';
import { activityStates } from '#shared/vocabulary';
import type { Activity } from '../../../functions/activities/activity.rules';
import {
  hasEnded,
  judgeCancellation,
  judgeCancellationOfAll,
  judgePostponement,
  liveOf,
  stateSettled,
  stateWithout,
} from '../../../functions/activities/life.rules';

const startsAt = Date.UTC(2026, 10, 24, 6);
const endsAt = startsAt + 2 * hourMs;
const shift = { startsAt, endsAt };
const off = { ...shift, cancelledAt: startsAt - dayMs };
const published = { state: 'published' } as const;
const refused = (code: string) => ({ status: 'refused', code });
const open = { status: 'open' };

test.each([
  ['called off before', off, published, endsAt, { status: 'exists' }],
  ['the activity is settling', shift, { state: 'settling' }, endsAt, refused('activity_moved_on')],
  ['it is over', shift, published, endsAt, refused('shift_ended')],
  ['it runs', shift, published, endsAt - 1, open],
] as const)('one shift called off, %s', (_name, one, activity, at, verdict) => {
  expect(judgeCancellation(activity, one, at)).toEqual(verdict);
});

test.each([
  ['called off before', [off], { state: 'cancelled' }, endsAt, { status: 'exists' }],
  ['settled', [shift], { state: 'settled' }, endsAt, refused('activity_moved_on')],
  ['all is over', [shift, off], published, endsAt, refused('shift_ended')],
  ['a draft has no shifts', [], { state: 'draft' }, endsAt, open],
  ['one lies ahead', [shift, off], published, startsAt, open],
] as const)('the whole called off, %s', (_name, shifts, activity, at, verdict) => {
  expect(judgeCancellationOfAll(activity, shifts, at)).toEqual(verdict);
});

test('what is over or called off already is left as it is', () => {
  const later = { startsAt: endsAt, endsAt: endsAt + hourMs };
  expect(liveOf([shift, off, later], endsAt)).toEqual([later]);
});

test('an activity is called off when none of its shifts is left', () => {
  expect(stateWithout(published, [off, off])).toBe('cancelled');
  expect(stateWithout(published, [off, shift])).toBe('published');
  expect(stateWithout({ state: 'draft' }, [])).toBe('cancelled');
});

describe('a shift moved, in order of precedence', () => {
  const wanted = { startsAt: startsAt + dayMs, endsAt: endsAt + dayMs };
  const now = startsAt - hourMs;
  const activity = { ...published, shiftIds: ['a'] };
  const asked = { shift, wanted, moved: undefined };
  test.each([
    [
      'by this very request',
      { state: 'settling' },
      { shift: off, moved: wanted },
      { status: 'exists' },
    ],
    ['of what is not public', { state: 'settling' }, {}, refused('activity_moved_on')],
    ['after it was called off', {}, { shift: off }, refused('shift_cancelled')],
    ['to another time before', {}, { shift: off, moved: shift }, refused('shift_cancelled')],
    ['after it started', {}, { shift: { ...shift, startsAt: now } }, refused('shift_started')],
    [
      'to a time that is over',
      {},
      { wanted: { startsAt: now - hourMs, endsAt: now } },
      refused('shift_in_the_past'),
    ],
    [
      'into the running hour',
      {},
      { wanted: { startsAt: now, endsAt: now + hourMs } },
      refused('shift_in_the_past'),
    ],
    [
      'too far',
      {},
      { wanted: { startsAt: now + 366 * dayMs, endsAt: now + 367 * dayMs } },
      refused('shift_too_far_ahead'),
    ],
    ['again and again', { shiftIds: Array(60).fill('a') }, {}, refused('moved_too_often')],
    ['ahead of time', {}, {}, open],
  ])('%s', (_name, more, question, verdict) => {
    const of = { ...activity, ...more } as Pick<Activity, 'state' | 'shiftIds'>;
    expect(judgePostponement(of, { ...asked, ...question }, now)).toEqual(verdict);
  });
});

describe('settling', () => {
  const ends = (state: ActivityState) => ({ state, lastEndsAt: endsAt }) as Activity;

  test('begins a day after the last end, and only for what is public', () => {
    const begins = (Object.keys(activityStates) as ActivityState[]).filter((state) =>
      hasEnded(ends(state), endsAt + dayMs),
    );
    expect(begins).toEqual(['published']);
    expect(hasEnded(ends('published'), endsAt + dayMs - 1)).toBe(false);
  });

  const [done, open_, off_] = [{ settledAt: 1 }, {}, { cancelledAt: 1 }];
  test.each([
    ['one of its shifts still waits', 'settling', [done, open_], 'settling'],
    ['all are settled', 'settling', [done, done], 'settled'],
    ['what is left was called off', 'settling', [done, off_], 'settled'],
    ['the clock has not been there yet', 'published', [done], 'settled'],
    ['settled before', 'settled', [done], 'settled'],
    ['called off', 'cancelled', [done, off_], 'cancelled'],
  ] as const)('with a shift, %s', (_name, state, shifts, becomes) => {
    expect(stateSettled({ state }, shifts)).toBe(becomes);
  });
});
