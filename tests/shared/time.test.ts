import fc from 'fast-check';
import { clockOf, dayMs, dayOf, minuteOfDay, monthOf, startOfDay, weekdayOf } from '#shared/time';

const utc = (text: string) => Date.parse(`${text}Z`);

test.each([
  ['a moment before midnight', '2026-11-24T15:59:59.999', '20261124', '23:59'],
  ['midnight in Shanghai', '2026-11-24T16:00:00.000', '20261125', '00:00'],
  ['midnight in London', '2026-11-24T00:00:00.000', '20261124', '08:00'],
  ['the leap day begins', '2028-02-28T16:00:00.000', '20280229', '00:00'],
  ['the leap day ends', '2028-02-29T15:59:59.999', '20280229', '23:59'],
  ['the day after the leap day', '2028-02-29T16:00:00.000', '20280301', '00:00'],
  ['no leap day in 2026', '2026-02-28T16:00:00.000', '20260301', '00:00'],
  ['the year ends', '2026-12-31T15:59:00.000', '20261231', '23:59'],
  ['the year begins', '2026-12-31T16:05:00.000', '20270101', '00:05'],
  ['before 1970', '1969-12-31T15:30:00.000', '19691231', '23:30'],
])('%s → the day and the clock of Shanghai', (_name, text, day, clock) => {
  expect(dayOf(utc(text))).toBe(day);
  expect(monthOf(utc(text))).toBe(day.slice(0, 6));
  expect(clockOf(utc(text))).toBe(clock);
});

test('a day begins at 16:00 UTC of the day before', () => {
  expect(startOfDay('20261124')).toBe(utc('2026-11-23T16:00:00'));
  expect(startOfDay('20280229')).toBe(utc('2028-02-28T16:00:00'));
});

test('weekdays: Sunday is 0 and begins at midnight in Shanghai', () => {
  expect(weekdayOf(utc('2026-11-24T02:00:00'))).toBe(2);
  expect(weekdayOf(utc('2026-11-28T15:59:59'))).toBe(6);
  expect(weekdayOf(utc('2026-11-28T16:00:00'))).toBe(0);
});

const instants = fc.integer({ min: 0, max: Date.UTC(2099, 11, 31) });

test('any instant lies inside the day it is said to be of', () => {
  fc.assert(
    fc.property(instants, (at) => {
      const start = startOfDay(dayOf(at));
      expect(start).toBeLessThanOrEqual(at);
      expect(at).toBeLessThan(start + dayMs);
      expect(dayOf(start)).toBe(dayOf(at));
    }),
  );
});

test('minute of the day, clock and weekday agree with the day', () => {
  fc.assert(
    fc.property(instants, (at) => {
      const minute = minuteOfDay(at);
      expect(minute).toBe(Math.floor((at - startOfDay(dayOf(at))) / 60_000));
      expect(minute).toBeLessThan(1_440);
      const [hours, minutes] = clockOf(at).split(':').map(Number);
      expect((hours ?? 0) * 60 + (minutes ?? 0)).toBe(minute);
      expect(weekdayOf(at + dayMs)).toBe((weekdayOf(at) + 1) % 7);
    }),
  );
});

test('the same as the time zone database says', () => {
  const zone = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const since1992 = fc.integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2099, 11, 31) });
  fc.assert(
    fc.property(since1992, (at) => {
      const day = dayOf(at);
      const iso = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
      expect(`${iso} ${clockOf(at)}`).toBe(zone.format(at));
    }),
  );
});
