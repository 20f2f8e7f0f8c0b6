import { districtCodes } from '#shared/vocabulary';
import { packFor, packOf } from '../../../functions/hours/pack.rules';

test.each(districtCodes)(
  'district %s → a pack holds there, and it is kept under its name',
  (code) => {
    const name = packFor(code, Date.UTC(2026, 10, 24));
    expect(packOf(name)).toMatchObject(name);
  },
);

test('a pack that a shift cannot name → a fault, not a guess', () => {
  expect(() => packOf({ id: 'qingdao', version: 99 })).toThrow('unknown rule pack');
});

test('every pack: the rests ascend, nothing counts less than it is, all is whole', () => {
  const pack = packOf(packFor('370202', 0));
  const limits = pack.rest.map(({ atLeastMinutes }) => atLeastMinutes);
  expect(limits).toEqual([...limits].sort((a, b) => a - b));
  for (const { atLeastMinutes, countsMinutes } of pack.rest) {
    expect(countsMinutes).toBeGreaterThanOrEqual(atLeastMinutes);
    expect(Number.isInteger(countsMinutes)).toBe(true);
  }
  expect(Number.isInteger(pack.pointsPerHour)).toBe(true);
});
