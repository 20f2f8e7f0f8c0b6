import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { injectFaults } from '../../support/faults';
import type { Person } from '../../support/given';
import { newcomer, volunteer } from '../../support/given';
import { books, earn, expectBalanced, reward } from '../../support/given-rewards';
import { itemsOf } from '../../support/items';

let cloud: TestCloud;
let who: Person;

beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());
beforeEach(async () => {
  cloud.setTime(Date.now());
  who = await volunteer(cloud);
});
afterEach(expectBalanced);

const asking = ({ rewardId, price }: { rewardId: string; price: number }) => ({
  redemptionId: newRequestId(),
  ...{ rewardId, price },
});
const stateOf = async (redemptionId: string) =>
  who.ask('GET /redemptions/{redemptionId}', { redemptionId });

test('points and stock are there → reserved, charged, one piece fewer, the oldest points first', async () => {
  await earn(cloud, who, { '2025': 20, '2026': 25 });
  const towel = await reward({ pieces: 12 });
  const answer = await who.ask('POST /redemptions', asking(towel));
  expect(answer).toMatchObject({
    balance: 15,
    redemption: { state: 'reserved', title: '毛巾', price: 30, stationName: '八大关学雷锋站' },
  });
  expect((await books()).left(towel.rewardId)).toBe(11);
  expect(await who.ask('GET /me/points', {})).toMatchObject({
    ...{ balance: 15, byYear: { '2026': 15 } },
    postings: [
      { sequence: 2, cause: 'redemption', amount: -30, balance: 15 },
      { sequence: 1, amount: 45 },
    ],
  });
  expect((await books()).accounts.get(`sponsor:${towel.sponsorId}`)).toBe(30);
});

test('the same id again, also many times at once → the same answer, charged once', async () => {
  await earn(cloud, who, { '2026': 100 });
  const towel = await reward({ pieces: 12 });
  const request = asking(towel);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => who.ask('POST /redemptions', request)),
  );
  answers.push(await who.ask('POST /redemptions', request));
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect((await books()).left(towel.rewardId)).toBe(11);
});

test('the same id with another body → refused, nothing changed, the first stays', async () => {
  await earn(cloud, who, { '2026': 100 });
  const [towel, cup] = [await reward({ pieces: 3 }), await reward({ pieces: 3, title: '水杯' })];
  const request = asking(towel);
  await who.ask('POST /redemptions', request);
  for (const change of [{ rewardId: cup.rewardId }, { price: 29 }]) {
    expect(await who.call('POST /redemptions', { ...request, ...change })).toMatchObject({
      status: 409,
      body: { code: 'request_differs' },
    });
  }
  expect(await stateOf(request.redemptionId)).toMatchObject({ title: '毛巾', state: 'reserved' });
  expect(await who.ask('GET /me', {})).toMatchObject({ points: 70 });
  expect((await books()).left(cup.rewardId)).toBe(3);
});

