import { dayMs, dayOf, hourMs, minuteMs, startOfDay } from '#shared/time';
import { shardOf } from '../../functions/keys';
import { walletAt } from '../../functions/ledger/wallet.table';
import { organisationAt } from '../../functions/organisations/organisation.table';
import { idFor } from '../../functions/platform/ids';
import { create, replace } from '../../functions/platform/table';
import { spend } from '../../functions/points/point.rules';
import type { GrantedRedemption } from '../../functions/rewards/redemption.rules';
import { pickupMs } from '../../functions/rewards/redemption.rules';
import { handoverAt, redemptionAt } from '../../functions/rewards/redemption.table';
import { closed, reserve } from '../../functions/rewards/reservation';
import { rewardAt, sponsorAt, stockAt, stockCountAt } from '../../functions/rewards/reward.table';
import { shelve } from '../../functions/rewards/shelf';
import { volunteerIdOf } from './people';
import { chanceOf, requestIdOf } from './random';
import type { SeedReward, SeedSponsor } from './rewards';
import { rewardIdOf } from './rewards';
import type { Deed, World } from './world';

/** The shelf: each reward with the stock of its shards and what the stream's projection would count. */
export function addRewards(world: World, rewards: SeedReward[], sponsors: SeedSponsor[]): void {
  for (const sponsor of sponsors)
    world.put(sponsorAt(sponsor.sponsorId), { ...sponsor, version: 1 });
  for (const { stock: pieces, ...told } of rewards) {
    const path = world.get(organisationAt(told.organisationId))?.path ?? [];
    const { reward, stock } = shelve({ ...told, path }, pieces);
    world.put(rewardAt(told.rewardId), reward);
    for (const [shard, part] of stock.entries()) world.put(stockAt(told.rewardId, shard), part);
    world.put(stockCountAt(told.rewardId), { left: pieces });
  }
}

type Redeeming = { who: string; title: string; days: number; handedOver: boolean };
/** One fetched long ago, one that waits at the counter. `days`: before today, at noon. */
const redeemed: Redeeming[] = [
  { who: 'volunteer', title: '帆布环保袋', days: 10, handedOver: true },
  { who: 'second', title: '纯棉毛巾', days: 1, handedOver: false },
];

/** What the cast has redeemed, by the code that serves the phones. */
export const redemptionDeeds = (world: World, now: number): Deed[] =>
  redeemed.map((one) => {
    const at = startOfDay(dayOf(now - one.days * dayMs)) + 12 * hourMs;
    return { at, run: () => redeem(world, one, at) };
  });

function redeem(world: World, { who, title, handedOver }: Redeeming, now: number): void {
  const volunteerId = volunteerIdOf(who);
  const rewardId = rewardIdOf(title);
  const [wallet, reward] = [world.get(walletAt(volunteerId)), world.get(rewardAt(rewardId))];
  if (!wallet || !reward) throw new Error(`${who} cannot redeem ${title}`);
  const spent = spend(wallet.byYear, reward.price);
  if (spent.status === 'short') throw new Error(`${who} has too few points for ${title}`);
  const redemptionId = requestIdOf(chanceOf(`redemption ${who} ${title}`));
  const stockShard = shardOf(volunteerId, reward.shards);
  const { redemption, writes } = reserve(
    { volunteerId, redemptionId, reward, spending: spent, stockShard, now },
    { wallet, quota: undefined },
  );
  world.take(writes);
  takePiece(world, rewardId, stockShard);
  if (handedOver) handOver(world, redemption, now + dayMs);
}

function takePiece(world: World, rewardId: string, shard: number): void {
  const stock = world.get(stockAt(rewardId, shard));
  const count = world.get(stockCountAt(rewardId));
  if (!stock?.left || !count) throw new Error(`${rewardId} has nothing left`);
  world.put(stockAt(rewardId, shard), { ...stock, left: stock.left - 1 });
  world.put(stockCountAt(rewardId), { left: count.left - 1 });
}

/** The counter's scan: the redemption is closed, and the counter has a record of it. */
function handOver(world: World, open: GrantedRedemption, now: number): void {
  const { volunteerId, redemptionId, title, stationName, path } = open;
  const counterId = volunteerIdOf('counter');
  const pickupId = idFor('seed pickup', redemptionId);
  const pickup = { pickupId, validUntil: now - minuteMs + pickupMs };
  const handedOver = closed({ ...open, pickup }, { state: 'picked_up', now });
  const handoverId = requestIdOf(chanceOf(`handover ${redemptionId}`));
  world.take([
    replace(redemptionAt(volunteerId, redemptionId), {
      ...handedOver,
      handover: { counterId, handoverId },
    }),
    create(handoverAt(counterId, handoverId), {
      ...{ pickupId, volunteerId, redemptionId, title, stationName, path },
      handedOverAt: now,
    }),
  ]);
}
