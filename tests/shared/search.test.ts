import fc from 'fast-check';
import type { Gcj02 } from '#shared/place';
import { gcj02 } from '#shared/place';
import type { PlaceColumns, PlaceQuestion } from '#shared/search';
import { placeAt, searchPlaces } from '#shared/search';

type Row = {
  name?: string;
  street?: string;
  kind?: number;
  district?: string;
  at?: [latitude: number, longitude: number];
  hours?: 0 | 1;
  services?: number;
};
const always = Array.from({ length: 7 }, () => [0, 1_440] as const);
const never = Array.from({ length: 7 }, () => null);
const here = gcj02(36.06, 120.38);
const noon = { weekday: 2, minute: 720 };

function listOf(rows: Row[]): PlaceColumns {
  return {
    hoursTable: [always, never],
    name: rows.map((row, i) => row.name ?? `站点${i}`),
    street: rows.map((row) => row.street ?? '八大湖街道'),
    kind: rows.map((row) => row.kind ?? 0),
    district: rows.map((row) => row.district ?? '370202'),
    latitudeE5: rows.map((row) => Math.round((row.at?.[0] ?? 36.06) * 1e5)),
    longitudeE5: rows.map((row) => Math.round((row.at?.[1] ?? 120.38) * 1e5)),
    hours: rows.map((row) => row.hours ?? 0),
    services: rows.map((row) => row.services ?? 0),
  };
}
const rowsOf = (list: PlaceColumns, asked: Partial<PlaceQuestion>) =>
  searchPlaces(list, { at: noon, limit: 20, ...asked }).map(({ row }) => row);

/** A place so many metres north of here. */
const north = (meters: number): [number, number] => [36.06 + meters / 111_195, 120.38];

test('a position → nearest first, with metres', () => {
  const list = listOf([{ at: north(400) }, { at: north(100) }, { at: north(90_000) }]);
  const found = searchPlaces(list, { at: noon, from: here, limit: 20 });
  expect(found.map(({ row }) => row)).toEqual([1, 0, 2]);
  expect(found[0]?.meters).toBeCloseTo(100, -1);
});

test('about as far → the open one first; clearly nearer → the nearer one first, closed or not', () => {
  const near: Row[] = [
    { at: north(100), hours: 1 },
    { at: north(300), hours: 0 },
  ];
  expect(rowsOf(listOf(near), { from: here })).toEqual([1, 0]);
  const far: Row[] = [
    { at: north(100), hours: 1 },
    { at: north(3_000), hours: 0 },
  ];
  expect(rowsOf(listOf(far), { from: here })).toEqual([0, 1]);
});

test('no position → no metres; open ones first, else in the order of the list', () => {
  const found = searchPlaces(listOf([{ hours: 1 }, {}, {}]), { at: noon, limit: 20 });
  expect(found).toEqual([
    { row: 1, open: true },
    { row: 2, open: true },
    { row: 0, open: false },
  ]);
});

test.each<[string, Row, Row, Partial<PlaceQuestion>]>([
  ['district', { district: '370203' }, {}, { district: '370203' }],
  ['kind', { kind: 2 }, { kind: 1 }, { kind: 2 }],
  ['service', { services: 0b1010 }, { services: 0b0101 }, { service: 3 }],
  ['word of the name', { name: '五四广场站' }, { name: '栈桥站' }, { words: '五四' }],
  ['word of the street', { street: '香港中路街道' }, {}, { words: ' 香港中路 ' }],
  ['two words', { name: '五四广场站' }, { name: '五四村站' }, { words: '五四 广场' }],
  ['open only', {}, { hours: 1 }, { openOnly: true }],
])('%s → only what fits, near or anywhere', (_, fits, other, asked) => {
  const list = listOf([other, fits]);
  expect(rowsOf(list, asked)).toEqual([1]);
  expect(rowsOf(list, { ...asked, from: here })).toEqual([1]);
});

test('limit 0, an empty list, a limit above 200 → nothing, nothing, 200', () => {
  expect(rowsOf(listOf([{}]), { limit: 0, from: here })).toEqual([]);
  expect(rowsOf(listOf([]), { from: here })).toEqual([]);
  expect(rowsOf(listOf(Array.from({ length: 300 }, () => ({}))), { limit: 1_000 })).toHaveLength(
    200,
  );
});

const aRow = fc.record({
  at: fc.tuple(
    fc.double({ min: 35.6, max: 37.1, noNaN: true }),
    fc.double({ min: 119.5, max: 121, noNaN: true }),
  ),
  hours: fc.constantFrom(0 as const, 1 as const),
  kind: fc.integer({ min: 0, max: 3 }),
});

/** The same answer the slow way: sort everything. */
function slowly(
  list: PlaceColumns,
  from: Gcj02,
  limit: number,
  kind: number | undefined,
): number[] {
  const whole = searchPlaces(list, { at: noon, from, kind, limit: 200 });
  return whole.slice(0, limit).map(({ row }) => row);
}

test('the first k are the first k of all, whatever k and the filter', () => {
  fc.assert(
    fc.property(
      fc.array(aRow, { maxLength: 150 }),
      fc.integer({ min: 0, max: 30 }),
      fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
      (rows, limit, kind) => {
        const list = listOf(rows);
        const found = searchPlaces(list, { at: noon, from: here, kind, limit });
        expect(found.map(({ row }) => row)).toEqual(slowly(list, here, limit, kind));
        expect(found.every(({ row, open }) => open === (list.hours[row] === 0))).toBe(true);
      },
    ),
  );
});

test('a row gives back its place', () => {
  expect(placeAt(listOf([{ at: [36.12345, 120.54321] }]), 0)).toEqual(gcj02(36.12345, 120.54321));
});
