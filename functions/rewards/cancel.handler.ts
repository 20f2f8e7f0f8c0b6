import { rewardRoutes } from '#shared/rewards';
import type { Wallet } from '../ledger/wallet.table';
import { balanceOf, emptyWallet, walletAt } from '../ledger/wallet.table';
import { handle } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { commit, read, untilWon } from '../platform/table';
import { mayAct } from '../sessions/session.rules';
import { wayOf } from '../sessions/way.table';
import type { Redemption } from './redemption.rules';
import { judgeCancellation } from './redemption.rules';
import { redemptionAt, shownRedemption } from './redemption.table';
import { giveBack } from './reservation';

/** Calls a reservation off: everything goes back to where it came from. Again, it is the same answer. */
export const cancel = handle(
  'DELETE /redemptions/{redemptionId}',
  rewardRoutes['DELETE /redemptions/{redemptionId}'],
  async ({ redemptionId }, { caller, now }) =>
    untilWon(async () => {
      const { volunteerId } = caller;
      const [redemption, wallet = emptyWallet, way] = await read(
        redemptionAt(volunteerId, redemptionId),
        walletAt(volunteerId),
        wayOf(caller),
      );
      if (!mayAct(way, caller)) refuse('session_expired');
      const verdict = judgeCancellation(redemption);
      if (verdict.status === 'known') return answer(verdict.redemption, wallet);
      if (verdict.status !== 'open') return refuse(verdict.status);

      const back = giveBack(verdict.redemption, wallet, { state: 'cancelled', now });
      await commit(back.writes);
      return answer(back.redemption, back.wallet);
    }),
);

const answer = (redemption: Redemption, wallet: Wallet) => ({
  redemption: shownRedemption(redemption),
  balance: balanceOf(wallet),
});
