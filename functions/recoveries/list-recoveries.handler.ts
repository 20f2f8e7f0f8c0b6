import { recoveryRoutes } from '#shared/recoveries';
import { organisationKey, recoveryPrefix } from '../keys';
import { organisationFor } from '../organisations/organisation-for';
import { handle } from '../platform/handle';
import { query } from '../platform/table';
import type { Recovery } from './recovery.rules';
import { shownRecovery } from './shown-recovery';

const route = 'GET /organisations/{organisationId}/recoveries';

export const listRecoveries = handle(
  route,
  recoveryRoutes[route],
  async ({ organisationId, cursor, limit }, { caller, now }) => {
    await organisationFor(route, caller, organisationId);
    const { pk } = organisationKey(organisationId);
    const page = await query<Recovery>({ pk, prefix: recoveryPrefix, limit, cursor });
    const recoveries = page.items.map((one) => shownRecovery(one, caller.volunteerId, now));
    return { recoveries, cursor: page.cursor, now };
  },
);
