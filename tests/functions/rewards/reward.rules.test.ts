import fc from 'fast-check';
import { shardsFor, shardsWithStock, splitStock } from '../../../functions/rewards/reward.rules';

test.each([
  [1, 1],
  [9, 1],
  [10, 10],
  [5_000, 10],
])('%i pieces → %i shards', (pieces, shards) => {
  expect(shardsFor(pieces)).toBe(shards);
});

test('any number of pieces → the shards add up to it, none is empty, and they differ by one at most', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), (pieces) => {
      const parts = splitStock(pieces, shardsFor(pieces));
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(pieces);
      expect(Math.min(...parts)).toBeGreaterThan(0);
      expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
    }),
  );
});

test('some shards are empty → the others are tried, from the first on and round', () => {
  expect(shardsWithStock([2, 0, 1, 5], 2)).toEqual([2, 3, 0]);
  expect(shardsWithStock([0, 0], 1)).toEqual([]);
});
