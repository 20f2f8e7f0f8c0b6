import { stepAt } from '#shared/code';
import { rewardRoutes } from '#shared/rewards';
import { dayMs } from '#shared/time';
import { handle } from '../platform/handle';
import { randomId } from '../platform/ids';
import { refuse } from '../platform/refuse';
import { commit, create, read, replace, untilWon } from '../platform/table';
import { signer } from '../platform/token';
import { mayAct } from '../sessions/session.rules';
import { wayOf } from '../sessions/way.table';
import { judgePickup, pickupMs } from './redemption.rules';
import type { Pickup } from './redemption.table';
import { pickupAt, redemptionAt } from './redemption.table';

/** A used or stale code is still recognised for a day, so that the counter is told which of the two it is. */
const keepMs = dayMs;

/** A new code for the counter. A reservation has one that is good: the newest. */
export const makePickupCode = handle(
  'POST /redemptions/{redemptionId}/pickup-code',
  rewardRoutes['POST /redemptions/{redemptionId}/pickup-code'],
  async ({ redemptionId }, { caller, now }) =>
    untilWon(async () => {
      const { volunteerId } = caller;
      const at = redemptionAt(volunteerId, redemptionId);
      const [known, way] = await read(at, wayOf(caller));
      if (!mayAct(way, caller)) refuse('session_expired');
      const verdict = judgePickup(known, now);
      if (verdict.status !== 'open') return refuse(verdict.status);

      const { redemption } = verdict;
      const pickupId = randomId();
      const validUntil = now + pickupMs;
      const expiresAt = Math.ceil((validUntil + keepMs) / 1000);
      const pickup: Pickup = { volunteerId, redemptionId, path: redemption.path, expiresAt };
      await commit([
        create(pickupAt(pickupId), pickup),
        replace(at, { ...redemption, pickup: { pickupId, validUntil } }),
      ]);
      const token = signer('pickup', pickupId).token(stepAt(now), 0);
      return { token, expiresAt: validUntil, now };
    }),
);
