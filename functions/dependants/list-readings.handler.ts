import { dependantRoutes } from '#shared/dependants';
import { profileKey, readingPrefix } from '../keys';
import { handle } from '../platform/handle';
import { query } from '../platform/table';
import type { Reading } from '../volunteers/reading.table';
import { actingFor } from './acting';

/** Who of the staff read a child's data, newest first: to the guardian, and to the person themself. */
export const listReadings = handle(
  'GET /me/dependants/{volunteerId}/readings',
  dependantRoutes['GET /me/dependants/{volunteerId}/readings'],
  async ({ volunteerId, cursor, limit }, { caller }) => {
    const child = await actingFor(caller, volunteerId);
    const page = await query<Reading>({
      pk: profileKey(child.volunteerId).pk,
      prefix: readingPrefix,
      newestFirst: true,
      limit,
      cursor,
    });
    const readings = page.items.map(
      ({ at, maskedName, organisationName, kind, title, purpose }) => ({
        ...{ at, maskedName, organisationName, kind, title, purpose },
      }),
    );
    return { readings, ...(page.cursor && { cursor: page.cursor }) };
  },
);
