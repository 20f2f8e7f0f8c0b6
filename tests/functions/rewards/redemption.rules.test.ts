import { dayOf, hourMs, minuteMs, startOfDay } from '#shared/time';
import type {
  GrantedRedemption,
  Redemption,
  RefusedRedemption,
} from '../../../functions/rewards/redemption.rules';
import {
  fetchByOf,
  hasLapsed,
  judgeCancellation,
  judgeHandover,
  judgePickup,
  judgeRedemption,
  pickupMs,
} from '../../../functions/rewards/redemption.rules';
import type { Reward } from '../../../functions/rewards/reward.rules';

const now = startOfDay('20261124') + 14 * hourMs;
const rewardId = 'aaaaaaaaaaaa';
const owner = 'bbbbbbbbbbbb';
const counter = 'cccccccccccc';
const pickupId = 'dddddddddddd';
const handoverId = '01JAAA';

const reward: Reward = {
  ...{ version: 1, rewardId, title: '毛巾', description: '纯棉', shards: 1 },
  ...{ sponsorId: 'eeeeeeeeeeee', sponsorName: '海风超市', price: 30, monthlyLimit: 2 },
  ...{ stationId: 'ffffffffffff', stationName: '八大关站', district: '370202' },
  ...{ organisationId: '111111111111', path: ['111111111111'], pickupDays: 7, onShelf: true },
};

const asked = {
  ...{ version: 1, redemptionId: '01JDEF', volunteerId: owner, rewardId, title: '毛巾', price: 30 },
  ...{ stationId: 'ffffffffffff', stationName: '八大关站', reservedAt: now },
  fetchBy: fetchByOf(now, 7),
};
const refused: RefusedRedemption = { ...asked, state: 'refused', refusedBecause: 'points_short' };
const granted = (more: Partial<GrantedRedemption> = {}): GrantedRedemption => ({
  ...asked,
  ...{ state: 'reserved', sponsorId: 'eeeeeeeeeeee', path: [], month: '202611', stockShard: 0 },
  ...{ split: { '2026': 30 }, gx1pk: '', gx1sk: '' },
  ...more,
});

describe('redeeming, in the order of precedence', () => {
  /** Everything is wrong at once; each row repairs what stood before. */
  const worst = {
    known: undefined as Redemption | undefined,
    registered: false,
    reward: { ...reward, onShelf: false, price: 40 } as Reward | undefined,
    redeemedThisMonth: 2,
    byYear: { '2026': 10 } as Record<string, number>,
    left: [0] as number[] | undefined,
  };
  const request = { rewardId, price: 30 };
  const onShelf = { ...worst, registered: true, reward: { ...reward, price: 40 } };
  const rightPrice = { ...onShelf, reward };
  const withinQuota = { ...rightPrice, redeemedThisMonth: 1 };
  const enough = { ...withinQuota, byYear: { '2025': 20, '2026': 15 } };

  test.each([
    ['the same again', { ...worst, known: granted() }, { status: 'known' }],
    ['the same again after a refusal', { ...worst, known: refused }, { status: 'known' }],
    [
      'another reward under the same id',
      { ...worst, known: granted({ rewardId: '999999999999' }) },
      { status: 'request_differs' },
    ],
    [
      'another price under the same id',
      { ...worst, known: granted({ price: 29 }) },
      { status: 'request_differs' },
    ],
    ['no such reward', { ...worst, reward: undefined }, { status: 'not_found' }],
    ['not registered', worst, { status: 'not_registered' }],
    [
      'off the shelf',
      { ...worst, registered: true },
      { status: 'refused', code: 'reward_off_shelf' },
    ],
    ['another price by now', onShelf, { status: 'refused', code: 'price_changed' }],
    ['limit of the month', rightPrice, { status: 'refused', code: 'quota_reached' }],
    ['too few points', withinQuota, { status: 'refused', code: 'points_short' }],
    ['every shard empty', enough, { status: 'refused', code: 'sold_out' }],
    [
      'all is well',
      { ...enough, left: [0, 1] },
      {
        status: 'granted',
        spending: { byYear: { '2026': 5 }, split: { '2025': 20, '2026': 10 } },
      },
    ],
    ['stock not read', { ...enough, left: undefined }, { status: 'granted' }],
  ])('%s', (_, facts, verdict) => {
    expect(judgeRedemption(request, facts)).toMatchObject(verdict);
  });
});

