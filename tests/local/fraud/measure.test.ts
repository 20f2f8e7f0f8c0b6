import { keyOfFact } from '../../../functions/suspicions/fact.rules';
import { tuning } from '../../../local/fraud/families';
import { heldOut, hiding } from '../../../local/fraud/held-out';
import { honestCity } from '../../../local/fraud/honest';
import { measure, missedPercent } from '../../../local/fraud/measure';

const families = [...tuning, ...heldOut, ...hiding];

test('the same seed → the same city and the same schemes; another seed → another', () => {
  const made = (seed: number) => {
    const city = honestCity(seed, 12);
    const schemes = families.map((family) => family(city));
    return JSON.stringify([city.facts, schemes.map(({ facts }) => facts)]);
  };
  expect(made(7)).toBe(made(7));
  expect(made(7)).not.toBe(made(8));
});

test('nobody has two rows of one shift, and nobody’s reserved times overlap, honest or not', () => {
  const city = honestCity(9, 12);
  for (const family of families) family(city);
  const keys = city.facts.map(keyOfFact);
  expect(new Set(keys).size).toBe(keys.length);
  for (const shifts of city.calendar.values()) {
    const ordered = [...shifts].sort((a, b) => a.startsAt - b.startsAt);
    for (const [i, shift] of ordered.slice(1).entries()) {
      expect(shift.startsAt).toBeGreaterThanOrEqual(ordered[i]?.endsAt ?? 0);
    }
  }
});

test('no family is both tuned on and held out, and each plants something', () => {
  const city = honestCity(10, 12);
  const names = families
    .map((family) => family(city))
    .map(({ family, facts }) => {
      expect(facts.length).toBeGreaterThan(0);
      return family;
    });
  expect(new Set(names).size).toBe(families.length);
});

test('a small city of another seed: what is planted is found, and hardly anybody else', () => {
  const found = measure({ seeds: [301], families: [...tuning, ...heldOut], each: 1, size: 40 });
  expect(missedPercent(found)).toBeLessThan(5);
  expect(found.peopleFlagged).toBeLessThanOrEqual(found.honestPeople / 200);
  expect(found.staffFlagged).toBeLessThanOrEqual(1);
});

test('an examination that finds nothing misses everything', () => {
  const plan = { seeds: [302], families: tuning, each: 1, size: 12 };
  expect(missedPercent(measure(plan, () => []))).toBe(100);
});
