import { newStation, stationAt, stationPack } from '../../functions/stations/station.table';
import { listOf } from '../../functions/stations/station-list';
import { districtCorpsId } from './organisations';
import { addPack } from './packs';
import { at } from './random';
import type { Station } from './stations';
import { hoursTable } from './venues';
import type { World } from './world';

/** Each station, kept by its district's corps, and the city's list of them, published. */
export function addStations(world: World, stations: Station[], now: number): void {
  const items = stations.map(itemOf);
  for (const station of items) world.put(stationAt(station.stationId), station);

  const content = listOf(items);
  addPack(world, stationPack, { version: content.version, content, now });
}

function itemOf({ position, hours, ...told }: Station) {
  const { latitude, longitude } = position;
  return newStation({
    ...told,
    latitude,
    longitude,
    hours: at(hoursTable, hours).map((day): [number, number] | null => day && [day[0], day[1]]),
    synthetic: true,
    organisationId: districtCorpsId(told.district),
  });
}
