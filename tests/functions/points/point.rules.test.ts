import fc from 'fast-check';
import { pointsFor, receive, spend, takeBack } from '../../../functions/points/point.rules';

const sum = (split: Record<string, number>): number =>
  Object.values(split).reduce((all, amount) => all + amount, 0);

const years = fc.dictionary(
  fc.integer({ min: 2020, max: 2030 }).map(String),
  fc.integer({ min: 1, max: 5_000 }),
  { maxKeys: 5 },
);

describe('points for minutes', () => {
  test.each([
    { minutes: 0, perHour: 600, points: 0, leftParts: 0 },
    { minutes: 30, perHour: 600, points: 5, leftParts: 0 },
    { minutes: 45, perHour: 600, points: 7, leftParts: 1_800 },
    { minutes: 60, perHour: 600, points: 10, leftParts: 0 },
    { minutes: 60, perHour: 30, points: 0, leftParts: 1_800 },
    { minutes: 120, perHour: 30, points: 1, leftParts: 0 },
    { minutes: -45, perHour: 600, points: -8, leftParts: 1_800 },
  ])('$minutes minutes at $perHour → $points points', ({ minutes, perHour, ...expected }) => {
    expect(pointsFor(minutes, { perHour, leftParts: 0 })).toEqual(expected);
  });

  test('however minutes are cut into services → the same points in the end', () => {
    const services = fc.array(fc.integer({ min: -600, max: 600 }), { maxLength: 20 });
    fc.assert(
      fc.property(services, fc.integer({ min: 1, max: 6_000 }), (minutes, perHour) => {
        let earned = { points: 0, leftParts: 0 };
        let total = 0;
        for (const one of minutes) {
          earned = pointsFor(one, { perHour, leftParts: earned.leftParts });
          total += earned.points;
        }
        const parts = minutes.reduce((all, one) => all + one, 0) * perHour;
        expect(total * 3_600 + earned.leftParts).toBe(parts);
        expect(earned.leftParts).toBeGreaterThanOrEqual(0);
        expect(earned.leftParts).toBeLessThan(3_600);
      }),
    );
  });
});

describe('spending', () => {
  test('two years hold points → the older one is emptied first', () => {
    expect(spend({ '2026': 50, '2025': 30 }, 40)).toEqual({
      status: 'spent',
      byYear: { '2026': 40 },
      split: { '2025': 30, '2026': 10 },
    });
  });

  test('one point is missing → short', () => {
    expect(spend({ '2026': 39 }, 40)).toEqual({ status: 'short' });
    expect(spend({}, 1)).toEqual({ status: 'short' });
  });

  test('any purse, any amount → spent exactly if it is there, nothing lost, nothing negative', () => {
    fc.assert(
      fc.property(years, fc.integer({ min: 0, max: 30_000 }), (byYear, amount) => {
        const spent = spend(byYear, amount);
        expect(spent.status).toBe(sum(byYear) >= amount ? 'spent' : 'short');
        if (spent.status === 'short') return;
        expect(sum(spent.split)).toBe(amount);
        expect(sum(spent.byYear)).toBe(sum(byYear) - amount);
        for (const left of Object.values(spent.byYear)) expect(left).toBeGreaterThan(0);
      }),
    );
  });

  test('what was spent is given back → the purse is as before', () => {
    fc.assert(
      fc.property(years, fc.integer({ min: 0, max: 10_000 }), (byYear, amount) => {
        const spent = spend(byYear, amount);
        if (spent.status === 'spent') expect(receive(spent.byYear, spent.split)).toEqual(byYear);
      }),
    );
  });

  test('no younger point goes while an older one is left', () => {
    fc.assert(
      fc.property(years, fc.integer({ min: 1, max: 10_000 }), (byYear, amount) => {
        const spent = spend(byYear, amount);
        if (spent.status === 'short') return;
        const youngestTaken = Object.keys(spent.split).sort().at(-1) ?? '';
        const older = Object.keys(spent.byYear).filter((year) => year < youngestTaken);
        expect(older).toEqual([]);
      }),
    );
  });
});

test('receiving adds up, year by year', () => {
  fc.assert(
    fc.property(years, years, (byYear, split) => {
      const after = receive(byYear, split);
      expect(sum(after)).toBe(sum(byYear) + sum(split));
      for (const year of Object.keys(after)) {
        expect(after[year]).toBe((byYear[year] ?? 0) + (split[year] ?? 0));
      }
    }),
  );
});

test('taking back → what is there goes, the rest is owed, no year below nothing', () => {
  fc.assert(
    fc.property(years, fc.integer({ min: 0, max: 30_000 }), (byYear, amount) => {
      const back = takeBack(byYear, amount);
      expect(back.taken + back.owed).toBe(amount);
      expect(sum(back.split)).toBe(back.taken);
      expect(sum(back.byYear)).toBe(sum(byYear) - back.taken);
      expect(back.owed === 0 || sum(back.byYear) === 0).toBe(true);
    }),
  );
});
