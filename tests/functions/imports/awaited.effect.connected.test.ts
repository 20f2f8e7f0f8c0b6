import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { newcomer, volunteer } from '../../support/given';
import { listOf, registerWith, sent, verified } from '../../support/given-lists';
import type { Given } from '../../support/given-organisations';
import { given } from '../../support/given-organisations';
import { allItems } from '../../support/items';
import { deliverAgain } from '../../support/redelivery';

const start = 'POST /organisations/{organisationId}/imports';
const dayMs = 24 * 3_600_000;
const { advance } =
  require('../../../functions/imports/advance') as typeof import('../../../functions/imports/advance');
const { importAt } =
  require('../../../functions/imports/import.table') as typeof import('../../../functions/imports/import.table');
const { database, read } =
  require('../../../functions/platform/table') as typeof import('../../../functions/platform/table');
let cloud: TestCloud;
let team: Given;
let admin: Person;
let numbers = 0;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());
beforeEach(async () => {
  admin = await volunteer(cloud, '吴海平');
  team = await given({ kind: 'team', members: [[admin, 'member', 'admin']] });
});

const phone = (): string => `135${String(++numbers).padStart(8, '0')}`;
const bring = async (name: string, number: string, where = team) => {
  const fileId = await sent(admin, listOf([name, number]));
  await admin.ask(start, { organisationId: where.organisationId, fileId });
  await cloud.drain();
};
const stateOf = async (who: Person) =>
  (await who.ask('GET /me/memberships', {})).memberships.map(({ state }) => state);
const noticesOf = async (who: Person) =>
  (await who.ask('GET /me/notices', {})).notices.filter(({ kind }) => kind === 'membership');

test('listed before they registered → invited by everybody who awaits them, told, once', async () => {
  const other = await given({ kind: 'team', members: [[admin, 'member', 'admin']] });
  const number = phone();
  await bring('李雷', number);
  await bring('李雷', number, other);
  const lei = await verified(cloud, '李雷', number);
  await cloud.drain();
  expect(await stateOf(lei)).toEqual(['invited', 'invited']);
  expect(await noticesOf(lei)).toHaveLength(2);
  await deliverAgain();
  expect(await noticesOf(lei)).toHaveLength(2);
});

test('met → under the number’s mark stands that it was taken, not by whom', async () => {
  const number = phone();
  await bring('李雷', number);
  const lei = await verified(cloud, '李雷', number);
  await cloud.drain();
  const rows = (await allItems()).filter(({ pk }) => pk.startsWith('WI#'));
  expect(
    rows.some(({ organisationId, taken }) => organisationId === team.organisationId && taken),
  ).toBe(true);
  expect(JSON.stringify(rows)).not.toContain(lei.volunteerId);
});

test('another number, another name, a number that was only typed → nothing', async () => {
  const [one, two, three] = [phone(), phone(), phone()];
  for (const number of [two, three]) await bring('李雷', number);
  const people = [await verified(cloud, '李雷', one), await verified(cloud, '李蕾', two)];
  const typing = await newcomer(cloud);
  await typing.ask('POST /me', {
    ...{ name: '李雷', district: '370202', birthMonth: '199003', consent: true },
    phoneNumber: three,
  });
  await cloud.drain();
  for (const who of [...people, typing]) expect(await stateOf(who)).toEqual([]);
});

test('thirty days are over → nobody is awaited any more', async () => {
  const number = phone();
  await bring('李雷', number);
  const before = cloud.now();
  cloud.setTime(before + 30 * dayMs + 1_000);
  const lei = await verified(cloud, '李雷', number);
  await cloud.drain();
  expect(await stateOf(lei)).toEqual([]);
  cloud.setTime(before);
});

test('registered after the row was judged and before it is written → judged again, invited', async () => {
  const number = phone();
  const lei = await newcomer(cloud);
  const fileId = await sent(admin, listOf(['李雷', number]));
  const { organisationId } = team;
  const { importId } = await admin.ask(start, { organisationId, fileId });
  const [job] = await read(importAt(importId));
  if (!job) throw new Error('no import');
  let held = false;
  const name = 'register-in-between';
  database().middlewareStack.add(
    (next) => async (args) => {
      if (!held && JSON.stringify(args.input).includes('"WI#')) {
        held = true;
        await registerWith(cloud, lei, { name: '李雷', phone: number });
      }
      return next(args);
    },
    { step: 'initialize', name, override: true },
  );
  await advance(job, cloud.now());
  database().middlewareStack.remove(name);
  expect(held).toBe(true);
  expect((await read(importAt(importId)))[0]?.counts).toEqual({ invited: 1 });
  await cloud.drain();
  expect(await stateOf(lei)).toEqual(['invited']);
  expect(await noticesOf(lei)).toHaveLength(1);
});

test('asked to join by themself in between → the request stands, and nothing is granted', async () => {
  const number = phone();
  await bring('李雷', number);
  const lei = await newcomer(cloud);
  await registerWith(cloud, lei, { name: '李雷', phone: number });
  const { organisationId } = team;
  await lei.ask('PUT /organisations/{organisationId}/membership', { organisationId });
  await cloud.drain();
  expect(await stateOf(lei)).toEqual(['requested']);
});
