import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { volunteer } from '../../support/given';
import { earn, reward } from '../../support/given-rewards';

let cloud: TestCloud;
let who: Person;

beforeAll(async () => {
  cloud = await startTestCloud();
  who = await volunteer(cloud);
});
afterAll(() => cloud.stop());

const shelf = async (request: { limit?: number; cursor?: string } = {}) => {
  const answer = await cloud.call('GET /rewards', { district: '370213', ...request });
  expect(answer.status).toBe(200);
  return answer.body as { rewards: { title: string; stock: number }[]; cursor?: string };
};

test('a district’s shelf → the cheapest first, page by page, without what is off the shelf', async () => {
  for (const [title, price] of [
    ['雨伞', 100],
    ['肥皂', 9],
    ['毛巾', 30],
  ] as const) {
    await reward({ title, price, pieces: 15, district: '370213' });
  }
  await reward({ title: '旧款雨衣', district: '370213', onShelf: false });
  await cloud.drain();
  const { rewards, cursor } = await shelf();
  expect(rewards.map(({ title, stock }) => [title, stock])).toEqual([
    ['肥皂', 15],
    ['毛巾', 15],
    ['雨伞', 15],
  ]);
  expect(cursor).toBeUndefined();
  const first = await shelf({ limit: 2 });
  const second = await shelf({ limit: 2, cursor: first.cursor ?? '' });
  expect([...first.rewards, ...second.rewards]).toEqual(rewards);
});

test('redeemed and cancelled → the shelf follows the shards, each change once', async () => {
  const { rewardId, price } = await reward({ pieces: 11, monthlyLimit: 9 });
  await earn(cloud, who, { '2026': 100 });
  const shown = async () => {
    await cloud.drain();
    const { body } = await cloud.call('GET /rewards/{rewardId}', { rewardId });
    return 'stock' in body ? body.stock : body;
  };
  expect(await shown()).toBe(11);
  const redemptionIds = [newRequestId(), newRequestId(), newRequestId()];
  for (const redemptionId of redemptionIds) {
    await who.ask('POST /redemptions', { redemptionId, rewardId, price });
  }
  expect(await shown()).toBe(8);
  const [redemptionId = ''] = redemptionIds;
  await who.ask('DELETE /redemptions/{redemptionId}', { redemptionId });
  expect(await shown()).toBe(9);
});

test('no such reward → not found', async () => {
  const answer = await cloud.call('GET /rewards/{rewardId}', { rewardId: '00000000ffff' });
  expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
});
