import fc from 'fast-check';
import { dayMs, dayOf, minuteMs, startOfDay } from '#shared/time';
import {
  allowance,
  creditedByDay,
  rawMinutes,
  roundedMinutes,
  totalOf,
  withDays,
} from '../../../functions/hours/hours.rules';
import { chongqing, jiaozhou, qingdao, standard } from '../../../functions/rule-packs/shipped';

const at = (minute: number): number => Date.UTC(2026, 10, 24, 1) + minute * minuteMs;
const span = (from: number, until: number) => ({ from: at(from), until: at(until) });

describe('raw minutes: what lies inside the reserved time', () => {
  const reserved = span(0, 120);
  test.each([
    { circumstances: 'from start to end', from: 0, until: 120, minutes: 120 },
    { circumstances: 'came early, left late', from: -30, until: 150, minutes: 120 },
    { circumstances: 'came late', from: 25, until: 120, minutes: 95 },
    { circumstances: 'left early', from: 0, until: 59, minutes: 59 },
    { circumstances: 'gone before it began', from: -30, until: -10, minutes: 0 },
    { circumstances: 'came after the end', from: 121, until: 130, minutes: 0 },
    { circumstances: 'out before in', from: 60, until: 30, minutes: 0 },
  ])('$circumstances → $minutes', ({ from, until, minutes }) => {
    expect(rawMinutes(span(from, until), { reserved })).toBe(minutes);
  });

  test('a begun minute → dropped', () => {
    expect(rawMinutes({ from: at(0), until: at(60) - 1 }, { reserved })).toBe(59);
  });

  test.each([
    ['a break in the middle', [span(30, 50)], 100],
    ['two that overlap count once', [span(30, 50), span(40, 60)], 90],
    ['one before the service began', [span(-20, 10)], 110],
    ['one that outlasts it', [span(100, 500)], 100],
    ['one that covers it all', [span(-5, 125)], 0],
  ])('%s → %i', (_name, breaks, minutes) => {
    expect(rawMinutes(span(0, 120), { reserved, breaks })).toBe(minutes);
  });

  const rest = { afterMinutes: 90, minutes: 30 };
  test.each([
    ['up to the limit nobody must have rested', 90, [], 90],
    ['longer: they rested as long as the pack says', 91, [], 61],
    ['a shorter noted break is part of it', 120, [span(30, 40)], 90],
    ['a longer noted break stands', 120, [span(30, 80)], 70],
  ])('%s', (_name, until, breaks, minutes) => {
    expect(rawMinutes(span(0, until), { reserved, breaks, rest })).toBe(minutes);
  });

  test('whatever was served → whole, never negative, never more than was served or reserved', () => {
    const moment = fc.integer({ min: -600_000_000, max: 600_000_000 });
    fc.assert(
      fc.property(moment, moment, moment, moment, (a, b, c, d) => {
        const served = { from: a, until: b };
        const raw = rawMinutes(served, { reserved: { from: c, until: d } });
        expect(Number.isInteger(raw)).toBe(true);
        expect(raw).toBeGreaterThanOrEqual(0);
        expect(raw * minuteMs).toBeLessThanOrEqual(Math.max(0, Math.min(b - a, d - c)));
      }),
    );
  });

  test('whatever breaks there were → with them never more than without', () => {
    const piece = fc.tuple(fc.integer({ min: -60, max: 200 }), fc.integer({ min: 0, max: 90 }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const breaks = pieces.map(([from, length]) => span(from, from + length));
        const raw = rawMinutes(span(0, 120), { reserved, breaks });
        expect(raw).toBeGreaterThanOrEqual(0);
        expect(raw).toBeLessThanOrEqual(120);
        const noted = pieces.reduce((sum, [, length]) => sum + length, 0);
        expect(raw).toBeGreaterThanOrEqual(120 - noted);
      }),
    );
  });
});

