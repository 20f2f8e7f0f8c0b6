import type { Gcj02 } from '#shared/place';
import { gcj02 } from '#shared/place';
import type { District } from '#shared/vocabulary';
import drawn from './data/districts.json';

/**
 * The outlines of the ten districts (docs/data.md). One polygon per mainland or island: its outer ring, then its holes.
 * A ring is written as differences in 1/1024 degree, the grid it was drawn on: longitude latitude longitude latitude …
 */
type Point = readonly [longitude: number, latitude: number];
type Ring = readonly Point[];
export type Polygon = readonly Ring[];
type Box = { west: number; east: number; south: number; north: number };

const unitsPerDegree = 1024;

export const outlines = Object.fromEntries(
  Object.entries(drawn).map(([code, polygons]) => [
    code,
    polygons.map((rings) => rings.map(ringOf)),
  ]),
) as unknown as Record<District, readonly Polygon[]>;

/** Whether a position lies in a district: in one of its polygons and in none of that polygon's holes. */
export const isInside = (district: District, position: Gcj02): boolean =>
  outlines[district].some((polygon) => {
    const [outer, ...holes] = polygon;
    return (
      outer !== undefined &&
      isNear(outer, position) &&
      crosses(outer, position) &&
      !holes.some((hole) => crosses(hole, position))
    );
  });

/** The box around the district's largest polygon, its mainland, and the mainland's area in square degrees. */
export function mainlandOf(district: District): { box: Box; area: number } {
  const [first = [], ...islands] = outlines[district].map(([outer = []]) => outer);
  const mainland = islands.reduce((a, b) => (areaOf(b) > areaOf(a) ? b : a), first);
  return { box: boxOf(mainland), area: areaOf(mainland) };
}

/** A position given in units of 1e-5 degree (1.1 m), as the city's list of stations carries it. */
export const positionE5 = (latitudeE5: number, longitudeE5: number): Gcj02 =>
  gcj02(latitudeE5 / 1e5, longitudeE5 / 1e5);

function ringOf(written: string): Ring {
  const numbers = written.split(' ').map(Number);
  const ring: Point[] = [];
  let [x, y] = [0, 0];
  for (let i = 0; i < numbers.length; i += 2) {
    x += numbers[i] ?? 0;
    y += numbers[i + 1] ?? 0;
    ring.push([x / unitsPerDegree, y / unitsPerDegree]);
  }
  return ring;
}

const boxes = new Map<Ring, Box>();

/** Spares a ring's points where its box already says no. */
function isNear(ring: Ring, { latitude, longitude }: Gcj02): boolean {
  const box = boxes.get(ring) ?? boxOf(ring);
  boxes.set(ring, box);
  const { west, east, south, north } = box;
  return west <= longitude && longitude <= east && south <= latitude && latitude <= north;
}

/** Even–odd: a ray to the east crosses the ring an odd number of times. */
function crosses(ring: Ring, { latitude, longitude }: Gcj02): boolean {
  let inside = false;
  let before = ring.at(-1);
  for (const point of ring) {
    if (before && before[1] > latitude !== point[1] > latitude) {
      const share = (latitude - point[1]) / (before[1] - point[1]);
      if (longitude < point[0] + share * (before[0] - point[0])) inside = !inside;
    }
    before = point;
  }
  return inside;
}

function areaOf(ring: Ring): number {
  let [twice, before] = [0, ring.at(-1)];
  for (const point of ring) {
    if (before) twice += before[0] * point[1] - point[0] * before[1];
    before = point;
  }
  return Math.abs(twice) / 2;
}

function boxOf(ring: Ring): Box {
  const longitudes = ring.map(([longitude]) => longitude);
  const latitudes = ring.map(([, latitude]) => latitude);
  return {
    west: Math.min(...longitudes),
    east: Math.max(...longitudes),
    south: Math.min(...latitudes),
    north: Math.max(...latitudes),
  };
}
