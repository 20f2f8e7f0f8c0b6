import { createHash } from 'node:crypto';
import { firstPlace, isSampled, nextPlace } from '../../../functions/suspicions/sample.rules';
import { at } from '../../support/facts';

test('one in a hundred, whatever is marked', () => {
  const marks = Array.from({ length: 20_000 }, (_, i) =>
    createHash('sha256').update(String(i)).digest('hex'),
  );
  const share = marks.filter(isSampled).length / marks.length;
  expect(share).toBeGreaterThan(0.008);
  expect(share).toBeLessThan(0.012);
});

test('the edges of what is sampled', () => {
  expect(isSampled('00000000ff')).toBe(true);
  expect(isSampled('028f5c2800')).toBe(false);
  expect(isSampled('028f5c2700')).toBe(true);
  expect(isSampled('ffffffff')).toBe(false);
});

describe('the way through a month', () => {
  const now = at(30, 12);
  const step = { cursor: undefined, shards: 2, now };

  test('begins on its first day; pages, then partitions, then days', () => {
    expect(firstPlace('202611')).toEqual({ day: '20261101', shard: 0 });
    const first = firstPlace('202611');
    expect(nextPlace(first, { ...step, cursor: 'c' })).toEqual({ ...first, cursor: 'c' });
    expect(nextPlace(first, step)).toEqual({ day: '20261101', shard: 1 });
    expect(nextPlace({ day: '20261101', shard: 1 }, step)).toEqual({ day: '20261102', shard: 0 });
  });
  test('ends with the month, or with today', () => {
    expect(nextPlace({ day: '20261130', shard: 1 }, step)).toBeUndefined();
    expect(nextPlace({ day: '20261110', shard: 1 }, { ...step, now: at(0, 12) })).toBeUndefined();
    expect(nextPlace({ day: '20261109', shard: 1 }, { ...step, now: at(0, 12) })).toEqual({
      ...{ day: '20261110', shard: 0 },
    });
  });
});
