import { dayMs, hourMs } from '#shared/time';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { crowd, newcomer, volunteer } from '../../support/given';
import type { Given } from '../../support/given-organisations';
import { given } from '../../support/given-organisations';
import { allItems } from '../../support/items';

const issue = 'POST /organisations/{organisationId}/invitations';
const enter = 'POST /me/memberships';
let cloud: TestCloud;
let team: Given;
let head: Person;
const at = () => ({ organisationId: team.organisationId });
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());
beforeEach(async () => {
  cloud.setTime(Date.now());
  head = await volunteer(cloud);
  team = await given({ kind: 'team', members: [[head, 'member', 'organiser']] });
});

const codeOf = async () => (await head.ask(issue, at())).code;

test('a code read out → a member at once; typed small and with a sign it is the same', async () => {
  const { code, uses, expiresAt } = await head.ask(issue, at());
  expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/);
  expect(uses).toBe(50);
  expect(expiresAt - cloud.now()).toBeGreaterThan(dayMs - 60_000);
  const who = await volunteer(cloud);
  const joined = { organisationId: team.organisationId, organisationName: team.name };
  expect(await who.ask(enter, { code: ` ${code.toLowerCase()} ` })).toEqual(joined);
  expect(await who.ask(enter, { code: code.replace('-', '') })).toEqual(joined);
  const { memberships } = await who.ask('GET /me/memberships', {});
  expect(memberships).toMatchObject([{ state: 'active', roles: ['member'] }]);
});

test('the table never holds the code', async () => {
  const code = await codeOf();
  const table = JSON.stringify(await allItems());
  expect(table).not.toContain(code);
  expect(table).not.toContain(code.replace('-', ''));
});

test('who had asked to join → is in by the code', async () => {
  const who = await volunteer(cloud);
  await who.ask('PUT /organisations/{organisationId}/membership', at());
  await who.ask(enter, { code: await codeOf() });
  expect(await who.ask('PUT /organisations/{organisationId}/membership', at())).toEqual({
    state: 'active',
  });
});

test('a new code → the one before opens nothing any more; a day later neither does the new one', async () => {
  const [old, fresh] = [await codeOf(), await codeOf()];
  const [one, two] = [await volunteer(cloud), await volunteer(cloud)];
  expect((await one.call(enter, { code: old })).body).toMatchObject({ code: 'invitation_invalid' });
  await one.ask(enter, { code: fresh });
  cloud.setTime(cloud.now() + dayMs);
  const late = await two.call(enter, { code: fresh });
  expect(late.body).toMatchObject({ code: 'invitation_invalid' });
});

test('used fifty times → closed, also when all come at once', async () => {
  const code = await codeOf();
  const people = await crowd(cloud, 53);
  const answers = [];
  for (let from = 0; from < people.length; from += 3) {
    const wave = people.slice(from, from + 3).map((who) => who.call(enter, { code }));
    answers.push(...(await Promise.all(wave)));
  }
  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(50);
  expect(statuses.filter((status) => status === 422)).toHaveLength(3);
});

test('five wrong codes → the sixth is refused even when it is right, for an hour', async () => {
  const who = await volunteer(cloud);
  const code = await codeOf();
  for (const last of '23456') {
    const answer = await who.call(enter, { code: `AAAA-AAA${last}` });
    expect(answer.body).toMatchObject({ code: 'invitation_invalid' });
  }
  expect((await who.call(enter, { code })).body).toMatchObject({ code: 'guesses_exhausted' });
  cloud.setTime(cloud.now() + hourMs);
  await who.ask(enter, { code });
});

test('guesses sent at once → still no more than five are judged', async () => {
  const who = await volunteer(cloud);
  const codes = [...'23456789ABCDEFGH'].map((last) => `AAAA-AAA${last}`);
  const answers = await Promise.all(codes.map((code) => who.call(enter, { code })));
  const judged = answers.filter(
    ({ body }) => (body as { code?: string }).code === 'invitation_invalid',
  );
  expect(judged.length).toBeLessThanOrEqual(5);
});

test('a frozen organisation, and somebody who has not registered → the reason', async () => {
  const code = await codeOf();
  const unknown = await newcomer(cloud);
  expect((await unknown.call(enter, { code })).body).toMatchObject({ code: 'not_registered' });
  const top = await volunteer(cloud);
  const city = await given({ kind: 'federation', members: [[top, 'admin']] });
  const chief = await volunteer(cloud);
  const corps = await given({ kind: 'corps', under: city, members: [[chief, 'admin']] });
  const there = { organisationId: corps.organisationId };
  const invitation = await chief.ask(issue, there);
  await top.ask('PUT /organisations/{organisationId}/freeze', {
    ...{ ...there, frozen: true, reason: '核查' },
  });
  const who = await volunteer(cloud);
  const answer = await who.call(enter, { code: invitation.code });
  expect(answer.body).toMatchObject({ code: 'organisation_frozen' });
  expect((await chief.call(issue, there)).body).toMatchObject({ code: 'not_allowed' });
  expect((await top.call(issue, there)).body).toMatchObject({ code: 'organisation_frozen' });
});
