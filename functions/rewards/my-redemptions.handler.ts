import { rewardRoutes } from '#shared/rewards';
import { profileKey, redemptionPrefix } from '../keys';
import { handle } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { query, read } from '../platform/table';
import type { Redemption } from './redemption.rules';
import { redemptionAt, shownRedemption } from './redemption.table';

/** One's own, newest first: the id that the phone made begins with the time. */
export const list = handle(
  'GET /redemptions',
  rewardRoutes['GET /redemptions'],
  async ({ cursor, limit }, { caller }) => {
    const page = await query<Redemption>({
      pk: profileKey(caller.volunteerId).pk,
      prefix: redemptionPrefix,
      newestFirst: true,
      limit,
      cursor,
    });
    return { redemptions: page.items.map(shownRedemption), cursor: page.cursor };
  },
);

export const show = handle(
  'GET /redemptions/{redemptionId}',
  rewardRoutes['GET /redemptions/{redemptionId}'],
  async ({ redemptionId }, { caller }) => {
    const [redemption] = await read(redemptionAt(caller.volunteerId, redemptionId));
    return shownRedemption(redemption ?? refuse('not_found'));
  },
);
