import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { volunteer } from '../../support/given';
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

async function reserved(pieces = 12) {
  await earn(cloud, who, { '2024': 10, '2025': 15, '2026': 20 });
  const towel = await reward({ pieces, monthlyLimit: 1 });
  const redemptionId = newRequestId();
  const { rewardId, price } = towel;
  await who.ask('POST /redemptions', { redemptionId, rewardId, price });
  return { rewardId, price, redemptionId };
}
const route = 'DELETE /redemptions/{redemptionId}';

test('cancelled → points are in the years they came from, the piece in its shard, the month has room', async () => {
  const { rewardId, price, redemptionId } = await reserved();
  const answer = await who.ask(route, { redemptionId });
  expect(answer).toMatchObject({ balance: 45, redemption: { state: 'cancelled' } });
  const { byYear, postings } = await who.ask('GET /me/points', {});
  expect(byYear).toEqual({ '2024': 10, '2025': 15, '2026': 20 });
  expect(postings).toMatchObject([
    { sequence: 3, cause: 'redemption_cancelled', amount: 30, balance: 45 },
    { sequence: 2, cause: 'redemption', amount: -30, balance: 15 },
    { sequence: 1 },
  ]);
  const shards = await Promise.all(
    Array.from({ length: 10 }, (_, shard) => itemsOf(`G#${rewardId}#S${shard}`)),
  );
  expect(shards.map(([shard]) => shard?.left)).toEqual([2, 2, 1, 1, 1, 1, 1, 1, 1, 1]);
  await who.ask('POST /redemptions', { redemptionId: newRequestId(), rewardId, price });
});

test('cancelled many times at once, and again → given back once, the same answer', async () => {
  const { rewardId, redemptionId } = await reserved();
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => who.ask(route, { redemptionId })),
  );
  answers.push(await who.ask(route, { redemptionId }));
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect((await books()).left(rewardId)).toBe(12);
});

test('the redemption is sent once more after it was cancelled → stays cancelled, charged nothing', async () => {
  const { rewardId, price, redemptionId } = await reserved();
  await who.ask(route, { redemptionId });
  const again = await who.ask('POST /redemptions', { redemptionId, rewardId, price });
  expect(again).toMatchObject({ balance: 45, redemption: { state: 'cancelled' } });
  expect((await books()).left(rewardId)).toBe(12);
});

test('a refused one → closed; the code for the counter cannot be made any more', async () => {
  const { rewardId, price } = await reserved(1);
  const refused = newRequestId();
  await who.call('POST /redemptions', { redemptionId: refused, rewardId, price });
  expect(await who.call(route, { redemptionId: refused })).toMatchObject({
    status: 409,
    body: { code: 'redemption_closed' },
  });
  const pickup = 'POST /redemptions/{redemptionId}/pickup-code';
  expect(await who.call(pickup, { redemptionId: refused })).toMatchObject({
    body: { code: 'redemption_closed' },
  });
});
