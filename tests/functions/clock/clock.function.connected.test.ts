import { dayOf } from '#shared/time';
import { lapseKey } from '../../../functions/keys';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { allItems } from '../../support/items';

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

test('the clock runs on an empty table, and again → a list is published, nothing is left to lapse', async () => {
  const { main } =
    require('../../../functions/clock/clock.function') as typeof import('../../../functions/clock/clock.function');
  await main();
  await main();
  const items = await allItems();
  expect(items.filter(({ packVersion }) => packVersion !== undefined)).toHaveLength(1);
  const progress = items.find(({ pk }) => pk === lapseKey.pk);
  expect([dayOf(cloud.now()), dayOf(cloud.now() - 600_000)]).toContain(progress?.day);
});
