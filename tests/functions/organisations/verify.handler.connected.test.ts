import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { volunteer } from '../../support/given';
import type { Given } from '../../support/given-organisations';
import { given, proposal } from '../../support/given-organisations';
import { itemsOf } from '../../support/items';

const route = 'PUT /organisations/{organisationId}/decision';
let cloud: TestCloud;
let team: Given;
let head: Person;
let approver: Person;
let keeper: Person;
beforeAll(async () => {
  cloud = await startTestCloud();
  head = await volunteer(cloud, '吴海平');
  approver = await volunteer(cloud, '刘建国');
  keeper = await volunteer(cloud);
  const city = await given({ kind: 'federation', members: [[head, 'admin']] });
  team = await given({
    ...{ kind: 'team', under: await given({ kind: 'corps', under: city }) },
    members: [
      [approver, 'approver'],
      [keeper, 'keeper'],
    ],
  });
});
afterAll(() => cloud.stop());

const proposed = async (who: Person) =>
  (await who.ask('POST /organisations', proposal(team))).organisationId;
const noticesOf = async ({ volunteerId }: Person) =>
  (await itemsOf(`V#${volunteerId}`)).filter(({ sk }) => sk.startsWith('N#'));

test('verified → public, listed, its proposer the first admin; told, and in both logs', async () => {
  const who = await volunteer(cloud, '李雷雷');
  const organisationId = await proposed(who);
  const parent = { organisationId: team.organisationId };
  const queue = await approver.ask('GET /organisations/{organisationId}/proposals', parent);
  expect(queue.proposals).toMatchObject([{ organisationId, proposerName: '李*雷' }]);
  expect(await approver.ask(route, { organisationId, decision: 'approve' })).toEqual({
    state: 'active',
  });
  expect(await approver.ask(route, { organisationId, decision: 'approve' })).toEqual({
    state: 'active',
  });
  const { memberships } = await who.ask('GET /me/memberships', {});
  expect(memberships).toMatchObject([{ organisationId, roles: ['member', 'admin'] }]);
  const { organisations } = await who.ask('GET /organisations/{organisationId}/children', parent);
  expect(organisations.map((one) => one.organisationId)).toContain(organisationId);
  expect(await noticesOf(who)).toMatchObject([{ kind: 'organisation' }]);
  for (const [reader, at] of [
    [who, organisationId],
    [head, team.organisationId],
  ] as const) {
    const { audits } = await reader.ask('GET /organisations/{organisationId}/audits', {
      organisationId: at,
    });
    expect(audits[0]).toMatchObject({ what: '核验组织', byName: '刘*国', from: '待核验' });
  }
  const after = await approver.ask('GET /organisations/{organisationId}/proposals', parent);
  expect(after.proposals).toEqual([]);
  expect((await who.ask('GET /me/proposals', {})).proposals).toEqual([]);
});

test('rejected → says why to its proposer, and stays hidden', async () => {
  const [who, other] = [await volunteer(cloud), await volunteer(cloud)];
  const organisationId = await proposed(who);
  const empty = await approver.call(route, { organisationId, decision: 'reject' });
  expect(empty.body).toMatchObject({ code: 'request_invalid' });
  await approver.ask(route, { organisationId, decision: 'reject', reason: '与已有队伍重名' });
  const { proposals } = await who.ask('GET /me/proposals', {});
  expect(proposals).toMatchObject([{ state: 'rejected', rejectedBecause: '与已有队伍重名' }]);
  const seen = await other.call('GET /organisations/{organisationId}', { organisationId });
  expect(seen.status).toBe(404);
  const again = await approver.call(route, { organisationId, decision: 'approve' });
  expect(again.body).toMatchObject({ code: 'already_decided' });
  expect(JSON.stringify(await noticesOf(who))).toContain('与已有队伍重名');
});

test('who may not → 404 to whom it is hidden, 403 to its proposer, never one’s own', async () => {
  const who = await volunteer(cloud);
  const organisationId = await proposed(who);
  const decide = { organisationId, decision: 'approve' } as const;
  expect((await who.call(route, decide)).body).toMatchObject({ code: 'not_allowed' });
  for (const person of [keeper, await volunteer(cloud)]) {
    expect((await person.call(route, decide)).body).toMatchObject({ code: 'not_found' });
  }
  const own = await proposed(approver);
  const answer = await approver.call(route, { organisationId: own, decision: 'approve' });
  expect(answer.body).toMatchObject({ code: 'not_to_oneself' });
  expect(await head.ask(route, { organisationId: own, decision: 'approve' })).toEqual({
    state: 'active',
  });
  const outsider = await keeper.call(route, { organisationId: own, decision: 'approve' });
  expect(outsider.body).toMatchObject({ code: 'not_allowed' });
});

test('two decide at once, one for and one against → one wins, the other is told', async () => {
  for (let turn = 0; turn < 4; turn++) {
    const who = await volunteer(cloud);
    const organisationId = await proposed(who);
    const both = await Promise.all([
      approver.call(route, { organisationId, decision: 'approve' }),
      head.call(route, { organisationId, decision: 'reject', reason: '不合适' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = both.find(({ status }) => status !== 200);
    expect(lost?.body).toMatchObject({ code: 'already_decided' });
    expect(await noticesOf(who)).toHaveLength(1);
  }
});
