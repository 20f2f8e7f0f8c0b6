import { dayMs, dayOf } from '#shared/time';
import { fetchDayIndex } from '../indexes';
import { emptyWallet, walletAt } from '../ledger/wallet.table';
import { seeTo, walkDays } from '../platform/days';
import { itemsOf } from '../platform/pages';
import { commit, read } from '../platform/table';
import type { GrantedRedemption } from './redemption.rules';
import { hasLapsed, pickupMs } from './redemption.rules';
import { fetchDayShards, lapseProgressAt, redemptionAt } from './redemption.table';
import { giveBack } from './reservation';

/** A run sees to so many reservations; the next one goes on. */
const perRun = 500;
/** The first run looks so far back. */
const lookBackMs = 30 * dayMs;

/** Gives back what was not fetched in time. */
export async function lapseRedemptions({ now }: { now: number }): Promise<void> {
  const from = dayOf(now - lookBackMs);
  await walkDays({ at: lapseProgressAt, from, until: now - pickupMs, perRun }, (day, budget) =>
    seeTo(waitingOn(day), { name: 'lapse', budget, run: (named) => lapse(named, now) }),
  );
}

async function* waitingOn(day: string): AsyncGenerator<GrantedRedemption> {
  for (let shard = 0; shard < fetchDayShards; shard++) {
    yield* itemsOf<GrantedRedemption>({ index: 'gx2', pk: fetchDayIndex(day, shard) });
  }
}

/** The index proposes, the redemption decides. */
async function lapse({ volunteerId, redemptionId }: GrantedRedemption, now: number): Promise<void> {
  const [redemption, wallet = emptyWallet] = await read(
    redemptionAt(volunteerId, redemptionId),
    walletAt(volunteerId),
  );
  if (!hasLapsed(redemption, now)) return;
  await commit(giveBack(redemption, wallet, { state: 'lapsed', now }).writes);
}
