import type { Request, Response } from '#shared/api';
import { gcj02 } from '#shared/place';
import type { RewardCard } from '#shared/rewards';
import { searchPlaces } from '#shared/search';
import type { StationList } from '#shared/stations';
import {
  clockOf,
  dayMs,
  dayOf,
  hourMs,
  minuteMs,
  minuteOfDay,
  startOfDay,
  weekdayOf,
} from '#shared/time';
import { stationServices } from '#shared/vocabulary';
import { postingPrefix, profileKey } from '../functions/keys';
import { balanceOf, walletAt } from '../functions/ledger/wallet.table';
import type { Posting } from '../functions/points/point.table';
import { walletAccount } from '../functions/points/point.table';
import { redemptionAt } from '../functions/rewards/redemption.table';
import { rewardAt, stockAt } from '../functions/rewards/reward.table';
import type { Phone } from './phone';
import type { Served, Stage } from './story-service';
import { chained, signIn } from './story-service';
import { must, refusedWith, same } from './storyteller';

const name = '王小新';
type Redeeming = { served: Served; reward: RewardCard; request: Request<'POST /redemptions'> };

/** Second half: from the nearest open station to a reward in one's hand. */
export async function tellReward(stage: Stage, served: Served): Promise<void> {
  const reward = await nearestReward(stage, served);
  const redemptionId = served.volunteer.newRequestId();
  const request = { redemptionId, rewardId: reward.rewardId, price: reward.price };
  const redeeming = { served, reward, request };
  const balance = await redeemed(stage, redeeming);
  await handedOver(stage, redeeming);
  await balanced(stage, redeeming, balance);
}

async function nearestReward(stage: Stage, { volunteer, shift }: Served): Promise<RewardCard> {
  const { tell, cloud } = stage;
  const list = must((await volunteer.call('GET /stations', {})).list, '全市站点');
  const search = (service?: number) =>
    searchPlaces(list, {
      from: gcj02(shift.latitude, shift.longitude),
      at: { weekday: weekdayOf(cloud.now()), minute: minuteOfDay(cloud.now()) },
      openOnly: true,
      limit: 50,
      ...(service !== undefined && { service }),
    });
  await untilOpen(stage, () => search(redemption).length > 0);
  await tell(async () => {
    const [nearest] = search();
    const row = must(nearest, '开放的站点');
    const { version, list: same_ } = await volunteer.call('GET /stations', {
      version: list.version,
    });
    same([version, same_], [list.version, undefined], '站点名单的版本');
    return `手机在 ${list.name.length} 个站点里自己找：现在开放、最近的是「${list.name[row.row]}」，${Math.round(row.meters ?? 0)} 米。没有再问云。`;
  });
  let chosen: RewardCard | undefined;
  await tell(async () => {
    const { points } = await volunteer.call('GET /me', {});
    const { rewards } = await volunteer.call('GET /rewards', {
      district: shift.district,
      limit: 50,
    });
    const found = search(redemption).flatMap(({ row, meters }) =>
      rewards
        .filter(
          ({ stationId, price, onShelf }) =>
            stationId === list.stationId[row] && onShelf && price <= points,
        )
        .map((reward) => ({ reward, meters })),
    )[0];
    const { reward, meters = 0 } = must(found, '换得起的礼品');
    chosen = reward;
    return `${points} 分换得起的，最近在「${nameOf(list, reward)}」（${Math.round(meters)} 米）：${reward.title}，${reward.price} 分，还有 ${reward.stock} 份。`;
  });
  return must(chosen, '礼品');
}

const redemption = Object.keys(stationServices).indexOf('redemption');
const nameOf = (list: StationList, { stationId }: RewardCard): string =>
  list.name[list.stationId.indexOf(stationId)] ?? '';

/** At night every station is closed: the story goes on at ten the next morning, at most four mornings on. */
async function untilOpen({ tell, cloud }: Stage, isOpen: () => boolean): Promise<void> {
  for (let morning = 0; morning < 4 && !isOpen(); morning++) {
    const ten = startOfDay(dayOf(cloud.now())) + 10 * hourMs;
    const next = ten > cloud.now() ? ten : ten + dayMs;
    await tell(async () => {
      await cloud.forward(Math.ceil((next - cloud.now()) / minuteMs));
      return `站点都关门了。时间来到下一个上午 ${clockOf(cloud.now())}。`;
    });
  }
}

