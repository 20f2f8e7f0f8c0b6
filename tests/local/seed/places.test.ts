import communityNames from '../../../local/seed/data/communities.json';
import streetNames from '../../../local/seed/data/streets.json';
import { placesOf, spokenName } from '../../../local/seed/places';
import { isInside } from '../../../local/seed/polygons';

const { streets, communities } = placesOf();

test('141 streets and 2,120 communities, each once', () => {
  expect(streets.map(({ code }) => code)).toEqual(Object.keys(streetNames).sort());
  expect(communities).toHaveLength(2_120);
  expect(new Set(communities.map(({ code }) => code))).toEqual(
    new Set(Object.keys(communityNames)),
  );
});

test('every centre lies inside its district', () => {
  const outside = [
    ...streets.filter(({ district, centre }) => !isInside(district, centre)),
    ...communities.filter(({ street, centre }) => !isInside(street.district, centre)),
  ];
  expect(outside).toEqual([]);
});

test('the same places every time', () => {
  expect(placesOf()).toEqual({ streets, communities });
});

test.each([
  ['大北曲后社区居民委员会', '大北曲后社区'],
  ['振华路居委会', '振华路社区'],
  ['宋村村委会', '宋村'],
  ['郎庄社区村村民委员会', '郎庄社区'],
  ['云霄路社区', '云霄路社区'],
  ['五四农场生活区', '五四农场生活区'],
])('%s → %s', (official, spoken) => {
  expect(spokenName(official)).toBe(spoken);
});