describe('refused', () => {
  const cases = [
    {
      code: 'reward_off_shelf',
      status: 409,
      given: async () => ({ price: 30, of: await reward({ onShelf: false }) }),
    },
    {
      code: 'price_changed',
      status: 409,
      given: async () => ({ price: 20, of: await reward({ price: 30 }) }),
    },
    {
      code: 'points_short',
      status: 409,
      given: async () => ({ price: 301, of: await reward({ price: 301 }) }),
    },
    {
      code: 'sold_out',
      status: 409,
      given: async () => ({ price: 30, of: await reward({ pieces: 0 }) }),
    },
  ];
  test.each(cases)('$code → written, listed, and the same answer for ever', async (one) => {
    await earn(cloud, who, { '2026': 300 });
    const { price, of } = await one.given();
    const request = { ...asking(of), price };
    const refusal = { status: one.status, body: { code: one.code } };
    expect(await who.call('POST /redemptions', request)).toMatchObject(refusal);
    await earn(cloud, who, { '2026': 1_000 });
    expect(await who.call('POST /redemptions', request)).toMatchObject(refusal);
    const { redemptions } = await who.ask('GET /redemptions', {});
    expect(redemptions).toMatchObject([
      { redemptionId: request.redemptionId, state: 'refused', refusedBecause: one.code },
    ]);
    expect(await who.ask('GET /me', {})).toMatchObject({ points: 1_300 });
  });

  test('points arrive after the refusal → a new id is charged, the refused one never', async () => {
    await earn(cloud, who, { '2026': 29 });
    const towel = await reward({ pieces: 3 });
    const refused = asking(towel);
    await who.call('POST /redemptions', refused);
    await earn(cloud, who, { '2026': 1 });
    await who.ask('POST /redemptions', asking(towel));
    expect(await who.call('POST /redemptions', refused)).toMatchObject({
      body: { code: 'points_short' },
    });
    expect(await who.ask('GET /me', {})).toMatchObject({ points: 0 });
  });

  test('more than the month’s limit, also all at once → the limit holds; next month it is new', async () => {
    await earn(cloud, who, { '2026': 1_000 });
    const towel = await reward({ pieces: 50, monthlyLimit: 2 });
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => who.call('POST /redemptions', asking(towel))),
    );
    const again = answers.filter(({ status }) => status === 503).length;
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(2);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(3 - again);
    cloud.setTime(cloud.now() + 31 * 24 * 3_600_000);
    await who.ask('POST /redemptions', asking(towel));
    expect((await books()).left(towel.rewardId)).toBe(47);
  });

  test('nobody who has registered → not_registered; no such reward → 404 and nothing written', async () => {
    const guest = await newcomer(cloud);
    const towel = await reward({});
    expect(await guest.call('POST /redemptions', asking(towel))).toMatchObject({
      status: 403,
      body: { code: 'not_registered' },
    });
    expect((await itemsOf(`V#${guest.volunteerId}`)).map(({ sk }) => sk)).toEqual(['#I', '#W']);
    const nothing = asking({ rewardId: '000000000000', price: 1 });
    expect(await who.call('POST /redemptions', nothing)).toMatchObject({ status: 404 });
    const own = await itemsOf(`V#${who.volunteerId}`);
    expect(own.filter(({ sk }) => sk.startsWith('K#'))).toEqual([]);
  });

  test('a session that was signed out elsewhere → 401, nothing charged', async () => {
    await earn(cloud, who, { '2026': 30 });
    const towel = await reward({});
    await who.ask('DELETE /sessions', {});
    expect(await who.call('POST /redemptions', asking(towel))).toMatchObject({ status: 401 });
    expect((await books()).left(towel.rewardId)).toBe(1);
  });
});

test('another person’s redemption → not found', async () => {
  await earn(cloud, who, { '2026': 30 });
  const request = asking(await reward({}));
  await who.ask('POST /redemptions', request);
  const other = await volunteer(cloud);
  const { redemptionId } = request;
  for (const route of [
    'GET /redemptions/{redemptionId}',
    'DELETE /redemptions/{redemptionId}',
    'POST /redemptions/{redemptionId}/pickup-code',
  ] as const) {
    expect(await other.call(route, { redemptionId })).toMatchObject({ status: 404 });
  }
  expect(await stateOf(redemptionId)).toMatchObject({ state: 'reserved' });
});

test('an empty shard is not sold out: as many people as pieces, over all shards → everybody gets one', async () => {
  const people = await Promise.all(Array.from({ length: 13 }, () => volunteer(cloud)));
  for (const person of people) await earn(cloud, person, { '2026': 30 });
  const towel = await reward({ pieces: 12 });
  const statuses: number[] = [];
  for (const person of people) {
    statuses.push((await person.call('POST /redemptions', asking(towel))).status);
  }
  expect(statuses).toEqual([...Array.from({ length: 12 }, () => 200), 409]);
  expect((await books()).left(towel.rewardId)).toBe(0);
});

