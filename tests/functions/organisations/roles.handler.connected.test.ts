import { dayMs } from '#shared/time';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { publication, volunteer } from '../../support/given';
import type { Given } from '../../support/given-organisations';
import { given } from '../../support/given-organisations';
import { itemsOf } from '../../support/items';

const route = 'PUT /organisations/{organisationId}/members/{volunteerId}/roles';
let cloud: TestCloud;
let team: Given;
let head: Person;
let second: Person;
let who: Person;
const at = () => ({ organisationId: team.organisationId });
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());
beforeEach(async () => {
  cloud.setTime(Date.now());
  head = await volunteer(cloud, '吴海平');
  second = await volunteer(cloud, '刘建国');
  who = await volunteer(cloud, '陈静');
  team = await given({
    kind: 'team',
    members: [
      [head, 'member', 'admin'],
      [second, 'member', 'admin'],
      [who, 'member'],
    ],
  });
});

const rowOf = async ({ volunteerId }: Person) => {
  const { members } = await head.ask('GET /organisations/{organisationId}/members', at());
  const row = members.find((it) => it.volunteerId === volunteerId);
  if (!row) throw new Error('no such member');
  return row;
};
const change = async (person: Person, more: object) => ({
  ...{ ...at(), volunteerId: person.volunteerId, roles: [{ role: 'organiser' as const }] },
  ...{ version: (await rowOf(person)).version, reason: '负责周末活动', ...more },
});

test('a role → counts at once; the log says who, when, why and from what to what; the person is told', async () => {
  const plan = publication(cloud, at());
  expect((await who.call('POST /activities', plan)).status).toBe(403);
  const row = await head.ask(route, await change(who, {}));
  expect(row.roles).toEqual([{ role: 'member' }, { role: 'organiser' }]);
  expect((await who.call('POST /activities', plan)).status).toBe(200);
  const { audits } = await head.ask('GET /organisations/{organisationId}/audits', at());
  expect(audits).toEqual([
    {
      ...{ at: expect.any(Number), what: '调整角色', byName: '吴*平', subjectName: '李*' },
      ...{ from: '成员', to: '成员、活动组织者', why: '负责周末活动' },
    },
  ]);
  const notices = (await itemsOf(`V#${who.volunteerId}`)).filter(({ sk }) => sk.startsWith('N#'));
  expect(notices).toMatchObject([{ kind: 'role', text: expect.stringContaining('负责周末活动') }]);
});

test('lent until an end → gone at its end, without anybody doing anything', async () => {
  const endsAt = cloud.now() + dayMs;
  await head.ask(route, await change(who, { roles: [{ role: 'organiser', endsAt }] }));
  expect((await rowOf(who)).roles).toContainEqual({ role: 'organiser', endsAt });
  expect((await who.call('POST /activities', publication(cloud, at()))).status).toBe(200);
  cloud.setTime(endsAt);
  expect((await who.call('POST /activities', publication(cloud, at()))).status).toBe(403);
  expect((await rowOf(who)).roles).toEqual([{ role: 'member' }]);
  const { memberships } = await who.ask('GET /me/memberships', {});
  expect(memberships).toMatchObject([{ roles: ['member'] }]);
});

test('an admin for a time → gives nothing that outlasts them; takes, and leaves what others were given', async () => {
  const end = cloud.now() + 2 * dayMs;
  const organiser = { role: 'organiser' as const };
  const lent = [{ role: 'admin' as const, endsAt: end }];
  await head.ask(route, await change(second, { roles: lent }));
  await head.ask(route, await change(who, { roles: [organiser] }));
  for (const roles of [
    [organiser, { role: 'admin' as const }],
    [organiser, { role: 'approver' as const, endsAt: end + 1 }],
  ]) {
    const answer = await second.call(route, await change(who, { roles }));
    expect(answer).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
  }
  const within = [organiser, { role: 'approver' as const, endsAt: end }];
  expect((await second.ask(route, await change(who, { roles: within }))).roles).toHaveLength(3);
  expect((await second.ask(route, await change(who, { roles: [] }))).roles).toHaveLength(1);
  expect((await second.call(route, await change(head, { roles: lent }))).status).toBe(409);
});

test('two changes at once → one wins, the other is told; the same change again is the same answer', async () => {
  const asked = await change(who, {});
  const both = await Promise.all([
    head.call(route, { ...asked, roles: [{ role: 'keeper' }] }),
    second.call(route, { ...asked, roles: [{ role: 'counter' }] }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(both.find(({ status }) => status === 409)?.body).toMatchObject({
    code: 'changed_meanwhile',
  });
  const { audits } = await head.ask('GET /organisations/{organisationId}/audits', at());
  expect(audits).toHaveLength(1);
  const [won] = (await rowOf(who)).roles.filter(({ role }) => role !== 'member');
  const again = { ...asked, roles: won ? [won as { role: 'keeper' }] : [] };
  expect((await head.call(route, again)).status).toBe(200);
});

test('never one’s own, nobody who is no member, no end in the past', async () => {
  const own = await head.call(route, await change(head, {}));
  expect(own.body).toMatchObject({ code: 'not_to_oneself' });
  const stranger = await volunteer(cloud);
  const asked = await change(who, {});
  const other = await head.call(route, { ...asked, volunteerId: stranger.volunteerId });
  expect(other.body).toMatchObject({ code: 'not_found' });
  const over = { ...asked, roles: [{ role: 'keeper' as const, endsAt: cloud.now() - 1 }] };
  expect((await head.call(route, over)).body).toMatchObject({ code: 'request_invalid' });
});

test('an admin above takes the last admin’s role → refused until there is another', async () => {
  const top = await volunteer(cloud);
  const city = await given({ kind: 'federation', members: [[top, 'admin']] });
  const corps = await given({ kind: 'corps', under: city, members: [[who, 'member', 'admin']] });
  const asked = {
    ...{ organisationId: corps.organisationId, volunteerId: who.volunteerId },
    ...{ roles: [], version: 1, reason: '换届' },
  };
  expect((await top.call(route, asked)).body).toMatchObject({ code: 'last_admin' });
});

test('two admins take each other’s role at once → one admin is left', async () => {
  const [mine, theirs] = [await change(second, { roles: [] }), await change(head, { roles: [] })];
  const both = await Promise.all([head.call(route, mine), second.call(route, theirs)]);
  // Whoever comes second is no admin any more, or would have taken the last one's.
  expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
});
