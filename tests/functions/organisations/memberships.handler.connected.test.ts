import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { newcomer, organisation, volunteer } from '../../support/given';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

test('nowhere a member → an empty list, also before registering', async () => {
  const who = await newcomer(cloud);
  expect(await who.ask('GET /me/memberships', {})).toEqual({ memberships: [] });
});

test('a member of several → each with its name and roles, and nobody else’s', async () => {
  const [who, other] = [await volunteer(cloud), await volunteer(cloud)];
  const first = await organisation([
    [who, 'organiser', 'counter'],
    [other, 'admin'],
  ]);
  const second = await organisation([[who, 'member']], [first]);
  await organisation([[other, 'member']]);
  const { memberships } = await who.ask('GET /me/memberships', {});
  expect(memberships).toEqual([
    {
      organisationId: first,
      organisationName: expect.any(String),
      state: 'active',
      roles: ['organiser', 'counter'],
    },
    {
      organisationId: second,
      organisationName: expect.any(String),
      state: 'active',
      roles: ['member'],
    },
  ]);
});

test('without a session → session_expired', async () => {
  expect(await cloud.call('GET /me/memberships', {})).toMatchObject({
    ...{ status: 401, body: { code: 'session_expired' } },
  });
});
