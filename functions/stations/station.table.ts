import type { District, StationKind, StationService } from '#shared/vocabulary';
import {
  stationKey,
  stationListHeadKey,
  stationListKey,
  stationsChangedKey,
  stationsIndex,
} from '../keys';
import type { At, Versioned } from '../platform/table';

/** `[540, 1020]` = 9:00–17:00, null = closed; seven of them, Sunday first. */
export type WeekHours = ([number, number] | null)[];

/** A station as it is told. Coordinates are GCJ-02 degrees. `synthetic`: made up for the demo, and said so. */
export type ToldStation = {
  stationId: string;
  name: string;
  kind: StationKind;
  district: District;
  street: string;
  address: string;
  phone: string;
  latitude: number;
  longitude: number;
  hours: WeekHours;
  services: StationService[];
  synthetic: boolean;
  /** The organisation that keeps it. */
  organisationId?: string;
};
/** Listed by district on gx2. */
export type Station = ToldStation & Versioned & { gx2pk: string; gx2sk: string };

/**
 * The newest published list: its version (a hash of the content) and the parts it lies in. `checkedAt`: when the
 * stations were last found to be as it says, later than when it was published.
 */
export type StationListHead = Versioned & {
  listVersion: string;
  parts: number;
  publishedAt: number;
  checkedAt?: number;
};
/** When a station last changed, as the stream told it. */
export type StationsChanged = { changedAt: number };
/** A part of a list: gzipped JSON, cut. An unpublished or replaced list expires (TTL, in seconds). */
export type StationListPart = { bytes: Uint8Array; expiresAt?: number };

export const stationAt = (station: string): At<Station> => stationKey(station);
export const stationListHeadAt: At<StationListHead> = stationListHeadKey;
export const stationsChangedAt: At<StationsChanged> = stationsChangedKey;
export const stationListAt = (version: string, part: number): At<StationListPart> =>
  stationListKey(version, part);
export const partNumbers = ({ parts }: Pick<StationListHead, 'parts'>): number[] =>
  Array.from({ length: parts }, (_, part) => part);

/** The first version of a station's item. */
export const newStation = (told: ToldStation): Station => ({
  ...told,
  version: 1,
  gx2pk: stationsIndex(told.district),
  gx2sk: told.stationId,
});
