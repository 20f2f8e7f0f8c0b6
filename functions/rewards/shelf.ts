import { rewardsIndex } from '../indexes';
import type { Reward, ToldReward } from './reward.rules';
import { shardsFor, splitStock } from './reward.rules';
import type { Stock } from './reward.table';

/**
 * The items of a reward that comes with so many pieces: the reward, and the stock of its shards in their order. A
 * reward that is off the shelf stands in no list.
 */
export function shelve(told: ToldReward, pieces: number): { reward: Reward; stock: Stock[] } {
  const { rewardId, district, price, onShelf } = told;
  const shards = shardsFor(pieces);
  const listed = {
    gx2pk: rewardsIndex(district),
    gx2sk: `${String(price).padStart(9, '0')}#${rewardId}`,
  };
  return {
    reward: { ...told, version: 1, shards, ...(onShelf && listed) },
    stock: splitStock(pieces, shards).map((left) => ({ rewardId, left })),
  };
}
