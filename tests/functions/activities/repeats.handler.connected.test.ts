import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { newcomer } from '../../support/given';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

test('the days of a rule, before anything is kept; a rule outside the limits → request_invalid', async () => {
  const who = await newcomer(cloud);
  const day = '20260131';
  expect(await who.ask('GET /repeats', { rule: 'FREQ=MONTHLY;COUNT=3', day })).toEqual({
    days: ['20260131', '20260331', '20260531'],
  });
  expect(await who.call('GET /repeats', { rule: 'FREQ=YEARLY;COUNT=3', day })).toMatchObject({
    ...{ status: 400, body: { code: 'request_invalid' } },
  });
});
