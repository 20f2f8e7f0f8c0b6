import { organisationRoutes } from '#shared/organisations';
import { proposalsIndex } from '../indexes';
import { handle } from '../platform/handle';
import { query } from '../platform/table';
import type { Organisation } from './organisation.rules';
import { organisationFor } from './organisation-for';
import { proposalRows, proposalsOf } from './proposals';

const queueRoute = 'GET /organisations/{organisationId}/proposals';

/** What waits below an organisation to be verified, the oldest first. */
export const queue = handle(
  queueRoute,
  organisationRoutes[queueRoute],
  async ({ organisationId, limit, cursor }, { caller }) => {
    await organisationFor(queueRoute, caller, organisationId);
    const pk = proposalsIndex(organisationId);
    const page = await query<Organisation>({ index: 'gx2', pk, limit, cursor });
    const waiting = page.items.filter(({ state }) => state === 'pending');
    return { proposals: await proposalRows(waiting), cursor: page.cursor };
  },
);

/** What one has proposed oneself that is not verified. */
export const ownProposals = handle(
  'GET /me/proposals',
  organisationRoutes['GET /me/proposals'],
  async (_, { caller }) => ({
    proposals: await proposalRows(await proposalsOf(caller.volunteerId)),
  }),
);
