import type { Response } from '#shared/api';
import { rewardRoutes } from '#shared/rewards';
import { demandRole } from '../organisations/rights';
import { handle } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { commit, create, read, replace, untilWon } from '../platform/table';
import { readToken } from '../platform/token';
import { judgeHandover } from './redemption.rules';
import type { Handover } from './redemption.table';
import { handoverAt, pickupAt, redemptionAt } from './redemption.table';
import { closed } from './reservation';

const route = 'POST /handovers';

/** The counter scans, the first scan wins. The counter sees what to hand over and never to whom. */
export const handOver = handle(
  route,
  rewardRoutes[route],
  async ({ handoverId, token }, { caller, now }) => {
    const pickupId = pickupIn(token);
    return untilWon(async () => {
      const counterId = caller.volunteerId;
      const own = handoverAt(counterId, handoverId);
      const [known, pickup] = await read(own, pickupAt(pickupId));
      const { path, volunteerId, redemptionId } = known ?? pickup ?? refuse('pickup_expired');
      await demandRole(route, caller, path);
      if (known) return known.pickupId === pickupId ? shown(known) : refuse('request_differs');

      const at = redemptionAt(volunteerId, redemptionId);
      const [found] = await read(at);
      const facts = { redemption: found, pickupId, counterId, handoverId };
      const verdict = judgeHandover(facts, now);
      if (verdict.status === 'refused') return refuse(verdict.code);

      const { redemption } = verdict;
      const { title, stationName, closedAt: handedOverAt = now } = redemption;
      const handover: Handover = {
        ...{ pickupId, volunteerId, redemptionId, title, stationName, path, handedOverAt },
      };
      if (verdict.status === 'open') {
        const pickedUp = closed(redemption, { state: 'picked_up', now });
        const done = { ...pickedUp, handover: { counterId, handoverId } };
        await commit([replace(at, done), create(own, handover)]);
      }
      return shown(handover);
    });
  },
);

function pickupIn(token: string): string {
  const { kind, subject } = readToken(token) ?? refuse('code_forged');
  return kind === 'pickup' ? subject : refuse('code_wrong_kind');
}

const shown = (handover: Handover): Response<typeof route> => ({
  title: handover.title,
  stationName: handover.stationName,
  volunteerTail: handover.volunteerId.slice(-4),
  handedOverAt: handover.handedOverAt,
});
