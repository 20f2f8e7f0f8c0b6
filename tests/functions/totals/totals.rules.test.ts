import { noSum, plus } from '../../../functions/totals/sum';
import type { Summed } from '../../../functions/totals/totals.rules';
import { addedBy, scopesOf } from '../../../functions/totals/totals.rules';

const at = Date.parse('2026-11-30T23:59:59+08:00');
const entry: Summed = {
  ...{ cause: 'service', path: ['c', 'b', 'o'], district: '370202', grade: 'B' },
  ...{ creditedMinutes: 120, at },
};

test('a service counts for the person, every organisation above it, the district and the city', () => {
  expect(scopesOf('v', entry)).toEqual([
    'volunteer:v',
    'organisation:c',
    'organisation:b',
    'organisation:o',
    'district:370202',
    'city',
  ]);
});

test('minutes of another account were counted before: for the person only', () => {
  expect(scopesOf('v', { ...entry, cause: 'merge' })).toEqual(['volunteer:v']);
});

test('hours without a district or an organisation count for the person and the city', () => {
  const { path: _, district: __, ...bare } = entry;
  expect(scopesOf('v', { ...bare, cause: 'imported' })).toEqual(['volunteer:v', 'city']);
});

test.each([
  ['a service', {}, { B: 120, services: 1 }],
  [
    'what takes it out again',
    { cause: 'correction', creditedMinutes: -120, reverses: 3 },
    { B: -120, services: -1 },
  ],
  ['what is put in instead', { cause: 'correction', creditedMinutes: 60 }, { B: 60, services: 1 }],
  ['imported', { cause: 'imported', grade: 'imported' }, { imported: 120, services: 1 }],
  ['a merge', { cause: 'merge' }, { B: 120, services: 0 }],
] as const)('%s', (_, change, sum) => {
  const changed: Summed = { ...entry, ...change };
  expect(addedBy(changed)).toEqual({ month: '202611', sum });
});

test('sums add up by column', () => {
  const one = plus(noSum, addedBy(entry).sum);
  expect(plus(plus(noSum, one), { A: 5, services: 1 })).toEqual({
    ...noSum,
    ...{ A: 5, B: 120, services: 2 },
  });
});
