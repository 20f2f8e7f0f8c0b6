import fc from 'fast-check';
import { gcj02, isOpen, metersBetween } from '#shared/place';

const square = gcj02(36.0622, 120.3846);

// Expected values: 2 · R · asin(√h) worked out by hand with R = 6,371,008.8 m, and round figures of the globe.
test.each([
  ['the same place', square, square, 0],
  ['a degree of latitude', gcj02(36, 120), gcj02(37, 120), 111_195],
  ['a degree of longitude on the equator', gcj02(0, 120), gcj02(0, 121), 111_195],
  ['a degree of longitude at 60° is half of it', gcj02(60, 120), gcj02(60, 121), 55_597],
  ['pole to pole', gcj02(90, 0), gcj02(-90, 0), 20_015_115],
  ['antipodes', gcj02(36, 120), gcj02(-36, -60), 20_015_115],
  ['across the date line', gcj02(0, 179.5), gcj02(0, -179.5), 111_195],
  ['Qingdao to Beijing', gcj02(36.067, 120.383), gcj02(39.904, 116.407), 551_000],
])('%s', (_name, a, b, meters) => {
  const tolerance = Math.max(1, meters * 0.005);
  expect(Math.abs(metersBetween(a, b) - meters)).toBeLessThanOrEqual(tolerance);
});

test('one metre is one metre', () => {
  const north = gcj02(square.latitude + 1 / 111_195, square.longitude);
  expect(metersBetween(square, north)).toBeCloseTo(1, 2);
});

const places = fc
  .record({
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  })
  .map(({ latitude, longitude }) => gcj02(latitude, longitude));

test('any two places → as far there as back, never negative, never more than half round the earth', () => {
  fc.assert(
    fc.property(places, places, (a, b) => {
      const meters = metersBetween(a, b);
      expect(meters).toBeCloseTo(metersBetween(b, a), 3);
      expect(meters).toBeGreaterThanOrEqual(0);
      expect(meters).toBeLessThanOrEqual(20_015_116);
    }),
  );
});

test('a detour is never shorter', () => {
  fc.assert(
    fc.property(places, places, places, (a, b, c) => {
      const detour = metersBetween(a, b) + metersBetween(b, c);
      expect(metersBetween(a, c)).toBeLessThanOrEqual(detour + 0.01);
    }),
  );
});

const weekdays = [540, 1020] as const;
const hours = [
  null,
  weekdays,
  weekdays,
  weekdays,
  weekdays,
  [0, 1440] as const,
  [600, 600] as const,
];
test.each([
  ['a minute before opening', { weekday: 1, minute: 539 }, false],
  ['at opening', { weekday: 1, minute: 540 }, true],
  ['a minute before closing', { weekday: 1, minute: 1019 }, true],
  ['at closing', { weekday: 1, minute: 1020 }, false],
  ['a closed day', { weekday: 0, minute: 700 }, false],
  ['open all day, at midnight', { weekday: 5, minute: 0 }, true],
  ['open all day, the last minute', { weekday: 5, minute: 1439 }, true],
  ['opens and closes at once', { weekday: 6, minute: 600 }, false],
  ['a weekday that does not exist', { weekday: 7, minute: 700 }, false],
])('%s → open: %s', (_name, at, open) => {
  expect(isOpen(hours, at)).toBe(open);
});
