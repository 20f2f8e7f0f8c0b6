import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { newcomer, volunteer } from '../../support/given';
import type { Given } from '../../support/given-organisations';
import { given, makeCity, proposal } from '../../support/given-organisations';

let cloud: TestCloud;
let city: Given;
let team: Given;
let head: Person;
beforeAll(async () => {
  cloud = await startTestCloud();
  head = await volunteer(cloud, '吴海平');
  city = await given({ kind: 'federation', members: [[head, 'member', 'admin']] });
  await makeCity(city);
  const corps = await given({ kind: 'corps', under: city });
  team = await given({ kind: 'team', under: corps });
});
afterAll(() => cloud.stop());

const shown = (who: Person, organisationId: string) =>
  who.call('GET /organisations/{organisationId}', { organisationId });

test('a proposal → waits, and is seen by its proposer and those above, by nobody else', async () => {
  const [who, other] = [await volunteer(cloud), await volunteer(cloud)];
  const asked = proposal(team, { audiences: ['party', 'elders'] });
  const { organisationId, state } = await who.ask('POST /organisations', asked);
  expect(state).toBe('pending');
  expect(await shown(who, organisationId)).toMatchObject({
    body: { state: 'pending', name: asked.name, may: { decide: false }, above: [{}, {}, {}] },
  });
  expect(await shown(head, organisationId)).toMatchObject({ body: { may: { decide: true } } });
  expect((await shown(other, organisationId)).status).toBe(404);
  const guest = await cloud.call('GET /organisations/{organisationId}', { organisationId });
  expect(guest.status).toBe(404);
  const { organisations } = await other.ask('GET /organisations/{organisationId}/children', {
    organisationId: team.organisationId,
  });
  expect(organisations).toEqual([]);
  for (const person of [who, head]) {
    expect(JSON.stringify(await shown(person, organisationId))).not.toMatch(/party|elders/);
  }
  const mine = await who.ask('GET /me/proposals', {});
  expect(mine.proposals).toMatchObject([{ organisationId, parentName: team.name, state }]);
  expect((await other.ask('GET /me/proposals', {})).proposals).toEqual([]);
});

test('the same request again → the same organisation; another story under its id → refused', async () => {
  const who = await volunteer(cloud);
  const asked = proposal(team);
  const all = await Promise.all([1, 2, 3].map(() => who.ask('POST /organisations', asked)));
  expect(new Set(all.map((one) => one.organisationId)).size).toBe(1);
  const other = await who.call('POST /organisations', { ...asked, name: '另一支队伍' });
  expect(other.body).toMatchObject({ code: 'request_differs' });
  expect((await who.ask('GET /me/proposals', {})).proposals).toHaveLength(1);
});

test('what cannot stand there → refused with the reason', async () => {
  const who = await volunteer(cloud);
  const frozen = await given({ kind: 'team', under: city });
  await head.ask('PUT /organisations/{organisationId}/freeze', {
    ...{ organisationId: frozen.organisationId, frozen: true, reason: '核查' },
  });
  let deep = city;
  for (let depth = 2; depth <= 8; depth++) deep = await given({ kind: 'company', under: deep });
  const nowhere = { ...team, organisationId: '0123456789ab' };
  const cases = [
    [proposal(nowhere), 'not_found'],
    [proposal(frozen), 'organisation_frozen'],
    [proposal(team, { kind: 'corps' }), 'kind_unfit'],
    [proposal(deep, { kind: 'team' }), 'tree_too_deep'],
    [proposal(team, { district: '370202', specialities: ['没有的'] }), 'speciality_unknown'],
    [proposal(team, { specialities: ['没有区的'] }), 'speciality_unknown'],
  ] as const;
  for (const [asked, code] of cases) {
    expect((await who.call('POST /organisations', asked)).body).toMatchObject({ code });
  }
  const unknown = await newcomer(cloud);
  const answer = await unknown.call('POST /organisations', proposal(team));
  expect(answer.body).toMatchObject({ code: 'not_registered' });
});

test('five that wait → no sixth until one was decided', async () => {
  const who = await volunteer(cloud);
  for (let count = 0; count < 5; count++) await who.ask('POST /organisations', proposal(team));
  const sixth = proposal(team);
  const answer = await who.call('POST /organisations', sixth);
  expect(answer.body).toMatchObject({ code: 'proposals_exhausted' });
  const [first] = (await who.ask('GET /me/proposals', {})).proposals;
  await head.ask('PUT /organisations/{organisationId}/decision', {
    ...{ organisationId: first?.organisationId ?? '', decision: 'approve' },
  });
  expect(await who.ask('POST /organisations', sixth)).toMatchObject({ state: 'pending' });
});

test('a district’s specialities → kept by the city’s admin, chosen in a proposal', async () => {
  const who = await volunteer(cloud);
  const list = { district: '370202', names: ['帆船', '海洋'] } as const;
  const route = 'PUT /districts/{district}/specialities';
  const names = [...list.names];
  expect(await who.call(route, { ...list, names, version: 0 })).toMatchObject({ status: 403 });
  const kept = await head.ask(route, { ...list, names: [...names, '帆船'], version: 0 });
  expect(kept).toEqual({ names, version: 1 });
  expect(await head.ask(route, { ...list, names, version: 0 })).toEqual(kept);
  const two = await Promise.all(
    ['红瓦', '绿树'].map((name) => head.call(route, { ...list, names: [name], version: 1 })),
  );
  expect(two.map(({ status }) => status).sort()).toEqual([200, 409]);
  const shownList = await cloud.call('GET /districts/{district}/specialities', {
    district: '370202',
  });
  const chosen = (shownList.body as { names: string[] }).names;
  const asked = proposal(team, { district: '370202', specialities: chosen });
  expect(await who.ask('POST /organisations', asked)).toMatchObject({ state: 'pending' });
});

test('a stage with a city → the tree begins there', async () => {
  const answer = await cloud.call('GET /organisations', {});
  expect(answer.body).toMatchObject({ root: { organisationId: city.organisationId } });
});
