/**
 * Places on the map of Qingdao and how far they are. This file imports nothing.
 *
 * Every coordinate of the product is GCJ-02, the datum of Chinese maps; a WGS-84 position lies about 460 m beside it
 * here, so the datum is part of the type and cannot be mixed up by accident.
 */
export type Gcj02 = {
  readonly latitude: number;
  readonly longitude: number;
  readonly datum: 'gcj02';
};

export const gcj02 = (latitude: number, longitude: number): Gcj02 => ({
  latitude,
  longitude,
  datum: 'gcj02',
});

const radian = Math.PI / 180;
const earthRadiusMeters = 6_371_008.8;

/**
 * Great-circle distance in metres (haversine on the mean earth radius). What is left of 1 is reckoned by itself, not
 * by subtraction, which loses centimetres towards the other side of the earth.
 */
export function metersBetween(a: Gcj02, b: Gcj02): number {
  const halfNorth = ((b.latitude - a.latitude) * radian) / 2;
  const halfSum = ((b.latitude + a.latitude) * radian) / 2;
  const halfEast = ((b.longitude - a.longitude) * radian) / 2;
  const parallels = Math.cos(a.latitude * radian) * Math.cos(b.latitude * radian);
  const chord = Math.sin(halfNorth) ** 2 + parallels * Math.sin(halfEast) ** 2;
  const rest = Math.sin(halfSum) ** 2 + parallels * Math.cos(halfEast) ** 2;
  return 2 * earthRadiusMeters * Math.atan2(Math.sqrt(chord), Math.sqrt(rest));
}

/** Opening hours of one day in minutes since midnight; `[540, 1020]` is 9:00–17:00. Undefined: closed that day. */
export type OpeningHours = readonly (readonly [number, number] | null)[];

/** Whether a place is open: `hours[weekday]` against the minute of the day, both in Asia/Shanghai. */
export function isOpen(hours: OpeningHours, at: { weekday: number; minute: number }): boolean {
  const day = hours[at.weekday];
  return day != null && day[0] <= at.minute && at.minute < day[1];
}
