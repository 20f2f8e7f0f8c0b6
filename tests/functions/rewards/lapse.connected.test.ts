import { dayMs, minuteMs } from '#shared/time';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { injectFaults } from '../../support/faults';
import type { Person } from '../../support/given';
import { volunteer } from '../../support/given';
import { books, earn, expectBalanced, reward } from '../../support/given-rewards';
import { allItems } from '../../support/items';

let cloud: TestCloud;
let who: Person;

beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());
beforeEach(async () => {
  who = await volunteer(cloud);
});
afterEach(expectBalanced);

const runClock = () =>
  (
    require('../../../functions/rewards/lapse') as typeof import('../../../functions/rewards/lapse')
  ).lapseRedemptions({ now: cloud.now() });

async function reserved(person: Person, { pickupDays = 7 } = {}) {
  await earn(cloud, person, { '2025': 10, '2026': 20 });
  const { rewardId, price } = await reward({ pieces: 1, pickupDays });
  const redemptionId = newRequestId();
  const { redemption } = await person.ask('POST /redemptions', { redemptionId, rewardId, price });
  return { rewardId, redemptionId, fetchBy: redemption.fetchBy };
}
const stateOf = async (person: Person, redemptionId: string) =>
  (await person.ask('GET /redemptions/{redemptionId}', { redemptionId })).state;

test('not fetched by the last day → lapses once, everything goes back', async () => {
  const { rewardId, redemptionId, fetchBy } = await reserved(who);
  cloud.setTime(fetchBy + 6 * minuteMs - 10_000);
  await runClock();
  expect(await stateOf(who, redemptionId)).toBe('reserved');
  cloud.setTime(fetchBy + 6 * minuteMs + 1_000);
  await runClock();
  await runClock();
  expect(await stateOf(who, redemptionId)).toBe('lapsed');
  const { byYear, postings } = await who.ask('GET /me/points', {});
  expect(byYear).toEqual({ '2025': 10, '2026': 20 });
  expect(postings.map(({ cause }) => cause)).toEqual([
    'redemption_lapsed',
    'redemption',
    'service',
  ]);
  expect((await books()).left(rewardId)).toBe(1);
});

test('fetched or cancelled in time → stands in no list of those that wait, and does not lapse', async () => {
  const { redemptionId, fetchBy } = await reserved(who);
  await who.ask('DELETE /redemptions/{redemptionId}', { redemptionId });
  const waiting = (await allItems()).filter(({ gx2pk }) => String(gx2pk).startsWith('FD#'));
  expect(waiting).toEqual([]);
  cloud.setTime(fetchBy + dayMs);
  await runClock();
  expect(await stateOf(who, redemptionId)).toBe('cancelled');
});

test('one fails → the others and the later days lapse; the next run sees to it', async () => {
  const other = await volunteer(cloud);
  const [first, second] = [await reserved(who), await reserved(other, { pickupDays: 8 })];
  cloud.setTime(second.fetchBy + dayMs);
  const faults = injectFaults('TransactWriteItemsCommand', (count) =>
    count === 1 ? new Error('broken') : undefined,
  );
  await runClock();
  faults.remove();
  expect(faults.count()).toBe(1);
  expect(await stateOf(who, first.redemptionId)).toBe('reserved');
  expect(await stateOf(other, second.redemptionId)).toBe('lapsed');
  await runClock();
  expect(await stateOf(who, first.redemptionId)).toBe('lapsed');
});

test('two runs of the clock at once → both end well, everything lapses once', async () => {
  const { redemptionId, fetchBy } = await reserved(who);
  cloud.setTime(fetchBy + dayMs);
  await Promise.all([runClock(), runClock(), runClock()]);
  expect(await stateOf(who, redemptionId)).toBe('lapsed');
});
