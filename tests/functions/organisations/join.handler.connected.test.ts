import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { newcomer, volunteer } from '../../support/given';
import type { Given } from '../../support/given-organisations';
import { given } from '../../support/given-organisations';
import { itemsOf } from '../../support/items';

const ask = 'PUT /organisations/{organisationId}/membership';
const leave = 'DELETE /organisations/{organisationId}/membership';
const decide = 'PUT /organisations/{organisationId}/requests/{volunteerId}';
let cloud: TestCloud;
let team: Given;
let one: Person;
let two: Person;
const at = () => ({ organisationId: team.organisationId });
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());
beforeEach(async () => {
  one = await volunteer(cloud, '吴海平');
  two = await volunteer(cloud, '刘建国');
  const city = await given({ kind: 'federation' });
  team = await given({
    ...{ kind: 'team', under: city },
    members: [
      [one, 'member', 'admin'],
      [two, 'member', 'admin'],
    ],
  });
});

test('a request → waits, is taken in, and is a member; asking again changes nothing', async () => {
  const who = await volunteer(cloud, '韩梅梅');
  expect(await who.ask(ask, at())).toEqual({ state: 'requested' });
  expect(await who.ask(ask, at())).toEqual({ state: 'requested' });
  const { requests } = await one.ask('GET /organisations/{organisationId}/requests', at());
  expect(requests).toMatchObject([{ volunteerId: who.volunteerId, maskedName: '韩*梅' }]);
  const decision = { ...at(), volunteerId: who.volunteerId, decision: 'approve' } as const;
  expect(await one.ask(decide, decision)).toEqual({ state: 'active' });
  expect(await one.ask(decide, decision)).toEqual({ state: 'active' });
  expect(await who.ask(ask, at())).toEqual({ state: 'active' });
  const after = await one.ask('GET /organisations/{organisationId}/requests', at());
  expect(after.requests).toEqual([]);
  const { memberships } = await who.ask('GET /me/memberships', {});
  expect(memberships).toMatchObject([{ state: 'active', roles: ['member'] }]);
});

test('taken back, or left → gone from one’s list, and one may come again', async () => {
  const who = await volunteer(cloud);
  await who.ask(ask, at());
  expect(await who.ask(leave, at())).toEqual({ state: 'left' });
  expect(await who.ask(leave, at())).toEqual({ state: 'left' });
  expect((await who.ask('GET /me/memberships', {})).memberships).toEqual([]);
  const late = { ...at(), volunteerId: who.volunteerId, decision: 'approve' } as const;
  expect((await one.call(decide, late)).body).toMatchObject({ code: 'already_decided' });
  expect(await who.ask(ask, at())).toEqual({ state: 'requested' });
  await one.ask(decide, late);
  expect(await who.ask(leave, at())).toEqual({ state: 'left' });
});

test('two decide at once → one wins, the other is told; one line, one word to the person', async () => {
  const who = await volunteer(cloud);
  await who.ask(ask, at());
  const asked = { ...at(), volunteerId: who.volunteerId } as const;
  const both = await Promise.all([
    one.call(decide, { ...asked, decision: 'approve' }),
    two.call(decide, { ...asked, decision: 'decline', reason: '名额已满' }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(both.find(({ status }) => status === 409)?.body).toMatchObject({
    code: 'already_decided',
  });
  const { audits } = await one.ask('GET /organisations/{organisationId}/audits', at());
  expect(audits).toHaveLength(1);
  const notices = (await itemsOf(`V#${who.volunteerId}`)).filter(({ sk }) => sk.startsWith('N#'));
  expect(notices).toHaveLength(1);
});

test('nobody takes themself in; who asks nothing cannot be taken in', async () => {
  const stranger = await volunteer(cloud);
  const own = { ...at(), volunteerId: one.volunteerId, decision: 'approve' } as const;
  expect((await one.call(decide, own)).body).toMatchObject({ code: 'not_to_oneself' });
  const other = { ...own, volunteerId: stranger.volunteerId };
  expect((await one.call(decide, other)).body).toMatchObject({ code: 'not_found' });
});

test('the last admin stays; of two who leave at once one stays', async () => {
  const members: [Person, ...('member' | 'admin')[]][] = [
    [one, 'member', 'admin'],
    [two, 'member', 'admin'],
  ];
  const teams = [];
  for (let count = 0; count < 6; count++) teams.push(await given({ kind: 'team', members }));
  // All at once: one pair alone may happen to go one after the other.
  const pairs = await Promise.all(
    teams.map(({ organisationId }) =>
      Promise.all([one.call(leave, { organisationId }), two.call(leave, { organisationId })]),
    ),
  );
  for (const both of pairs) {
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'last_admin' });
  }
});

test('an admin for a time only does not count as another one', async () => {
  const route = 'PUT /organisations/{organisationId}/members/{volunteerId}/roles';
  const { members } = await one.ask('GET /organisations/{organisationId}/members', at());
  const version = members.find((it) => it.volunteerId === two.volunteerId)?.version ?? 0;
  const roles = [{ role: 'admin' as const, endsAt: cloud.now() + 3_600_000 }];
  const lent = { ...at(), volunteerId: two.volunteerId, roles, version, reason: '轮值' };
  await one.ask(route, lent);
  expect((await one.call(leave, at())).body).toMatchObject({ code: 'last_admin' });
  expect(await two.ask(leave, at())).toEqual({ state: 'left' });
});

test('not registered, not there, frozen → the reason', async () => {
  const top = await volunteer(cloud);
  const city = await given({ kind: 'federation', members: [[top, 'admin']] });
  const frozen = await given({ kind: 'corps', under: city });
  const there = { organisationId: frozen.organisationId };
  await top.ask('PUT /organisations/{organisationId}/freeze', {
    ...{ ...there, frozen: true, reason: '核查' },
  });
  const who = await volunteer(cloud);
  expect((await who.call(ask, there)).body).toMatchObject({ code: 'organisation_frozen' });
  const nowhere = await who.call(ask, { organisationId: '0123456789ab' });
  expect(nowhere.body).toMatchObject({ code: 'not_found' });
  const unknown = await newcomer(cloud);
  expect((await unknown.call(ask, at())).body).toMatchObject({ code: 'not_registered' });
  expect(await unknown.ask(leave, at())).toEqual({ state: 'left' });
});