async function redeemed(stage: Stage, { served, reward, request }: Redeeming): Promise<number> {
  const { tell, ledger } = stage;
  const { volunteer, volunteerId } = served;
  const before = await stockOf(stage, reward);
  await tell(async () => {
    const cheaper = {
      ...request,
      redemptionId: volunteer.newRequestId(),
      price: request.price - 1,
    };
    const message = await refusedWith(
      'price_changed',
      volunteer.call('POST /redemptions', cheaper),
    );
    same(
      await refusedWith('price_changed', volunteer.call('POST /redemptions', cheaper)),
      message,
      '再问',
    );
    same(
      (await ledger.item(redemptionAt(volunteerId, cheaper.redemptionId))).state,
      'refused',
      '表里',
    );
    return `价格不符的兑换被拒绝：「${message}」。拒绝记在表里，再问还是同样的回答。`;
  });
  let first: Response<'POST /redemptions'> | undefined;
  await tell(async () => {
    first = await volunteer.call('POST /redemptions', request);
    const wallet = await ledger.item(walletAt(volunteerId));
    same(first.balance, 20 - reward.price, '余额');
    same([balanceOf(wallet), first.redemption.state], [first.balance, 'reserved'], '钱包和兑换单');
    return `${name}兑换「${reward.title}」：扣 ${reward.price} 分，余 ${first.balance} 分，兑换单「待领取」。`;
  });
  await tell(async () => {
    same(
      await volunteer.call('POST /redemptions', request),
      must(first, '第一次的回答'),
      '第二次的回答',
    );
    same(balanceOf(await ledger.item(walletAt(volunteerId))), first?.balance ?? 0, '钱包');
    return '同一个编号再发一次，回答一字不差，没有再扣分。';
  });
  await tell(async () => {
    const after = await stockOf(stage, reward);
    same(after, before - 1, '库存');
    await stage.cloud.drain();
    const shown = await volunteer.call('GET /rewards/{rewardId}', { rewardId: reward.rewardId });
    same(shown.stock, after, '货架上的数量');
    return `库存由 ${before} 变成 ${after}，货架上也是 ${shown.stock}。`;
  });
  return first?.balance ?? 0;
}

async function stockOf({ ledger }: Stage, { rewardId }: RewardCard): Promise<number> {
  const { shards } = await ledger.item(rewardAt(rewardId));
  const each = Array.from({ length: shards }, (_, shard) => ledger.item(stockAt(rewardId, shard)));
  return (await Promise.all(each)).reduce((sum, { left }) => sum + left, 0);
}

async function handedOver(stage: Stage, { served, request, reward }: Redeeming): Promise<void> {
  const { tell, ledger } = stage;
  const { volunteer, volunteerId } = served;
  const { redemptionId } = request;
  const { own: counter } = await signIn(stage, 'demo-counter');
  const ask = { redemptionId };
  const { token, expiresAt, now } = await volunteer.call(
    'POST /redemptions/{redemptionId}/pickup-code',
    ask,
  );
  const scan = (by: Phone) => ({ handoverId: by.newRequestId(), token });
  await tell(async () => {
    same(expiresAt - now, 6 * minuteMs, '领取码的时长');
    const message = await refusedWith(
      'not_allowed',
      volunteer.call('POST /handovers', scan(volunteer)),
    );
    return `${name}出示 6 分钟的领取码。自己核销自己，被拒绝：「${message}」。`;
  });
  const handover = scan(counter);
  await tell(async () => {
    const done = await counter.call('POST /handovers', handover);
    same([done.title, done.volunteerTail], [reward.title, volunteerId.slice(-4)], '柜台看到的');
    same((await ledger.item(redemptionAt(volunteerId, redemptionId))).state, 'picked_up', '兑换单');
    return `柜台赵晓敏扫码交付「${done.title}」，只看到尾号 ${done.volunteerTail}。兑换单「已领取」。`;
  });
  await tell(async () => {
    same((await counter.call('POST /handovers', handover)).title, reward.title, '重发的回答');
    const message = await refusedWith(
      'pickup_used',
      counter.call('POST /handovers', scan(counter)),
    );
    return `柜台重发同一次扫码，回答一样；再扫一次，被拒绝：「${message}」。`;
  });
}

async function balanced({ tell, ledger, cloud }: Stage, { served }: Redeeming, balance: number) {
  const { volunteer, volunteerId } = served;
  await tell(async () => {
    const postings = await ledger.rows<Posting>(profileKey(volunteerId), postingPrefix);
    chained(postings);
    const account = walletAccount(volunteerId);
    const sum = postings.reduce(
      (total, { credit, debit, amount }) =>
        total + (credit === account ? amount : 0) - (debit === account ? amount : 0),
      0,
    );
    const wallet = await ledger.item(walletAt(volunteerId));
    const book = await volunteer.call('GET /me/points', {});
    same(
      [sum, balanceOf(wallet), book.balance],
      [balance, balance, balance],
      '分录之和、钱包、存折',
    );
    return `存折上 ${postings.length} 条分录相加 = ${sum} 分 = 钱包余额。哈希链从头到尾对得上。`;
  });
  await tell(async () => {
    await cloud.drain();
    same(cloud.dead.length, 0, '处理不了的流记录');
    return '数据流里每一条都处理完了，没有一条被放弃。';
  });
}
