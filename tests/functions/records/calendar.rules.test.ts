import fc from 'fast-check';
import { dayMs, hourMs } from '#shared/time';
import type { Calendar, Reservation } from '../../../functions/records/calendar.rules';
import {
  countTry,
  emptyCalendar,
  release,
  reserve,
  triesAreSpent,
} from '../../../functions/records/calendar.rules';

const now = Date.UTC(2026, 10, 24, 6);
const from = (shiftId: string, hours: number, length = 2): Reservation => ({
  shiftId,
  startsAt: now + hours * hourMs,
  endsAt: now + (hours + length) * hourMs,
});
const holding = (...reserved: Reservation[]): Calendar => ({ ...emptyCalendar, reserved });
const forty = Array.from({ length: 40 }, (_, index) => from(`s${index}`, index * 2));
const refused = (code: string) => ({ status: 'refused', code });

// One row per outcome, in the order in which they are tried.
test.each([
  ['inside another', holding(from('a', 0, 4)), from('b', 1), refused('calendar_overlap')],
  ['around another', holding(from('a', 1)), from('b', 0, 4), refused('calendar_overlap')],
  ['over its beginning', holding(from('a', 1)), from('b', 0), refused('calendar_overlap')],
  ['over its end', holding(from('a', 0)), from('b', 1), refused('calendar_overlap')],
  ['the very same hours', holding(from('a', 0)), from('b', 0), refused('calendar_overlap')],
  ['overlap and forty at once', holding(...forty), from('b', 1), refused('calendar_overlap')],
  ['forty already', holding(...forty), from('b', 100), refused('calendar_full')],
])('reserving, %s → refused', (_name, calendar, wanted, verdict) => {
  expect(reserve(calendar, wanted, now)).toEqual(verdict);
});

test.each([
  ['an empty calendar', [], from('b', 0), ['b']],
  ['touching its end', [from('a', 0)], from('b', 2), ['a', 'b']],
  ['touching its beginning', [from('a', 2)], from('b', 0), ['a', 'b']],
  ['the same shift again', [from('a', 0)], from('a', 0), ['a']],
  ['the same shift, forty already', forty, from('s39', 78), forty.map(({ shiftId }) => shiftId)],
  ['one that ended 3 days ago', [from('old', -74)], from('b', 0), ['b']],
  ['one that ended a little later', [from('old', -73.5)], from('b', 0), ['old', 'b']],
])('reserving, %s → reserved', (_name, reserved, wanted, kept) => {
  const outcome = reserve(holding(...reserved), wanted, now);
  expect(outcome.status).toBe('reserved');
  const shifts = outcome.status === 'reserved' ? outcome.calendar.reserved : [];
  expect(shifts.map(({ shiftId }) => shiftId)).toEqual(kept);
});

test('whatever is reserved and released in whatever order → no two ever overlap, never over forty', () => {
  const step = fc.record({
    shift: fc.integer({ min: 0, max: 60 }),
    hour: fc.integer({ min: -100, max: 200 }),
    length: fc.integer({ min: 1, max: 24 }),
    gone: fc.boolean(),
    passed: fc.integer({ min: 0, max: 5 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
      let calendar = emptyCalendar;
      let at = now;
      for (const { shift, hour, length, gone, passed } of steps) {
        at += passed * hourMs;
        if (gone) {
          calendar = release(calendar, `s${shift}`);
          continue;
        }
        const outcome = reserve(calendar, from(`s${shift}`, hour, length), at);
        if (outcome.status === 'reserved') calendar = outcome.calendar;
        const inTurn = [...calendar.reserved].sort((a, b) => a.startsAt - b.startsAt);
        const overlaps = inTurn.filter((it, i) => it.startsAt < (inTurn[i - 1]?.endsAt ?? 0));
        expect(overlaps).toEqual([]);
        expect(new Set(inTurn.map(({ shiftId }) => shiftId)).size).toBe(inTurn.length);
        expect(inTurn.length).toBeLessThanOrEqual(40);
      }
    }),
  );
});

test('what was released can be reserved by another; releasing the unknown changes nothing', () => {
  const calendar = holding(from('a', 0), from('b', 4));
  expect(release(calendar, 'x')).toEqual(calendar);
  const freed = release(calendar, 'a');
  expect(freed.reserved).toEqual([from('b', 4)]);
  expect(reserve(freed, from('c', 0), now).status).toBe('reserved');
});

test('neither reserving nor releasing changes the calendar it was given', () => {
  const calendar = holding(from('a', -dayMs), from('b', 0));
  const copy = structuredClone(calendar);
  reserve(calendar, from('c', 5), now);
  release(calendar, 'b');
  countTry(calendar, from('b', 0), now);
  expect(calendar).toEqual(copy);
});

const after = (shiftId: string, count: number, calendar = emptyCalendar): Calendar =>
  Array.from({ length: count }).reduce<Calendar>(
    (counted) => countTry(counted, from(shiftId, -1), now),
    calendar,
  );

test('five wrong codes at a shift → spent there, and only there', () => {
  expect(triesAreSpent(after('a', 4), 'a', now)).toBe(false);
  expect(triesAreSpent(after('a', 5), 'a', now)).toBe(true);
  expect(triesAreSpent(after('a', 5), 'b', now)).toBe(false);
});

test('wrong codes at ever more shifts → none is forgotten; at forty, no other one is open to guesses', () => {
  let calendar = after('a', 4);
  for (let other = 1; other < 40; other++) {
    expect(triesAreSpent(calendar, `s${other}`, now)).toBe(false);
    calendar = after(`s${other}`, 1, calendar);
  }
  expect(triesAreSpent(calendar, 's40', now)).toBe(true);
  expect(triesAreSpent(calendar, 'a', now)).toBe(false);
  expect(triesAreSpent(after('a', 1, calendar), 'a', now)).toBe(true);
});

test('tries at a shift that ended days ago → make room', () => {
  const later = now + 5 * dayMs;
  let calendar = after('a', 5);
  for (let other = 1; other < 40; other++) calendar = after(`s${other}`, 1, calendar);
  expect(triesAreSpent(calendar, 'new', later)).toBe(false);
  const { tries } = countTry(calendar, { shiftId: 'new', endsAt: later }, later);
  expect(tries).toEqual({ new: { endsAt: later, count: 1 } });
});
