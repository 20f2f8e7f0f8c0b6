import fc from 'fast-check';
import { pointsFor, receive, spend } from '../../../functions/points/point.rules';

const sum = (split: Record<string, number>): number =>
  Object.values(split).reduce((all, amount) => all + amount, 0);

const years = fc.dictionary(
  fc.integer({ min: 2020, max: 2030 }).map(String),
  fc.integer({ min: 1, max: 5_000 }),
  { maxKeys: 5 },
);

describe('points for minutes', () => {
  const tenAnHour = { pointsPerHour: 10, leftSixtieths: 0 };
  test.each([
    { minutes: 0, points: 0, leftSixtieths: 0 },
    { minutes: 30, points: 5, leftSixtieths: 0 },
    { minutes: 45, points: 7, leftSixtieths: 30 },
    { minutes: 60, points: 10, leftSixtieths: 0 },
    { minutes: 90, points: 15, leftSixtieths: 0 },
  ])('$minutes minutes → $points points', ({ minutes, ...expected }) => {
    expect(pointsFor(minutes, tenAnHour)).toEqual(expected);
  });

  test('however minutes are cut into services → the same points in the end', () => {
    const services = fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 20 });
    fc.assert(
      fc.property(services, fc.integer({ min: 1, max: 100 }), (minutes, pointsPerHour) => {
        let earned = { points: 0, leftSixtieths: 0 };
        let total = 0;
        for (const one of minutes) {
          earned = pointsFor(one, { pointsPerHour, leftSixtieths: earned.leftSixtieths });
          total += earned.points;
        }
        const atOnce = minutes.reduce((all, one) => all + one, 0) * pointsPerHour;
        expect(total).toBe(Math.floor(atOnce / 60));
        expect(earned.leftSixtieths).toBe(atOnce % 60);
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
