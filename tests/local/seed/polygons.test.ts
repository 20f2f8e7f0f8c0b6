import { gcj02 } from '#shared/place';
import { districtCodes } from '#shared/vocabulary';
import { isInside, mainlandOf, outlines } from '../../../local/seed/polygons';

describe('the outlines of the districts', () => {
  test('all ten are drawn, 即墨 under its code since 2017', () => {
    expect(Object.keys(outlines).sort()).toEqual([...districtCodes].sort());
    expect(Object.keys(outlines)).not.toContain('370282');
  });

  test('islands are kept: 崂山 has 21 of them', () => {
    expect(outlines['370212']).toHaveLength(22);
    expect(isInside('370211', gcj02(35.765, 120.162))).toBe(true);
  });

  test.each([
    ['五四广场 lies in 市南', '370202', 36.0645, 120.3847, true],
    ['and not in 市北', '370203', 36.0645, 120.3847, false],
    ['the town of 即墨', '370215', 36.389, 120.447, true],
    ['open sea', '370202', 35.9, 120.4, false],
  ] as const)('%s', (_, district, latitude, longitude, expected) => {
    expect(isInside(district, gcj02(latitude, longitude))).toBe(expected);
  });

  test('the districts add up to the land of Qingdao, about 11,000 km²', () => {
    const squareDegrees = districtCodes.map((one) => mainlandOf(one).area);
    const total = squareDegrees.reduce((a, b) => a + b, 0) * 111.2 ** 2 * Math.cos(0.634);
    expect(total).toBeGreaterThan(10_300);
    expect(total).toBeLessThan(11_700);
  });
});
