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
  countTry(calendar, 'b');
  expect(calendar).toEqual(copy);
});

test('five wrong codes at a shift → spent there, and only there', () => {
  let calendar = emptyCalendar;
  const spent = [];
  for (let count = 0; count < 5; count++) {
    spent.push(triesAreSpent(calendar, 'a'));
    calendar = countTry(calendar, 'a');
  }
  expect(spent).toEqual([false, false, false, false, false]);
  expect(triesAreSpent(calendar, 'a')).toBe(true);
  expect(triesAreSpent(calendar, 'b')).toBe(false);
});

test('wrong codes at many shifts → the latest forty are remembered, in whatever order the table gave them', () => {
  const ids = Array.from({ length: 60 }, (_, index) => (index + 1).toString(16).padStart(12, '0'));
  let calendar = emptyCalendar;
  for (const id of ids) {
    const tries = Object.fromEntries(Object.entries(calendar.tries).reverse());
    calendar = countTry({ ...calendar, tries }, id);
  }
  expect(Object.keys(calendar.tries).sort()).toEqual(ids.slice(20));
});
