import type { StationList } from '#shared/stations';
import { stationRoutes } from '#shared/stations';
import { handleOpen } from '../platform/handle';
import { packReader } from '../platform/packs';
import { stationPack } from './station.table';
import { listOf } from './station-list';

const stations = packReader<StationList>(stationPack, () => {
  const content = listOf([]);
  return { version: content.version, content };
});

/** The city's list, or only its version when that is the one the phone holds. */
export const list = handleOpen(
  'GET /stations',
  stationRoutes['GET /stations'],
  async ({ version }, { now }) => {
    const newest = await stations.version(now);
    if (version === newest) return { version, now };
    const content = await stations.content(now);
    return { version: content.version, list: content, now };
  },
);