describe('cancelling', () => {
  test.each([
    ['not one’s own, or none', undefined, 'not_found'],
    ['cancelled before', granted({ state: 'cancelled' }), 'known'],
    ['handed over', granted({ state: 'picked_up' }), 'redemption_closed'],
    ['lapsed', granted({ state: 'lapsed' }), 'redemption_closed'],
    ['refused', refused, 'redemption_closed'],
    ['waiting', granted(), 'open'],
  ])('%s → %s', (_, redemption, status) => {
    expect(judgeCancellation(redemption).status).toBe(status);
  });
});

describe('the last day', () => {
  test('reserved on a day → can be fetched to the end of the seventh day after', () => {
    expect(dayOf(fetchByOf(now, 7))).toBe('20261201');
    expect(dayOf(fetchByOf(now, 7) + 1)).toBe('20261202');
  });

  test.each([
    ['before it ends', 0, { pickup: 'open', lapsed: false }],
    ['a moment after', 1, { pickup: 'redemption_closed', lapsed: false }],
    ['when the last code is over', pickupMs, { pickup: 'redemption_closed', lapsed: false }],
    ['after that', pickupMs + 1, { pickup: 'redemption_closed', lapsed: true }],
  ])('%s', (_, laterMs, expected) => {
    const at = asked.fetchBy + laterMs;
    expect(judgePickup(granted(), at).status).toBe(expected.pickup);
    expect(hasLapsed(granted(), at)).toBe(expected.lapsed);
  });

  test.each(['picked_up', 'cancelled', 'lapsed'] as const)('%s → never lapses', (state) => {
    expect(hasLapsed(granted({ state }), asked.fetchBy + 100 * hourMs)).toBe(false);
    expect(judgePickup(granted({ state }), now).status).toBe('redemption_closed');
  });
});

describe('handing over, in the order of precedence', () => {
  const pickup = { pickupId, validUntil: now + pickupMs };
  const newer = { pickupId: '000000000000', validUntil: now + pickupMs };
  test.each([
    ['nothing there', undefined, counter, 'redemption_closed'],
    ['to oneself', granted({ state: 'cancelled', pickup }), owner, 'not_to_oneself'],
    ['this code again', granted({ state: 'picked_up', pickup }), counter, 'pickup_used'],
    [
      'an older code after another was used',
      granted({ state: 'picked_up', pickup: newer }),
      counter,
      'redemption_closed',
    ],
    ['cancelled', granted({ state: 'cancelled', pickup }), counter, 'redemption_closed'],
    ['a newer code was made', granted({ pickup: newer }), counter, 'pickup_expired'],
    [
      'over since a moment',
      granted({ pickup: { pickupId, validUntil: now - 1 } }),
      counter,
      'pickup_expired',
    ],
  ])('%s → %s', (_, redemption, counterId, code) => {
    expect(judgeHandover({ redemption, pickupId, counterId, handoverId }, now)).toEqual({
      status: 'refused',
      code,
    });
  });

  test.each([
    ['the same hand-over again', handoverId, { status: 'known' }],
    ['another hand-over of it', '01JBBB', { status: 'refused', code: 'pickup_used' }],
  ])('%s', (_, id, verdict) => {
    const handover = { counterId: counter, handoverId };
    const redemption = granted({ state: 'picked_up', pickup, handover });
    const facts = { redemption, pickupId, counterId: counter, handoverId: id };
    expect(judgeHandover(facts, now)).toMatchObject(verdict);
  });

  test('the newest code, in its last moment → handed over', () => {
    const redemption = granted({ pickup: { pickupId, validUntil: now } });
    expect(
      judgeHandover({ redemption, pickupId, counterId: counter, handoverId }, now).status,
    ).toBe('open');
  });

  test('a code lives six minutes', () => expect(pickupMs).toBe(6 * minuteMs));
});
