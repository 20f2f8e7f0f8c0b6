import * as z from 'zod';
import * as value from './values';
import type { StationKind, StationService } from './vocabulary';
import { stationKinds, stationServices } from './vocabulary';

/** 学雷锋 stations and 文明实践 places. The phone holds the city's list and searches it itself. */

/** Minutes of the day, `[540, 1020]` = 9:00–17:00; null = closed. Seven of them, Sunday first. */
const openingHours = z
  .array(z.tuple([z.int().min(0).max(1_440), z.int().min(0).max(1_440)]).nullable())
  .length(7);

/**
 * The city's list in columns: row i of each column is one station. Coordinates are GCJ-02 in units of 1e-5 degree
 * (1.1 m). `hours[i]` and `kind[i]` are indexes into `hoursTable` and `stationKinds`; `services[i]` is a bit set over
 * `stationServices`.
 */
export const stationList = z.object({
  version: z.string().max(64),
  /** Made-up stations of the demo, said wherever a person sees them. */
  synthetic: z.boolean(),
  hoursTable: z.array(openingHours).max(100),
  stationId: z.array(value.id),
  name: z.array(z.string()),
  kind: z.array(z.int()),
  district: z.array(value.district),
  street: z.array(z.string()),
  latitudeE5: z.array(z.int()),
  longitudeE5: z.array(z.int()),
  hours: z.array(z.int()),
  services: z.array(z.int()),
});
export type StationList = z.infer<typeof stationList>;

export const stationShown = z.object({
  stationId: value.id,
  name: z.string(),
  kind: z.enum(Object.keys(stationKinds) as StationKind[]),
  district: value.district,
  street: z.string(),
  address: z.string(),
  phone: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  hours: openingHours,
  services: z.array(z.enum(Object.keys(stationServices) as StationService[])),
  synthetic: z.boolean(),
  now: value.instant,
});
export type StationShown = z.infer<typeof stationShown>;

export const stationRoutes = {
  /** `version`: the one the phone holds. The list is absent when that is still the newest. */
  'GET /stations': {
    request: z.strictObject({ version: z.string().max(64).optional() }),
    response: z.object({ version: z.string(), list: stationList.optional(), now: value.instant }),
  },
  'GET /stations/{stationId}': {
    request: z.strictObject({ stationId: value.id }),
    response: stationShown,
  },
} as const;
