import type { RedemptionShown } from '#shared/rewards';
import { dayOf } from '#shared/time';
import { fetchDayIndex, redemptionsIndex } from '../indexes';
import { handoverKey, lapseKey, pickupKey, quotaKey, redemptionKey, shardOf } from '../keys';
import type { Progress } from '../platform/days';
import type { At, Versioned, Write } from '../platform/table';
import type { GrantedRedemption, Redemption } from './redemption.rules';

/** How many of a reward a volunteer has redeemed in a month. */
export type Quota = Versioned & { count: number };
/** What the code for the counter stands for. `expiresAt`: TTL, in seconds. */
export type Pickup = {
  volunteerId: string;
  redemptionId: string;
  path: string[];
  expiresAt: number;
};
/** A counter's own record of a hand-over, under the id that the counter's phone made. */
export type Handover = {
  pickupId: string;
  volunteerId: string;
  redemptionId: string;
  title: string;
  stationName: string;
  path: string[];
  handedOverAt: number;
};
export const redemptionAt = (volunteer: string, redemption: string): At<Redemption> =>
  redemptionKey(volunteer, redemption);
export const quotaAt = (
  volunteer: string,
  { rewardId, month }: { rewardId: string; month: string },
): At<Quota> => quotaKey(volunteer, rewardId, month);
export const pickupAt = (pickup: string): At<Pickup> => pickupKey(pickup);
export const handoverAt = (counter: string, handover: string): At<Handover> =>
  handoverKey(counter, handover);
export const lapseProgressAt: At<Progress> = lapseKey;

/** One fewer in the month, without having read how many. */
export const lowerQuota = ({
  volunteerId,
  rewardId,
  month,
}: Pick<GrantedRedemption, 'volunteerId' | 'rewardId' | 'month'>): Write => ({
  Update: {
    Key: quotaKey(volunteerId, rewardId, month),
    UpdateExpression: 'SET #count = #count - :one, #version = #version + :one',
    ConditionExpression: '#count >= :one',
    ExpressionAttributeNames: { '#count': 'count', '#version': 'version' },
    ExpressionAttributeValues: { ':one': 1 },
  },
});

const rewardShards = 10;
/** A day's reservations are spread over so many partitions. */
export const fetchDayShards = 4;

type Named = Pick<GrantedRedemption, 'rewardId' | 'volunteerId' | 'redemptionId' | 'reservedAt'>;

/** Where a reward's redemptions are listed, oldest first. */
export const listedByReward = ({ rewardId, volunteerId, redemptionId, reservedAt }: Named) => ({
  gx1pk: redemptionsIndex(rewardId, shardOf(volunteerId, rewardShards)),
  gx1sk: `${reservedAt}#${volunteerId}#${redemptionId}`,
});

/** Where a reservation is found when its last day is over. */
export const listedByFetchDay = ({
  volunteerId,
  redemptionId,
  fetchBy,
}: Named & { fetchBy: number }) => ({
  gx2pk: fetchDayIndex(dayOf(fetchBy), shardOf(volunteerId, fetchDayShards)),
  gx2sk: `${volunteerId}#${redemptionId}`,
});

/** A redemption as its owner sees it. */
export const shownRedemption = (redemption: Redemption): RedemptionShown => ({
  redemptionId: redemption.redemptionId,
  rewardId: redemption.rewardId,
  title: redemption.title,
  price: redemption.price,
  stationId: redemption.stationId,
  stationName: redemption.stationName,
  state: redemption.state,
  reservedAt: redemption.reservedAt,
  fetchBy: redemption.fetchBy,
  ...(redemption.closedAt !== undefined && { closedAt: redemption.closedAt }),
  ...(redemption.state === 'refused' && { refusedBecause: redemption.refusedBecause }),
});
