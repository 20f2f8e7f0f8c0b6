import { monthOf } from '#shared/time';
import type { Wallet } from '../ledger/wallet.table';
import { emptyWallet, walletAt } from '../ledger/wallet.table';
import type { Write } from '../platform/table';
import { create, replace, save } from '../platform/table';
import type { Split } from '../points/point.rules';
import { receive } from '../points/point.rules';
import { post, walletAccount } from '../points/point.table';
import type { GrantedRedemption } from './redemption.rules';
import { fetchByOf } from './redemption.rules';
import type { Quota } from './redemption.table';
import {
  listedByFetchDay,
  listedByReward,
  lowerQuota,
  quotaAt,
  redemptionAt,
} from './redemption.table';
import type { Reward } from './reward.rules';
import { giveStockBack } from './reward.table';

/**
 * Points out and points back. Each gives the writes that belong together: the redemption, the posting, the wallet and
 * the month's count. Taking the piece of stock is the caller's, who knows which shards to try.
 */
type Known = { wallet: Wallet | undefined; quota: Quota | undefined };
type Moved = { redemption: GrantedRedemption; wallet: Wallet; writes: Write[] };
type Grant = {
  volunteerId: string;
  redemptionId: string;
  reward: Reward;
  spending: { byYear: Split; split: Split };
  stockShard: number;
  now: number;
};

const sponsorAccount = (sponsor: string): string => `sponsor:${sponsor}`;

/** Reserves a piece: debits the wallet, credits the sponsor. */
export function reserve(grant: Grant, { wallet, quota }: Known): Moved {
  const { volunteerId, redemptionId, spending, now } = grant;
  const redemption = reservationOf(grant);
  const { rewardId, month, title, price, sponsorId, split } = redemption;
  const posted = post(volunteerId, wallet ?? emptyWallet, {
    draft: {
      cause: 'redemption',
      causeId: redemptionId,
      title,
      debit: walletAccount(volunteerId),
      credit: sponsorAccount(sponsorId),
      amount: price,
      split,
      at: now,
    },
    byYear: spending.byYear,
  });
  const counted: Quota = { version: quota?.version ?? 1, count: (quota?.count ?? 0) + 1 };
  return {
    redemption,
    wallet: posted.wallet,
    writes: [
      create(redemptionAt(volunteerId, redemptionId), redemption),
      posted.write,
      save(walletAt(volunteerId), wallet, posted.wallet),
      save(quotaAt(volunteerId, { rewardId, month }), quota, counted),
    ],
  };
}

function reservationOf(grant: Grant): GrantedRedemption {
  const { volunteerId, redemptionId, reward, spending, stockShard, now } = grant;
  const { rewardId, title, price, sponsorId, stationId, stationName, path, pickupDays } = reward;
  const fetchBy = fetchByOf(now, pickupDays);
  const named = { redemptionId, volunteerId, rewardId, reservedAt: now };
  return {
    version: 1,
    ...named,
    ...{ title, price, sponsorId, stationId, stationName, path, fetchBy, stockShard },
    state: 'reserved',
    month: monthOf(now),
    split: spending.split,
    ...listedByReward(named),
    ...listedByFetchDay({ ...named, fetchBy }),
  };
}

/** Undoes a reservation: the posting in reverse, points into the years they came from, piece and count back. */
export function giveBack(
  open: GrantedRedemption,
  wallet: Wallet,
  { state, now }: { state: 'cancelled' | 'lapsed'; now: number },
): Moved {
  const { volunteerId, redemptionId, rewardId, title, price, sponsorId, split } = open;
  const redemption = closed(open, { state, now });
  const posted = post(volunteerId, wallet, {
    draft: {
      cause: `redemption_${state}`,
      causeId: redemptionId,
      title,
      debit: sponsorAccount(sponsorId),
      credit: walletAccount(volunteerId),
      amount: price,
      split,
      at: now,
    },
    byYear: receive(wallet.byYear, split),
  });
  return {
    redemption,
    wallet: posted.wallet,
    writes: [
      replace(redemptionAt(volunteerId, redemptionId), redemption),
      posted.write,
      replace(walletAt(volunteerId), posted.wallet),
      giveStockBack(rewardId, open.stockShard),
      lowerQuota(open),
    ],
  };
}

/** A redemption that waits no longer stands in no list of those that do. */
export function closed(
  { gx2pk: _, gx2sk: __, ...open }: GrantedRedemption,
  { state, now }: { state: 'cancelled' | 'lapsed' | 'picked_up'; now: number },
): GrantedRedemption {
  return { ...open, state, closedAt: now };
}
