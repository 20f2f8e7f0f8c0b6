import type { RefusalCode } from '#shared/refusals';
import { dayMs, dayOf, minuteMs, startOfDay } from '#shared/time';
import type { Split } from '../points/point.rules';
import { spend } from '../points/point.rules';
import type { Reward } from './reward.rules';

/** What was asked for under an id. `price` is the one the person saw; times in ms. */
type Asked = {
  version: number;
  redemptionId: string;
  volunteerId: string;
  rewardId: string;
  title: string;
  price: number;
  stationId: string;
  stationName: string;
  reservedAt: number;
  fetchBy: number;
  closedAt?: number;
};
/** Refused for ever: nothing under this id will ever be charged. */
export type RefusedRedemption = Asked & { state: 'refused'; refusedBecause: RefusalCode };
/**
 * Points against a piece of stock: reserved → picked up, cancelled or lapsed. It moves once. `split` says which years
 * the points came from, `stockShard` where the piece did, `month` which month's limit it counts for. Listed by reward
 * on gx1; while it waits to be fetched also by the last day for it on gx2.
 */
export type GrantedRedemption = Asked & {
  state: 'reserved' | 'picked_up' | 'cancelled' | 'lapsed';
  sponsorId: string;
  path: string[];
  month: string;
  stockShard: number;
  split: Split;
  pickup?: { pickupId: string; validUntil: number };
  handover?: { counterId: string; handoverId: string };
  gx1pk: string;
  gx1sk: string;
  gx2pk?: string;
  gx2sk?: string;
};
export type Redemption = RefusedRedemption | GrantedRedemption;

/** How long a code for the counter is good. */
export const pickupMs = 6 * minuteMs;

/** The end of the last day on which what is reserved now can be fetched. */
export const fetchByOf = (now: number, pickupDays: number): number =>
  startOfDay(dayOf(now)) + (pickupDays + 1) * dayMs - 1;

type Request = { rewardId: string; price: number };
type RedemptionFacts = {
  known: Redemption | undefined;
  registered: boolean;
  reward: Reward | undefined;
  /** How many of this reward this month, and the points by year. */
  redeemedThisMonth: number;
  byYear: Split;
  /** What the shards held when they were read; absent while none was found empty. */
  left?: readonly number[] | undefined;
};
type Spending = { byYear: Split; split: Split };
export type RedemptionVerdict =
  | { status: 'known'; redemption: Redemption }
  | { status: 'request_differs' | 'not_found' | 'not_registered' }
  | { status: 'refused'; code: RefusalCode; reward: Reward }
  | { status: 'granted'; spending: Spending; reward: Reward };

/** Whether points become a piece of stock. The own earlier answer stands before everything else. */
export function judgeRedemption(request: Request, facts: RedemptionFacts): RedemptionVerdict {
  const { known, reward, left } = facts;
  if (known) {
    const same = known.rewardId === request.rewardId && known.price === request.price;
    return same ? { status: 'known', redemption: known } : { status: 'request_differs' };
  }
  if (!reward) return { status: 'not_found' };
  if (!facts.registered) return { status: 'not_registered' };
  const refused = (code: RefusalCode) => ({ status: 'refused' as const, code, reward });
  if (!reward.onShelf) return refused('reward_off_shelf');
  if (reward.price !== request.price) return refused('price_changed');
  if (facts.redeemedThisMonth >= reward.monthlyLimit) return refused('quota_reached');
  const spent = spend(facts.byYear, reward.price);
  if (spent.status === 'short') return refused('points_short');
  if (left?.every((pieces) => pieces <= 0)) return refused('sold_out');
  return { status: 'granted', spending: { byYear: spent.byYear, split: spent.split }, reward };
}

type Waiting =
  | { status: 'open'; redemption: GrantedRedemption }
  | { status: 'not_found' | 'redemption_closed' };
type CancellationVerdict = Waiting | { status: 'known'; redemption: Redemption };

/** Whether a reservation can be called off. Calling it off again changes nothing. */
export function judgeCancellation(redemption: Redemption | undefined): CancellationVerdict {
  if (!redemption) return { status: 'not_found' };
  if (redemption.state === 'cancelled') return { status: 'known', redemption };
  if (redemption.state !== 'reserved') return { status: 'redemption_closed' };
  return { status: 'open', redemption };
}

/** Whether a code for the counter may be made: for what waits, and until the last day for it is over. */
export function judgePickup(redemption: Redemption | undefined, now: number): Waiting {
  if (!redemption) return { status: 'not_found' };
  const waits = redemption.state === 'reserved' && now <= redemption.fetchBy;
  return waits ? { status: 'open', redemption } : { status: 'redemption_closed' };
}

/** Whether a reservation has lapsed. A code made at the last moment is good to its end. */
export const hasLapsed = (
  redemption: Redemption | undefined,
  now: number,
): redemption is GrantedRedemption =>
  redemption?.state === 'reserved' && now > redemption.fetchBy + pickupMs;

type HandoverFacts = {
  redemption: Redemption | undefined;
  pickupId: string;
  counterId: string;
  handoverId: string;
};
type HandoverVerdict =
  | { status: 'open' | 'known'; redemption: GrantedRedemption }
  | { status: 'refused'; code: RefusalCode };

/** Whether a counter hands over for a scanned code. Only the newest code of a reservation is good, and only once. */
export function judgeHandover(
  { redemption, pickupId, counterId, handoverId }: HandoverFacts,
  now: number,
): HandoverVerdict {
  const refused = (code: RefusalCode) => ({ status: 'refused' as const, code });
  if (!redemption || redemption.state === 'refused') return refused('redemption_closed');
  if (redemption.volunteerId === counterId) return refused('not_to_oneself');
  const { state, pickup, handover } = redemption;
  if (handover?.counterId === counterId && handover.handoverId === handoverId) {
    return { status: 'known', redemption };
  }
  const newest = pickup?.pickupId === pickupId;
  if (state === 'picked_up' && newest) return refused('pickup_used');
  if (state !== 'reserved') return refused('redemption_closed');
  if (!newest || now > pickup.validUntil) return refused('pickup_expired');
  return { status: 'open', redemption };
}
