import type { RewardCard } from '#shared/rewards';
import { rewardRoutes } from '#shared/rewards';
import { rewardsIndex } from '../indexes';
import { handleOpen } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { glance, query } from '../platform/table';
import type { Reward } from './reward.rules';
import type { StockCount } from './reward.table';
import { rewardAt, stockCountAt } from './reward.table';

/** What a district's stations hand out, the cheapest first. */
export const list = handleOpen(
  'GET /rewards',
  rewardRoutes['GET /rewards'],
  async ({ district, cursor, limit }) => {
    const pk = rewardsIndex(district);
    const page = await query<Reward>({ index: 'gx2', pk, limit, cursor });
    const counts = await glance(...page.items.map(({ rewardId }) => stockCountAt(rewardId)));
    const rewards = page.items.map((reward, index) => cardOf(reward, counts[index]));
    return { rewards, cursor: page.cursor };
  },
);

export const show = handleOpen(
  'GET /rewards/{rewardId}',
  rewardRoutes['GET /rewards/{rewardId}'],
  async ({ rewardId }) => {
    const [reward, count] = await glance(rewardAt(rewardId), stockCountAt(rewardId));
    return cardOf(reward ?? refuse('not_found'), count);
  },
);

const cardOf = (reward: Reward, count: StockCount | undefined): RewardCard => ({
  rewardId: reward.rewardId,
  title: reward.title,
  description: reward.description,
  sponsorName: reward.sponsorName,
  price: reward.price,
  stock: Math.max(0, count?.left ?? 0),
  monthlyLimit: reward.monthlyLimit,
  stationId: reward.stationId,
  stationName: reward.stationName,
  district: reward.district,
  pickupDays: reward.pickupDays,
  onShelf: reward.onShelf,
});
