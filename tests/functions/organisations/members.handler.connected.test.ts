import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { crowd, volunteer } from '../../support/given';
import type { Given } from '../../support/given-organisations';
import { given } from '../../support/given-organisations';
import { itemsOf } from '../../support/items';

const list = 'GET /organisations/{organisationId}/members';
const remove = 'POST /organisations/{organisationId}/members/{volunteerId}/removal';
let cloud: TestCloud;
let team: Given;
let head: Person;
let people: Person[];
const at = () => ({ organisationId: team.organisationId });
beforeAll(async () => {
  cloud = await startTestCloud();
  head = await volunteer(cloud);
  people = await crowd(cloud, 12);
  team = await given({
    kind: 'team',
    members: [
      [head, 'member', 'admin'],
      ...people.map((who): [Person, 'member'] => [who, 'member']),
    ],
  });
});
afterAll(() => cloud.stop());

test('page by page → everybody once, masked, without those who left', async () => {
  const gone = people.slice(0, 4);
  for (const who of gone) await who.ask('DELETE /organisations/{organisationId}/membership', at());
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await head.ask(list, { ...at(), limit: 3, ...(cursor && { cursor }) });
    expect(page.members.length).toBeLessThanOrEqual(3);
    seen.push(...page.members.map(({ volunteerId }) => volunteerId));
    expect(JSON.stringify(page)).not.toContain('李雷');
    cursor = page.cursor;
  } while (cursor);
  const left = [head, ...people.slice(4)].map(({ volunteerId }) => volunteerId);
  expect(seen.sort()).toEqual(left.sort());
});

test('removed → with the reason told and kept; the same again is the same, twice is no second line', async () => {
  const who = people[5] as Person;
  const asked = { ...at(), volunteerId: who.volunteerId, reason: '长期不参加' };
  const answers = await Promise.all([head.ask(remove, asked), head.ask(remove, asked)]);
  expect(answers).toEqual([{ state: 'left' }, { state: 'left' }]);
  const { audits } = await head.ask('GET /organisations/{organisationId}/audits', at());
  expect(audits).toMatchObject([{ what: '移出成员', why: '长期不参加', to: '已移出' }]);
  const notices = (await itemsOf(`V#${who.volunteerId}`)).filter(({ sk }) => sk.startsWith('N#'));
  expect(notices).toMatchObject([{ text: expect.stringContaining('长期不参加') }]);
  expect((await who.ask('GET /me/memberships', {})).memberships).toEqual([]);
});

test('not oneself, nobody unknown, nobody who left by themself', async () => {
  const reason = '测试';
  const own = await head.call(remove, { ...at(), volunteerId: head.volunteerId, reason });
  expect(own.body).toMatchObject({ code: 'not_to_oneself' });
  const unknown = await head.call(remove, { ...at(), volunteerId: '0123456789ab', reason });
  expect(unknown.body).toMatchObject({ code: 'not_found' });
  const left = people[0]?.volunteerId ?? '';
  const gone = await head.call(remove, { ...at(), volunteerId: left, reason });
  expect(gone.body).toMatchObject({ code: 'already_decided' });
});