describe('faults of the database', () => {
  const cancelled = (Code: string) =>
    new TransactionCanceledException({
      $metadata: {},
      message: Code,
      CancellationReasons: [{ Code: 'None' }, { Code }],
    });

  test.each(['TransactionConflict', 'ThrottlingError'])(
    'the first three commits end in %s → charged once all the same',
    async (code) => {
      await earn(cloud, who, { '2026': 100 });
      const towel = await reward({ pieces: 5 });
      const faults = injectFaults('TransactWriteItemsCommand', (count) =>
        count <= 3 ? cancelled(code) : undefined,
      );
      const answer = await who.ask('POST /redemptions', asking(towel));
      faults.remove();
      expect(faults.count()).toBe(3);
      expect(answer.balance).toBe(70);
      expect((await books()).left(towel.rewardId)).toBe(4);
    },
  );

  test('the commit arrives, its answer is lost → found again, charged once', async () => {
    await earn(cloud, who, { '2026': 100 });
    const towel = await reward({ pieces: 5 });
    const { database } =
      require('../../../functions/platform/table') as typeof import('../../../functions/platform/table');
    let commits = 0;
    database().middlewareStack.add(
      (next, context) => async (args) => {
        const answer = await next(args);
        const isFirst = context.commandName === 'TransactWriteItemsCommand' && ++commits === 1;
        if (isFirst) throw cancelled('TransactionConflict');
        return answer;
      },
      { step: 'finalizeRequest', name: 'lost answer', priority: 'low', override: true },
    );
    const answer = await who.ask('POST /redemptions', asking(towel));
    database().middlewareStack.remove('lost answer');
    expect(commits).toBeGreaterThan(0);
    expect(answer).toMatchObject({ balance: 70, redemption: { state: 'reserved' } });
    expect((await books()).left(towel.rewardId)).toBe(4);
  });

  test('every commit conflicts → 503; later the same id is charged once', async () => {
    await earn(cloud, who, { '2026': 100 });
    const towel = await reward({ pieces: 5 });
    const request = asking(towel);
    const faults = injectFaults('TransactWriteItemsCommand', () =>
      cancelled('TransactionConflict'),
    );
    expect(await who.call('POST /redemptions', request)).toMatchObject({
      status: 503,
      body: { code: 'busy' },
    });
    faults.remove();
    await who.ask('POST /redemptions', request);
    expect(await who.ask('GET /me', {})).toMatchObject({ points: 70 });
  });
});

test('100 people redeem the last piece → one is charged, 99 are refused, and the books balance', async () => {
  const people: Person[] = [];
  while (people.length < 100) {
    people.push(...(await Promise.all(Array.from({ length: 10 }, () => volunteer(cloud)))));
  }
  await Promise.all(people.map((person) => earn(cloud, person, { '2026': 30 })));
  const last = await reward({ pieces: 1 });
  const requests = people.map((person) => ({ person, request: asking(last) }));
  const answers = await Promise.all(
    requests.map(({ person, request }) => person.call('POST /redemptions', request)),
  );
  const charged = answers.filter(({ status }) => status === 200);
  const refused = answers.filter(({ body }) => 'code' in body && body.code === 'sold_out');
  expect([charged.length, refused.length]).toEqual([1, 99]);

  const again = await Promise.all(
    requests.map(({ person, request }) => person.call('POST /redemptions', request)),
  );
  expect(again.map(({ status }) => status)).toEqual(answers.map(({ status }) => status));
  const { balances, left, accounts } = await books();
  expect(left(last.rewardId)).toBe(0);
  const kept = people.map(({ volunteerId }) => balances.get(`wallet:${volunteerId}`));
  expect(kept.filter((balance) => balance === 0)).toHaveLength(1);
  expect(kept.filter((balance) => balance === 30)).toHaveLength(99);
  for (const { volunteerId } of people) {
    expect(balances.get(`wallet:${volunteerId}`)).toBe(accounts.get(`wallet:${volunteerId}`));
  }
}, 60_000);
