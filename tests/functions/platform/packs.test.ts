import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { contentOf, partsOf } from '../../../functions/platform/packs';

test('cut into parts and put together → the same content', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (content) => {
      expect(contentOf(partsOf(content))).toEqual(content);
    }),
  );
});

test('more than an item holds → several parts, none too large', () => {
  const content = randomBytes(400_000).toString('base64');
  const parts = partsOf(content);
  expect(parts.length).toBeGreaterThan(1);
  for (const part of parts) expect(part.length).toBeLessThanOrEqual(300_000);
  expect(contentOf(parts)).toBe(content);
});

test('more than twenty parts → said loudly, not cut off', () => {
  expect(() => partsOf(randomBytes(6_500_000).toString('base64'))).toThrow('parts');
});
