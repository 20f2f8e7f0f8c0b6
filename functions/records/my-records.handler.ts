import { hoursRoutes } from '#shared/hours';
import { actingFor } from '../dependants/acting';
import { profileKey, recordPrefix } from '../keys';
import { handle } from '../platform/handle';
import { query } from '../platform/table';
import type { ServiceRecord } from './record.rules';
import { recordRowOf } from './record-shown';

export const myRecords = handle(
  'GET /me/records',
  hoursRoutes['GET /me/records'],
  async ({ forVolunteerId, cursor, limit }, { caller, now }) => {
    const { volunteerId } = await actingFor(caller, forVolunteerId);
    const page = await query<ServiceRecord>({
      pk: profileKey(volunteerId).pk,
      prefix: recordPrefix,
      newestFirst: true,
      limit,
      cursor,
    });
    return { records: page.items.map(recordRowOf), cursor: page.cursor, now };
  },
);
