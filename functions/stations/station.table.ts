import type { District, StationKind, StationService } from '#shared/vocabulary';
import { stationsIndex } from '../indexes';
import { stationKey, stationListHeadKey, stationListKey, stationsChangedKey } from '../keys';
import type { Pack } from '../platform/packs';
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

/** When a station last changed, as the stream told it. */
export type StationsChanged = { changedAt: number };
export const stationAt = (station: string): At<Station> => stationKey(station);
/** The city's list as it is published. */
export const stationPack: Pack = { headAt: stationListHeadKey, partAt: stationListKey };
export const stationsChangedAt: At<StationsChanged> = stationsChangedKey;

/** The first version of a station's item. */
export const newStation = (told: ToldStation): Station => ({
  ...told,
  version: 1,
  gx2pk: stationsIndex(told.district),
  gx2sk: told.stationId,
});
