import { appointFirstAdmin } from '../../../functions/organisations/first-admin';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { newcomer, volunteer } from '../../support/given';
import { allItems } from '../../support/items';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

const appoint = (volunteerId: string) =>
  appointFirstAdmin({ volunteerId, cityName: '青岛市志愿服务联合会', now: cloud.now() });

test('nobody registered, one, two at once, a second one → one city with one admin', async () => {
  const unknown = await newcomer(cloud);
  expect(await appoint(unknown.volunteerId)).toEqual({ status: 'not_registered' });
  expect((await cloud.call('GET /organisations', {})).body).toEqual({});

  const people = [await volunteer(cloud), await volunteer(cloud)];
  const both = await Promise.all(people.map(({ volunteerId }) => appoint(volunteerId)));
  expect(both.map(({ status }) => status).sort()).toEqual(['admin_exists', 'appointed']);
  const winner = people[both.findIndex(({ status }) => status === 'appointed')];
  const late = await volunteer(cloud);
  expect(await appoint(late.volunteerId)).toEqual({ status: 'admin_exists' });

  const organisations = (await allItems()).filter(
    ({ pk, sk }) => pk.startsWith('O#') && sk === '#O',
  );
  expect(organisations).toMatchObject([{ kind: 'federation', state: 'active' }]);
  const memberships = await winner?.ask('GET /me/memberships', {});
  expect(memberships?.memberships).toMatchObject([{ roles: ['member', 'admin'] }]);
  const { organisationId = '' } = memberships?.memberships[0] ?? {};
  const log = await winner?.ask('GET /organisations/{organisationId}/audits', { organisationId });
  expect(log?.audits).toMatchObject([{ what: '指定首位管理员' }]);
});
