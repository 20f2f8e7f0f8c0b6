import { volunteerRoutes } from '#shared/volunteers';
import { membershipsIndex } from '../keys';
import { handle } from '../platform/handle';
import { query } from '../platform/table';
import type { Member } from './organisation.table';

/** A person belongs to at most this many organisations at once. */
const membershipsMax = 50;

export const memberships = handle(
  'GET /me/memberships',
  volunteerRoutes['GET /me/memberships'],
  async (_, { caller }) => {
    const { items } = await query<Member>({
      index: 'gx1',
      pk: membershipsIndex(caller.volunteerId),
      limit: membershipsMax,
    });
    return {
      memberships: items.map(({ organisationId, organisationName, roles }) => ({
        organisationId,
        organisationName,
        roles,
      })),
    };
  },
);
