import { isDeepStrictEqual } from 'node:util';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { injectFaults } from '../../support/faults';
import type { Person } from '../../support/given';
import { volunteer } from '../../support/given';
import { listOf, sent, verified } from '../../support/given-lists';
import type { Given } from '../../support/given-organisations';
import { given } from '../../support/given-organisations';
import type { Item } from '../../support/items';
import { allItems, itemsOf } from '../../support/items';
import { deliverAgain } from '../../support/redelivery';

const start = 'POST /organisations/{organisationId}/imports';
const show = 'GET /organisations/{organisationId}/imports/{importId}';
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

const phone = (): string => `136${String(++numbers).padStart(8, '0')}`;
const at = () => ({ organisationId: team.organisationId });
const bring = async (file: string) =>
  admin.ask(start, { ...at(), fileId: await sent(admin, file) });
/** What a change of people, teams and lists would be seen by: the keys of the items that differ. */
const everything = async () => (await allItems()).filter(({ pk }) => /^(J|WI|O|V|I)#/.test(pk));
const differing = (before: Item[], after: Item[]) =>
  after
    .filter((item, index) => !isDeepStrictEqual(item, before[index]))
    .map(({ pk, sk }) => pk + sk);
/** A list of 60 rows, three pieces, with one known person in each. */
async function threePieces() {
  const people = [phone(), phone(), phone()];
  const known = [];
  for (const number of people) known.push(await verified(cloud, '李雷', number));
  const rows = Array.from({ length: 60 }, (_, index): [string, string] =>
    index % 25 === 7 ? ['李雷', people[Math.floor(index / 25)] ?? ''] : ['王芳', phone()],
  );
  return { known, file: listOf(...rows) };
}
const { advance } =
  require('../../../functions/imports/advance') as typeof import('../../../functions/imports/advance');
const jobOf = async (importId: string) => {
  const [, job] = await itemsOf(`J#${importId}`).then((items) => [
    items.length,
    items.find(({ sk }) => sk === '#J'),
  ]);
  return job as never;
};

test('three pieces, and the whole stream delivered again → nothing more happens', async () => {
  const { known, file } = await threePieces();
  const { importId } = await bring(file);
  await cloud.drain();
  expect(await admin.ask(show, { ...at(), importId })).toMatchObject({
    ...{ state: 'done', done: 60 },
    counts: [
      { outcome: 'invited', rows: 3 },
      { outcome: 'awaited', rows: 57 },
    ],
  });
  const before = await everything();
  const { read, dead } = await deliverAgain();
  expect(read).toBeGreaterThan(0);
  expect(dead).toEqual([]);
  expect(differing(before, await everything())).toEqual([]);
  for (const who of known) {
    const { notices } = await who.ask('GET /me/notices', {});
    expect(notices).toHaveLength(1);
  }
});

test('the second piece breaks off → nothing of it is there; the clock brings the list to its end', async () => {
  const { file } = await threePieces();
  let left = 0;
  const faults = injectFaults('TransactWriteItemsCommand', (count) => {
    // The first transaction begins the list, the second is its first piece; then the function dies for good.
    left = count;
    return count > 2 ? new Error('the function died') : undefined;
  });
  const { importId } = await bring(file);
  await cloud.drain().catch(() => undefined);
  faults.remove();
  expect(left).toBeGreaterThan(2);
  expect(await admin.ask(show, { ...at(), importId })).toMatchObject({
    state: 'running',
    done: 25,
  });

  const { main } =
    require('../../../functions/clock/clock.function') as typeof import('../../../functions/clock/clock.function');
  const before = cloud.now();
  cloud.setTime(before + 6 * 60_000);
  await main();
  await cloud.drain();
  expect(await admin.ask(show, { ...at(), importId })).toMatchObject({
    ...{ state: 'done', done: 60 },
    counts: [
      { outcome: 'invited', rows: 3 },
      { outcome: 'awaited', rows: 57 },
    ],
  });
  cloud.setTime(before);
});

test('the first of three pieces done by many at once → the second is not begun by them', async () => {
  const { file } = await threePieces();
  const { importId } = await bring(file);
  const job = await jobOf(importId);
  await Promise.all(Array.from({ length: 6 }, () => advance(job, cloud.now())));
  await advance(job, cloud.now());
  expect((await jobOf(importId)) as object).toMatchObject({ state: 'running', at: 1 });
  await cloud.drain();
  expect(await admin.ask(show, { ...at(), importId })).toMatchObject({ state: 'done', done: 60 });
});

test('one piece done by many at once → done once', async () => {
  const number = phone();
  const lei = await verified(cloud, '李雷', number);
  const { importId } = await bring(listOf(['李雷', number]));
  const job = await jobOf(importId);
  await Promise.all(Array.from({ length: 8 }, () => advance(job, cloud.now())));
  await cloud.drain();
  const { notices } = await lei.ask('GET /me/notices', {});
  expect(notices).toHaveLength(1);
  expect(await admin.ask(show, { ...at(), importId })).toMatchObject({ state: 'done', done: 1 });
});

test('somebody joins while their row is judged → the row is judged again', async () => {
  const number = phone();
  const lei = await verified(cloud, '李雷', number);
  const { importId } = await bring(listOf(['李雷', number]));
  const job = await jobOf(importId);
  await Promise.all([
    advance(job, cloud.now()),
    lei.ask('PUT /organisations/{organisationId}/membership', at()),
  ]);
  await cloud.drain();
  const { memberships } = await lei.ask('GET /me/memberships', {});
  const { counts } = await admin.ask(show, { ...at(), importId });
  expect([memberships[0]?.state, counts[0]?.outcome]).toEqual(
    counts[0]?.outcome === 'joined' ? ['active', 'joined'] : ['active', 'invited'],
  );
});

test('two numbers of one person → one invitation', async () => {
  const [one, two] = [phone(), phone()];
  const lei = await verified(cloud, '李雷', one);
  const { wayMarks } =
    require('../../../functions/platform/vault') as typeof import('../../../functions/platform/vault');
  const { wayKey } = require('../../../functions/keys') as typeof import('../../../functions/keys');
  const { putAll } = await import('../../support/put-all');
  const [{ mark, version }] = wayMarks('phone', two);
  const way = { volunteerId: lei.volunteerId, epoch: 1, pepperVersion: version, version: 1 };
  await putAll([{ ...wayKey('phone', mark), ...way }]);
  const { importId } = await bring(listOf(['李雷', one], ['李雷', two]));
  await cloud.drain();
  expect((await admin.ask(show, { ...at(), importId })).counts).toEqual([
    { outcome: 'invited', rows: 1 },
    { outcome: 'duplicate', rows: 1 },
  ]);
});

test('the organisation is frozen meanwhile → the list stops, and nobody more is invited', async () => {
  const number = phone();
  const lei = await verified(cloud, '李雷', number);
  const { importId } = await bring(listOf(['李雷', number]));
  const job = await jobOf(importId);
  const { organisationAt } =
    require('../../../functions/organisations/organisation.table') as typeof import('../../../functions/organisations/organisation.table');
  const { commit, read, replace } =
    require('../../../functions/platform/table') as typeof import('../../../functions/platform/table');
  const [organisation] = await read(organisationAt(team.organisationId));
  if (!organisation) throw new Error('no organisation');
  await commit([
    replace(organisationAt(team.organisationId), { ...organisation, state: 'frozen' }),
  ]);
  await advance(job, cloud.now());
  await cloud.drain();
  expect((await jobOf(importId)) as object).toMatchObject({ state: 'stopped', at: 0 });
  expect((await lei.ask('GET /me/memberships', {})).memberships).toEqual([]);
});