describe('rounding by the packs that ship (domain rules R18–R20)', () => {
  test.each([
    [0, 0, 0, 0],
    [1, 30, 60, 0],
    [15, 30, 60, 0],
    [16, 30, 60, 30],
    [25, 30, 60, 30],
    [30, 60, 60, 30],
    [45, 60, 60, 30],
    [46, 60, 60, 60],
    [59, 60, 60, 60],
    [60, 60, 60, 60],
    [61, 90, 90, 60],
    [90, 120, 90, 90],
    [95, 120, 120, 90],
    [120, 120, 120, 120],
  ])(
    '%i minutes → Qingdao %i, Jiaozhou %i, Chongqing %i, to the minute by default',
    (raw, ...by) => {
      const packs = [qingdao, jiaozhou, chongqing];
      expect(packs.map((pack) => roundedMinutes(raw, pack))).toEqual(by);
      expect(roundedMinutes(raw, standard)).toBe(raw);
    },
  );

  test('less than the least → nothing; the least itself counts', () => {
    const pack = { ...standard, minimumMinutes: 30 };
    expect([29, 30].map((raw) => roundedMinutes(raw, pack))).toEqual([0, 30]);
  });

  test.each([qingdao, jiaozhou, chongqing])('$name: more minutes never count less', (pack) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6_000 }), (raw) => {
        const credited = roundedMinutes(raw, pack);
        expect(credited % 30).toBe(0);
        expect(Math.abs(credited - raw)).toBeLessThan(60);
        expect(roundedMinutes(raw + 1, pack)).toBeGreaterThanOrEqual(credited);
      }),
    );
  });
});

describe('maxima', () => {
  const maxima = { dailyMaxMinutes: 480, weeklyMaxMinutes: 1_000 };
  test.each([
    ['nothing yet', {}, 480],
    ['some of the day', { '20261124': 100 }, 380],
    ['the day is full', { '20261124': 480 }, 0],
    ['six days before count', { '20261118': 400, '20261120': 450 }, 150],
    ['seven days before do not', { '20261117': 400, '20261120': 450 }, 480],
    ['days after it count as well', { '20261130': 480, '20261128': 450 }, 70],
    ['over the maximum by an older pack', { '20261124': 600 }, 0],
  ])('%s', (_name, byDay, left) => {
    expect(allowance(byDay, '20261124', maxima)).toBe(left);
  });

  const midnight = startOfDay('20261125');
  const over = { from: midnight - 120 * minuteMs, until: midnight + 240 * minuteMs, raw: 360 };
  test('over midnight → each day its share', () => {
    const byDay = creditedByDay(over, { pack: standard, byDay: {} });
    expect(byDay).toEqual({ '20261124': 120, '20261125': 240 });
  });

  test('over midnight, the first day is full → only the second counts, nothing moves over', () => {
    const byDay = creditedByDay(over, { pack: standard, byDay: { '20261124': 480 } });
    expect(byDay).toEqual({ '20261125': 240 });
  });

  test('whatever was served → no day and no week over its maximum, never more than the rounding', () => {
    const days = fc.dictionary(
      fc.integer({ min: -7, max: 7 }).map((n) => dayOf(midnight + n * dayMs)),
      fc.integer({ min: 0, max: 480 }),
    );
    const minute = fc.integer({ min: -1_440, max: 1_440 });
    fc.assert(
      fc.property(days, minute, fc.integer({ min: 1, max: 1_440 }), (byDay, start, length) => {
        const from = midnight + start * minuteMs;
        const served = { from, until: from + length * minuteMs, raw: length };
        const credited = creditedByDay(served, { pack: qingdao, byDay });
        expect(totalOf(credited)).toBeLessThanOrEqual(roundedMinutes(length, qingdao));
        for (const [day, minutes] of Object.entries(credited)) {
          expect(minutes).toBeGreaterThan(0);
          expect((byDay[day] ?? 0) + minutes).toBeLessThanOrEqual(480);
        }
      }),
    );
  });

  test('a wallet forgets days that lie two months back, and days that came to nothing', () => {
    const old = dayOf(midnight - 63 * dayMs);
    const kept = withDays(
      { [old]: 60, '20261120': 60 },
      { '20261120': -60, '20261124': 30 },
      midnight,
    );
    expect(kept).toEqual({ '20261124': 30 });
  });
});
