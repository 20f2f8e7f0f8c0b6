import fc from 'fast-check';
import { stationList } from '#shared/stations';
import { districtCodes, stationKinds, stationServices } from '#shared/vocabulary';
import type { Station } from '../../../functions/stations/station.table';
import { newStation } from '../../../functions/stations/station.table';
import { listOf } from '../../../functions/stations/station-list';

const week: Station['hours'] = [
  null,
  [540, 1_020],
  [540, 1_020],
  [540, 1_020],
  null,
  null,
  [0, 1_440],
];
const always: Station['hours'] = Array.from({ length: 7 }, () => [0, 1_440]);
const station = fc
  .record({
    stationId: fc.stringMatching(/^[0-9a-f]{12}$/),
    name: fc.string({ minLength: 1, maxLength: 12 }),
    kind: fc.constantFrom(...(Object.keys(stationKinds) as Station['kind'][])),
    district: fc.constantFrom(...districtCodes),
    street: fc.constantFrom('八大关街道', '湛山街道'),
    address: fc.constant('某路 1 号'),
    phone: fc.constant('0532-55500001'),
    latitude: fc.integer({ min: 3_500_000, max: 3_700_000 }).map((e5) => e5 / 1e5),
    longitude: fc.integer({ min: 11_900_000, max: 12_100_000 }).map((e5) => e5 / 1e5),
    hours: fc.constantFrom(week, always),
    services: fc.subarray(Object.keys(stationServices) as Station['services']),
    synthetic: fc.constant(true),
  })
  .map(newStation);
const stations = fc.uniqueArray(station, { maxLength: 30, selector: (one) => one.stationId });

test('stations in any order → the same list and the same version', () => {
  fc.assert(
    fc.property(stations, (all) => {
      expect(listOf([...all].reverse())).toEqual(listOf(all));
    }),
  );
});

test('any stations → a list as the contract has it, and each row says what its station says', () => {
  fc.assert(
    fc.property(stations, (all) => {
      const list = listOf(all);
      expect(stationList.safeParse(list).success).toBe(true);
      for (const one of all) {
        const row = list.stationId.indexOf(one.stationId);
        expect(list.name[row]).toBe(one.name);
        expect(list.district[row]).toBe(one.district);
        expect(Object.keys(stationKinds)[list.kind[row] ?? -1]).toBe(one.kind);
        expect((list.latitudeE5[row] ?? 0) / 1e5).toBe(one.latitude);
        expect((list.longitudeE5[row] ?? 0) / 1e5).toBe(one.longitude);
        expect(list.hoursTable[list.hours[row] ?? -1]).toEqual(one.hours);
        const offered = Object.keys(stationServices).filter(
          (_, bit) => ((list.services[row] ?? 0) >> bit) & 1,
        );
        expect(offered.sort()).toEqual([...one.services].sort());
      }
    }),
  );
});

test('what a list shows changes → another version; what it does not show → the same', () => {
  fc.assert(
    fc.property(fc.uniqueArray(station, { minLength: 1, maxLength: 5 }), (all) => {
      const [first, ...others] = all;
      if (!first) return;
      const { version } = listOf(all);
      const renamed = { ...first, name: `${first.name}二` };
      expect(listOf([renamed, ...others]).version).not.toBe(version);
      const rung = { ...first, phone: '0532-55509999', version: 7 };
      expect(listOf([rung, ...others]).version).toBe(version);
    }),
  );
});

test('no station at all → a list without rows', () => {
  expect(listOf([])).toMatchObject({ stationId: [], synthetic: false, hoursTable: [] });
});
