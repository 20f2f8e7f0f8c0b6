import * as z from 'zod';
import * as value from './values';
import type { RedemptionState } from './vocabulary';
import { redemptionStates } from './vocabulary';

/** The shelf, redeeming, and the hand-over at the counter. */

export const rewardCard = z.object({
  rewardId: value.id,
  title: z.string(),
  description: z.string(),
  sponsorName: z.string(),
  /** Points for one. */
  price: value.points,
  /** A projection, a few seconds old: the redemption itself decides. */
  stock: z.int().min(0),
  monthlyLimit: z.int().min(1),
  stationId: value.id,
  stationName: z.string(),
  district: value.district,
  pickupDays: z.int().min(1),
  onShelf: z.boolean(),
});
export type RewardCard = z.infer<typeof rewardCard>;

const redemptionState = z.enum(Object.keys(redemptionStates) as RedemptionState[]);

export const redemptionShown = z.object({
  redemptionId: value.requestId,
  rewardId: value.id,
  title: z.string(),
  price: value.points,
  stationId: value.id,
  stationName: z.string(),
  state: redemptionState,
  reservedAt: value.instant,
  /** Until when it can be fetched; then it lapses and the points come back. */
  fetchBy: value.instant,
  closedAt: value.instant.optional(),
  /** Why it was refused: a code of shared/refusals. */
  refusedBecause: z.string().optional(),
});
export type RedemptionShown = z.infer<typeof redemptionShown>;

/** The phone makes `redemptionId` once. `price` is the one the person saw and agreed to. */
export const redeemRequest = z.strictObject({
  redemptionId: value.requestId,
  rewardId: value.id,
  price: value.points,
});

const redemptionOnly = z.strictObject({ redemptionId: value.requestId });

export const rewardRoutes = {
  'GET /rewards': {
    request: z.strictObject({ district: value.district, ...value.pageQuery }),
    response: z.object({
      rewards: z.array(rewardCard),
      cursor: value.cursor.optional(),
    }),
  },
  'GET /rewards/{rewardId}': {
    request: z.strictObject({ rewardId: value.id }),
    response: rewardCard,
  },
  'POST /redemptions': {
    request: redeemRequest,
    response: z.object({ redemption: redemptionShown, balance: value.points }),
  },
  'GET /redemptions': {
    request: z.strictObject(value.pageQuery),
    response: z.object({
      redemptions: z.array(redemptionShown),
      cursor: value.cursor.optional(),
    }),
  },
  'GET /redemptions/{redemptionId}': { request: redemptionOnly, response: redemptionShown },
  'DELETE /redemptions/{redemptionId}': {
    request: redemptionOnly,
    response: z.object({ redemption: redemptionShown, balance: value.points }),
  },
  /** A code for the counter: one use, six minutes. */
  'POST /redemptions/{redemptionId}/pickup-code': {
    request: redemptionOnly,
    response: z.object({ token: value.token, expiresAt: value.instant, now: value.instant }),
  },
  /** The counter's scan. The same `handoverId` gives the same answer; no name and no phone is shown. */
  'POST /handovers': {
    request: z.strictObject({ handoverId: value.requestId, token: value.token }),
    response: z.object({
      title: z.string(),
      stationName: z.string(),
      volunteerTail: z.string(),
      handedOverAt: value.instant,
    }),
  },
} as const;
