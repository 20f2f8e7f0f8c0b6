import { districtCodes } from '#shared/vocabulary';
import { placesOf } from '../../../local/seed/places';
import { isInside } from '../../../local/seed/polygons';
import { fewOf, redeemsAt, stationsOf } from '../../../local/seed/stations';
import { hoursTable } from '../../../local/seed/venues';

const { streets, communities } = placesOf();
const stations = stationsOf(streets, communities);
const ofKind = (kind: string) => stations.filter((station) => station.kind === kind);

test('6,800 stations, each with its own id and phone', () => {
  expect(stations).toHaveLength(6_800);
  expect(new Set(stations.map(({ stationId }) => stationId)).size).toBe(6_800);
  expect(new Set(stations.map(({ phone }) => phone)).size).toBe(6_800);
  expect(stations.every(({ phone }) => /^0532-5550\d{4}$/.test(phone))).toBe(true);
});

test('the 文明实践 tree stands on every district, street and community', () => {
  expect(ofKind('centre')).toHaveLength(10);
  expect(ofKind('hall')).toHaveLength(141);
  expect(ofKind('village')).toHaveLength(2_120);
  expect(ofKind('lei_feng')).toHaveLength(4_529);
});

test('every station lies inside its district', () => {
  expect(stations.filter(({ district, position }) => !isInside(district, position))).toEqual([]);
});

test('every name begins with a real district, street or community', () => {
  const communitiesOf = new Map(
    districtCodes.map((district) => [
      district,
      communities.filter(({ street }) => street.district === district).map(({ name }) => name),
    ]),
  );
  const nameless = [...ofKind('village'), ...ofKind('lei_feng')].filter(
    ({ district, name }) => !communitiesOf.get(district)?.some((place) => name.startsWith(place)),
  );
  expect(nameless).toEqual([]);
});

test('two stations of one name lie in different communities', () => {
  const where = stations.map(({ name, address }) => `${name} ${address}`);
  expect(new Set(where).size).toBe(6_800);
});

test('all twelve patterns of opening hours are in use; one never closes, several have days off', () => {
  const used = new Set(stations.map(({ hours }) => hours));
  expect([...used].sort((a, b) => a - b)).toEqual(hoursTable.map((_, i) => i));
  expect(hoursTable).toHaveLength(12);
  const always = hoursTable.filter((week) => week.every((day) => day?.join() === '0,1440'));
  expect(always).toHaveLength(1);
  expect(hoursTable.filter((week) => week.includes(null)).length).toBeGreaterThan(2);
});

test('rewards are handed out at every centre and at the home district’s halls', () => {
  expect(stations.filter(redeemsAt)).toHaveLength(21);
});

test('a few: about 200 of every district, with all that hand out rewards', () => {
  const few = fewOf(stations);
  expect(few.length).toBeGreaterThan(190);
  expect(few.length).toBeLessThan(230);
  expect(new Set(few.map(({ district }) => district)).size).toBe(10);
  expect(few.filter(redeemsAt)).toHaveLength(21);
});
