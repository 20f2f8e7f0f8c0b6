import type { District } from '#shared/vocabulary';
import type { TestCloud } from './cloud';
import { putAll } from './put-all';

/** The city's list of stations: one in each of the districts, by its name, open at all times. */
export async function publishStations(
  cloud: TestCloud,
  named: Partial<Record<District, string>>,
): Promise<void> {
  const { newStation, stationAt } =
    require('../../functions/stations/station.table') as typeof import('../../functions/stations/station.table');
  const { publishStations: publish } =
    require('../../functions/stations/publish') as typeof import('../../functions/stations/publish');
  const stations = Object.entries(named).map(([district, name], index) => {
    const stationId = (index + 1).toString(16).padStart(12, '0');
    return {
      ...stationAt(stationId),
      ...newStation({
        ...{ stationId, name, kind: 'lei_feng', district: district as District },
        ...{ street: '街道', address: '香港西路 1 号', phone: '0532-55500000' },
        ...{ latitude: 36.06 + index / 10, longitude: 120.38 + index / 10 },
        ...{ hours: Array.from({ length: 7 }, () => [0, 1_440]), services: ['water'] },
        synthetic: true,
      }),
    };
  });
  await putAll(stations);
  await cloud.drain();
  await publish({ now: cloud.now() });
}
