import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { volunteer } from '../../support/given';
import type { Given } from '../../support/given-organisations';
import { given } from '../../support/given-organisations';

const show = 'GET /organisations/{organisationId}/settings';
const change = 'PUT /organisations/{organisationId}';
let cloud: TestCloud;
let team: Given;
let head: Person;
const at = () => ({ organisationId: team.organisationId });
beforeAll(async () => {
  cloud = await startTestCloud();
  head = await volunteer(cloud);
});
afterAll(() => cloud.stop());
beforeEach(async () => {
  team = await given({ kind: 'team', members: [[head, 'member', 'admin']], name: '旧名' });
});

const facts = {
  ...{ name: '新名', categories: ['environment' as const], specialities: [] },
  audiences: ['veterans' as const],
};

test('name, categories and tags → changed; the name is new in one’s list, the tags only here', async () => {
  const { version } = await head.ask(show, at());
  const changed = await head.ask(change, { ...at(), ...facts, version });
  expect(changed).toMatchObject({ ...facts, version: version + 1 });
  expect(await head.ask(show, at())).toEqual(changed);
  const { memberships } = await head.ask('GET /me/memberships', {});
  expect(memberships.map((it) => it.organisationName)).toContain('新名');
  const shown = await head.ask('GET /organisations/{organisationId}', at());
  expect(shown.name).toBe('新名');
  expect(JSON.stringify(shown)).not.toMatch(/audience|veterans/);
  const { audits } = await head.ask('GET /organisations/{organisationId}/audits', at());
  expect(audits).toMatchObject([{ what: '修改组织资料', from: '旧名', to: '新名' }]);
});

test('the same again → the same answer and no second line; an old version with other facts → refused', async () => {
  const { version } = await head.ask(show, at());
  await head.ask(change, { ...at(), ...facts, version });
  await head.ask(change, { ...at(), ...facts, version });
  const { audits } = await head.ask('GET /organisations/{organisationId}/audits', at());
  expect(audits).toHaveLength(1);
  const late = await head.call(change, { ...at(), ...facts, name: '又一个名', version });
  expect(late.body).toMatchObject({ code: 'changed_meanwhile' });
  const unknown = { ...at(), ...facts, specialities: ['没有的'], version: version + 1 };
  expect((await head.call(change, unknown)).body).toMatchObject({ code: 'speciality_unknown' });
});
