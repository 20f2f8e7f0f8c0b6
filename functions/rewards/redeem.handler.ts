import type { Input, Response } from '#shared/api';
import type { RefusalCode } from '#shared/refusals';
import { rewardRoutes } from '#shared/rewards';
import { monthOf } from '#shared/time';
import { shardOf } from '../keys';
import type { Wallet } from '../ledger/wallet.table';
import { balanceOf, walletAt } from '../ledger/wallet.table';
import { handle } from '../platform/handle';
import { refuse } from '../platform/refuse';
import type { Caller } from '../platform/session';
import { commit, create, or, read, untilWon } from '../platform/table';
import { mayAct } from '../sessions/session.rules';
import { wayOf } from '../sessions/way.table';
import { profileAt } from '../volunteers/volunteer.table';
import type { Redemption, RedemptionVerdict, RefusedRedemption } from './redemption.rules';
import { judgeRedemption } from './redemption.rules';
import { quotaAt, redemptionAt, shownRedemption } from './redemption.table';
import { reserve } from './reservation';
import type { Reward } from './reward.rules';
import { shardsWithStock } from './reward.rules';
import { rewardAt, stockAt, takeStock } from './reward.table';

type Redeeming = { request: Input<'POST /redemptions'>; caller: Caller; now: number };
type Answer = Response<'POST /redemptions'>;
/** What the shards of the reward held when they were read. */
type Left = readonly number[] | undefined;

/** Points for a reward: one read and one commit. Whatever is answered stays the answer under this id. */
export const redeem = handle(
  'POST /redemptions',
  rewardRoutes['POST /redemptions'],
  async (request, { caller, now }) => untilWon(() => attempt({ request, caller, now }, undefined)),
);

async function attempt(redeeming: Redeeming, left: Left): Promise<Answer> {
  const found = await load(redeeming);
  const verdict = judgeRedemption(redeeming.request, { ...found, left });
  switch (verdict.status) {
    case 'known':
      return answerTo(verdict.redemption, found.wallet);
    case 'refused':
      return refuseForEver(redeeming, verdict);
    case 'granted':
      return take(redeeming, { found, verdict, left });
    default:
      return refuse(verdict.status);
  }
}

async function load({ request, caller, now }: Redeeming) {
  const { volunteerId } = caller;
  const { redemptionId, rewardId } = request;
  const [known, profile, wallet, reward, quota, way] = await read(
    redemptionAt(volunteerId, redemptionId),
    profileAt(volunteerId),
    walletAt(volunteerId),
    rewardAt(rewardId),
    quotaAt(volunteerId, { rewardId, month: monthOf(now) }),
    wayOf(caller),
  );
  if (!mayAct(way, caller)) refuse('session_expired');
  return {
    ...{ known, wallet, reward, quota },
    registered: profile !== undefined,
    redeemedThisMonth: quota?.count ?? 0,
    byYear: wallet?.byYear ?? {},
  };
}

/** A refusal is answered like the first time, for ever. */
function answerTo(redemption: Redemption, wallet: Wallet | undefined): Answer {
  if (redemption.state === 'refused') return refuse(redemption.refusedBecause);
  return { redemption: shownRedemption(redemption), balance: wallet ? balanceOf(wallet) : 0 };
}

/** Written before it is answered: points that arrive later must not be charged under an id that was refused. */
async function refuseForEver(
  { request, caller, now }: Redeeming,
  { reward, code }: { reward: Reward; code: RefusalCode },
): Promise<never> {
  const { volunteerId } = caller;
  const { title, stationId, stationName } = reward;
  const refused: RefusedRedemption = {
    version: 1,
    ...request,
    ...{ volunteerId, title, stationId, stationName },
    state: 'refused',
    refusedBecause: code,
    reservedAt: now,
    fetchBy: now,
    closedAt: now,
  };
  await commit([create(redemptionAt(volunteerId, request.redemptionId), refused)]);
  return refuse(code);
}

type Granted = {
  found: Awaited<ReturnType<typeof load>>;
  verdict: Extract<RedemptionVerdict, { status: 'granted' }>;
  left: Left;
};

/**
 * Takes the piece from one shard, chosen blindly at first: mostly it has one. An empty shard is not sold out; then all
 * of them are read, everything is judged again, and every shard that has something is tried.
 */
async function take(redeeming: Redeeming, granted: Granted): Promise<Answer> {
  const { found, verdict, left } = granted;
  const { reward, spending } = verdict;
  const { volunteerId } = redeeming.caller;
  const { redemptionId } = redeeming.request;
  const first = shardOf(volunteerId, reward.shards);
  for (const stockShard of left ? shardsWithStock(left, first) : [first]) {
    const { now } = redeeming;
    const grant = { volunteerId, redemptionId, reward, spending, stockShard, now };
    const { redemption, wallet, writes } = reserve(grant, found);
    const piece = or(takeStock(reward.rewardId, stockShard), 'empty');
    if ((await commit([...writes, piece])) === 'done') return answerTo(redemption, wallet);
  }
  if (left) return refuseForEver(redeeming, { reward, code: 'sold_out' });
  return attempt(redeeming, await leftOf(reward));
}

async function leftOf({ rewardId, shards }: Reward): Promise<number[]> {
  const each = Array.from({ length: shards }, (_, shard) => stockAt(rewardId, shard));
  return (await read(...each)).map((stock) => stock?.left ?? 0);
}
