import { rewardKey, sponsorKey, stockCountKey, stockKey } from '../keys';
import type { At, Versioned, Write } from '../platform/table';
import type { Reward } from './reward.rules';

/** A part of a reward's stock; never negative. */
export type Stock = { rewardId: string; left: number };
/** The stock of all shards: a projection of the stream. */
export type StockCount = { left: number };
/** `budget`: points that can still become stock. */
export type Sponsor = Versioned & { sponsorId: string; name: string; budget: number };

export const rewardAt = (reward: string): At<Reward> => rewardKey(reward);
export const stockAt = (reward: string, shard: number): At<Stock> => stockKey(reward, shard);
export const stockCountAt = (reward: string): At<StockCount> => stockCountKey(reward);
export const sponsorAt = (sponsor: string): At<Sponsor> => sponsorKey(sponsor);

/** Takes one piece of a shard, if one is left. */
export const takeStock = (reward: string, shard: number): Write => ({
  Update: {
    Key: stockKey(reward, shard),
    UpdateExpression: 'SET #left = #left - :one',
    ConditionExpression: '#left >= :one',
    ExpressionAttributeNames: { '#left': 'left' },
    ExpressionAttributeValues: { ':one': 1 },
  },
});

/** Puts one piece back into a shard. */
export const giveStockBack = (reward: string, shard: number): Write => ({
  Update: {
    Key: stockKey(reward, shard),
    UpdateExpression: 'SET #left = #left + :one',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeNames: { '#left': 'left' },
    ExpressionAttributeValues: { ':one': 1 },
  },
});
