import { hoursRoutes } from '#shared/hours';
import { actingFor } from '../dependants/acting';
import { hoursPrefix, profileKey } from '../keys';
import { handle } from '../platform/handle';
import { query } from '../platform/table';
import type { HoursEntry } from './hours.table';
import { hoursRowOf } from './hours-row';

export const myHours = handle(
  'GET /me/hours',
  hoursRoutes['GET /me/hours'],
  async ({ forVolunteerId, cursor, limit }, { caller }) => {
    const { volunteerId } = await actingFor(caller, forVolunteerId);
    const page = await query<HoursEntry>({
      pk: profileKey(volunteerId).pk,
      prefix: hoursPrefix,
      newestFirst: true,
      limit,
      cursor,
    });
    return { entries: page.items.map(hoursRowOf), cursor: page.cursor };
  },
);
