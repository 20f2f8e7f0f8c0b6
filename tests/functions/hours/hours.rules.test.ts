import fc from 'fast-check';
import { minuteMs } from '#shared/time';
import { creditedMinutes, rawMinutes } from '../../../functions/hours/hours.rules';
import { packFor, packOf } from '../../../functions/hours/pack.rules';

const qingdao = packOf(packFor('370202', Date.UTC(2026, 10, 24)));
const at = (minute: number): number => Date.UTC(2026, 10, 24, 1) + minute * minuteMs;

describe('raw minutes: what lies inside the reserved time', () => {
  const reserved = { from: at(0), until: at(120) };
  test.each([
    { circumstances: 'from start to end', from: 0, until: 120, minutes: 120 },
    { circumstances: 'came early, left late', from: -30, until: 150, minutes: 120 },
    { circumstances: 'came late', from: 25, until: 120, minutes: 95 },
    { circumstances: 'left early', from: 0, until: 59, minutes: 59 },
    { circumstances: 'gone before it began', from: -30, until: -10, minutes: 0 },
    { circumstances: 'came after the end', from: 121, until: 130, minutes: 0 },
    { circumstances: 'out before in', from: 60, until: 30, minutes: 0 },
  ])('$circumstances → $minutes', ({ from, until, minutes }) => {
    expect(rawMinutes({ from: at(from), until: at(until) }, reserved)).toBe(minutes);
  });

  test('a begun minute → dropped', () => {
    expect(rawMinutes({ from: at(0), until: at(60) - 1 }, reserved)).toBe(59);
  });

  test('whatever was served → whole, never negative, never more than was served or reserved', () => {
    const moment = fc.integer({ min: -600_000_000, max: 600_000_000 });
    fc.assert(
      fc.property(moment, moment, moment, moment, (a, b, c, d) => {
        const served = { from: a, until: b };
        const raw = rawMinutes(served, { from: c, until: d });
        expect(Number.isInteger(raw)).toBe(true);
        expect(raw).toBeGreaterThanOrEqual(0);
        expect(raw * minuteMs).toBeLessThanOrEqual(Math.max(0, Math.min(b - a, d - c)));
      }),
    );
  });
});

describe('credited minutes in Qingdao: a rest of 30 minutes counts an hour, less counts half of one', () => {
  test.each([
    [0, 0],
    [1, 30],
    [25, 30],
    [29, 30],
    [30, 60],
    [59, 60],
    [60, 60],
    [61, 90],
    [85, 90],
    [90, 120],
    [95, 120],
    [120, 120],
  ])('%i minutes → %i', (raw, credited) => {
    expect(creditedMinutes(raw, qingdao)).toBe(credited);
  });

  test('more minutes never count less; half hours only; at most 30 minutes are given', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6_000 }), (raw) => {
        const credited = creditedMinutes(raw, qingdao);
        expect(credited % 30).toBe(0);
        expect(credited).toBeGreaterThanOrEqual(raw);
        expect(credited - raw).toBeLessThanOrEqual(30);
        expect(creditedMinutes(raw + 1, qingdao)).toBeGreaterThanOrEqual(credited);
      }),
    );
  });
});
