import { stationRoutes } from '#shared/stations';
import { handleOpen } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { glance } from '../platform/table';
import { stationAt } from './station.table';

export const show = handleOpen(
  'GET /stations/{stationId}',
  stationRoutes['GET /stations/{stationId}'],
  async ({ stationId }, { now }) => {
    const [found] = await glance(stationAt(stationId));
    const station = found ?? refuse('not_found');
    const { name, kind, district, street, address, phone, latitude, longitude } = station;
    const { hours, services, synthetic } = station;
    return {
      ...{ stationId, name, kind, district, street, address, phone, latitude, longitude },
      ...{ hours, services, synthetic, now },
    };
  },
);
