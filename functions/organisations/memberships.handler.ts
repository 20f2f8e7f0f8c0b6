import { volunteerRoutes } from '#shared/volunteers';
import { membershipsIndex } from '../indexes';
import { handle } from '../platform/handle';
import { glance, query } from '../platform/table';
import type { Membership } from './membership.rules';
import { carries } from './organisation.rules';
import { organisationAt } from './organisation.table';

/** A person belongs to at most this many organisations at once. */
const membershipsMax = 50;

export const memberships = handle(
  'GET /me/memberships',
  volunteerRoutes['GET /me/memberships'],
  async (_, { caller, now }) => {
    const { items } = await query<Membership>({
      index: 'gx1',
      pk: membershipsIndex(caller.volunteerId),
      limit: membershipsMax,
    });
    // The name as it is now: an organisation's members are not rewritten when it gets another.
    const found = await glance(...items.map((it) => organisationAt(it.organisationId)));
    return {
      memberships: items.map((member, index) => ({
        organisationId: member.organisationId,
        organisationName: found[index]?.name ?? member.organisationName,
        state: member.state,
        roles: member.roles.filter((role) => carries(member, [role], now)),
      })),
    };
  },
);
