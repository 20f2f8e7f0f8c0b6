import { dayMs, dayOf } from '#shared/time';
import { fetchDayIndex } from '../indexes';
import { emptyWallet, walletAt } from '../ledger/wallet.table';
import { walkDays } from '../platform/days';
import { faultOf, log } from '../platform/log';
import { commit, query, read, untilWon } from '../platform/table';
import type { GrantedRedemption } from './redemption.rules';
import { hasLapsed, pickupMs } from './redemption.rules';
import { fetchDayShards, lapseProgressAt, redemptionAt } from './redemption.table';
import { giveBack } from './reservation';

/** A run sees to so many reservations; the next one goes on. */
const perRun = 500;
/** The first run looks so far back. */
const lookBackMs = 30 * dayMs;

/**
 * Gives back what was not fetched in time. A day is done when none of its reservations is left. One that fails holds
 * up neither the others nor the days after it.
 */
export async function lapseRedemptions({ now }: { now: number }): Promise<void> {
  let budget = perRun;
  const walk = { at: lapseProgressAt, from: dayOf(now - lookBackMs), until: now - pickupMs };
  await walkDays(walk, async (day) => {
    const { seen, left } = await lapseDay(day, { now, budget });
    budget -= seen;
    if (budget <= 0) return left === 0 ? 'done' : 'spent';
    return left === 0 ? 'done' : 'left';
  });
}

/** `left`: how many of the day still wait, because they failed or the budget was spent. */
async function lapseDay(day: string, { now, budget }: { now: number; budget: number }) {
  let [seen, left] = [0, 0];
  for (let shard = 0; shard < fetchDayShards; shard++) {
    let cursor: string | undefined;
    do {
      const pk = fetchDayIndex(day, shard);
      const page = await query<GrantedRedemption>({ index: 'gx2', pk, limit: 50, cursor });
      for (const named of page.items) {
        if (seen === budget) return { seen, left: left + 1 };
        seen += 1;
        if (!(await lapse(named, now))) left += 1;
      }
      cursor = page.cursor;
    } while (cursor);
  }
  return { seen, left };
}

/** The index proposes, the redemption decides. False when it failed and must be tried again. */
async function lapse(named: GrantedRedemption, now: number): Promise<boolean> {
  const { volunteerId, redemptionId } = named;
  const startedAt = Date.now();
  try {
    await untilWon(async () => {
      const [redemption, wallet = emptyWallet] = await read(
        redemptionAt(volunteerId, redemptionId),
        walletAt(volunteerId),
      );
      if (!hasLapsed(redemption, now)) return;
      await commit(giveBack(redemption, wallet, { state: 'lapsed', now }).writes);
    });
    return true;
  } catch (error) {
    const tookMs = Date.now() - startedAt;
    log({ route: 'lapse', status: 500, requestId: '', tookMs, fault: faultOf(error) });
    return false;
  }
}
