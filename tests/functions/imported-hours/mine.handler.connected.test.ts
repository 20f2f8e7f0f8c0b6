import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { newcomer, volunteer } from '../../support/given';
import type { Row } from '../../support/given-imported';
import {
  brought,
  cityStaff,
  confirmedSource,
  otherSystem,
  realPerson,
  row,
} from '../../support/given-imported';
import { verified } from '../../support/given-lists';
import { allItems, itemsOf } from '../../support/items';

const mine = 'GET /me/imported-hours';
const bring = 'POST /me/imported-hours';
const system = otherSystem();
let cloud: TestCloud;
let author: Person;
let other: Person;
let sourceId: string;
let numbers = 0;
beforeAll(async () => {
  cloud = await startTestCloud();
  ({ author, other } = await cityStaff(cloud));
  sourceId = await confirmedSource(author, other, system);
});
afterAll(() => cloud.stop());

const phone = (): string => `136${String(++numbers).padStart(8, '0')}`;
const rowId = (): string => `row-${++numbers}`;
async function listed(...rows: Row[]) {
  const list = await brought(author, { sourceId, system, label: `清单${++numbers}`, rows });
  await cloud.drain();
  return list;
}
const entries = async ({ volunteerId }: Person) =>
  (await itemsOf(`V#${volunteerId}`)).filter(({ sk }) => sk.startsWith('H#'));
const wallet = async ({ volunteerId }: Person) =>
  (await itemsOf(`V#${volunteerId}`)).find(({ sk }) => sk === '#W');
const fetched = (who: Person) => who.ask(bring, { requestId: newRequestId() });
const codeOf = ({ body }: { body: object }) => ('code' in body ? body.code : 'done');

test('what waits is shown to its owner, comes once, without points and outside the maxima', async () => {
  const number = phone();
  const list = await listed(row(rowId(), number, '王小芳', 90_000), row(rowId(), number, '王小芳'));
  const person = await realPerson(cloud, '王 小芳', number);
  const { rows, missing, nameDiffers } = await person.ask(mine, {});
  expect({ missing, nameDiffers }).toEqual({ missing: undefined, nameDiffers: false });
  expect(rows.map(({ minutes }) => minutes).sort()).toEqual([120, 90_000]);
  expect(rows[0]).toMatchObject({ sourceName: '旧志愿系统', title: '海边清洁' });
  const requestId = newRequestId();
  const answer = { rows: 2, minutes: 90_120, more: false };
  expect(await person.ask(bring, { requestId })).toEqual(answer);
  expect(await person.ask(bring, { requestId })).toEqual(answer);
  expect(await fetched(person)).toEqual({ rows: 0, minutes: 0, more: false });
  const book = await entries(person);
  expect(book).toHaveLength(2);
  for (const entry of book) {
    expect(entry).toMatchObject({ cause: 'imported', grade: 'imported', causeId: list.listId });
    expect(entry.organisationId).toBeUndefined();
  }
  expect(await wallet(person)).toMatchObject({ minutes: 90_120, byDay: {}, byYear: {} });
  expect((await person.ask(mine, {})).rows).toEqual([]);
});

test('the same row in two lists, before and after it was fetched, counts once', async () => {
  const [number, id] = [phone(), rowId()];
  await listed(row(id, number, '李雷'));
  expect(await listed(row(id, number, '李雷', 60))).toMatchObject({ rows: 1 });
  const person = await realPerson(cloud, '李雷', number);
  // Until it is fetched, the later list is right.
  expect(await fetched(person)).toEqual({ rows: 1, minutes: 60, more: false });
  await listed(row(id, number, '李雷', 500));
  expect((await person.ask(mine, {})).rows).toEqual([]);
  expect(await fetched(person)).toMatchObject({ rows: 0 });
  expect(await entries(person)).toHaveLength(1);
});

test('a row that a later list gives to another number is fetched by one of the two', async () => {
  const [first, second, id] = [phone(), phone(), rowId()];
  await listed(row(id, first, '李雷'));
  await listed(row(id, second, '韩梅'));
  const one = await realPerson(cloud, '李雷', first);
  const two = await realPerson(cloud, '韩梅', second);
  const answers = await Promise.all([fetched(one), fetched(two)]);
  expect(answers.map(({ rows }) => rows).sort()).toEqual([0, 1]);
  expect([...(await entries(one)), ...(await entries(two))]).toHaveLength(1);
  // What the other one was shown is gone, too.
  expect([...(await one.ask(mine, {})).rows, ...(await two.ask(mine, {})).rows]).toEqual([]);
});

test('forty-five rows come page by page, also when asked five times at once', async () => {
  const number = phone();
  await listed(...Array.from({ length: 45 }, () => row(rowId(), number, '赵云', 10)));
  const person = await realPerson(cloud, '赵云', number);
  expect(await fetched(person)).toEqual({ rows: 20, minutes: 200, more: true });
  await Promise.all(
    Array.from({ length: 5 }, () => person.call(bring, { requestId: newRequestId() })),
  );
  while ((await fetched(person)).more);
  expect(await entries(person)).toHaveLength(45);
  expect(await wallet(person)).toMatchObject({ minutes: 450 });
});

test('nobody without a verified number and a real name, nobody with another name', async () => {
  const guest = await newcomer(cloud);
  expect(codeOf(await guest.call(mine, {}))).toBe('not_registered');
  expect(codeOf(await guest.call(bring, { requestId: newRequestId() }))).toBe('not_registered');
  const typed = await volunteer(cloud);
  expect(await typed.ask(mine, {})).toMatchObject({ missing: 'phone', rows: [] });
  expect(codeOf(await typed.call(bring, { requestId: newRequestId() }))).toBe('phone_unverified');
  const number = phone();
  await listed(row(rowId(), number, '王芳'));
  const unnamed = await verified(cloud, '王芳', number);
  expect(await unnamed.ask(mine, {})).toMatchObject({ missing: 'real_name', rows: [] });
  expect(codeOf(await unnamed.call(bring, { requestId: newRequestId() }))).toBe('name_unverified');
  const [another, stranger] = [phone(), rowId()];
  await listed(row(stranger, another, '王芳'));
  const named = await realPerson(cloud, '王方', another);
  expect(await named.ask(mine, {})).toMatchObject({ rows: [], nameDiffers: true });
  expect(await fetched(named)).toMatchObject({ rows: 0 });
});

test('of a source that was ended nothing is shown and nothing comes', async () => {
  const ending = await confirmedSource(author, other, system);
  const number = phone();
  const rows = [row(rowId(), number, '钱多')];
  await brought(author, { sourceId: ending, system, label: '1', rows });
  await cloud.drain();
  const person = await realPerson(cloud, '钱多', number);
  expect((await person.ask(mine, {})).rows).toHaveLength(1);
  await author.ask('POST /hour-sources/{sourceId}/decision', {
    ...{ sourceId: ending, verdict: 'end', reason: '密钥泄露' },
  });
  expect((await person.ask(mine, {})).rows).toEqual([]);
  expect(await fetched(person)).toMatchObject({ rows: 0 });
});

test('what waits can be read by nobody in the table, and after it was fetched nothing is left', async () => {
  const number = phone();
  await listed({ ...row(rowId(), number, '金丝雀'), title: '看望金丝雀' });
  const lying = async () => (await allItems()).filter(({ pk }) => pk.startsWith('IH#'));
  expect(JSON.stringify(await lying())).not.toMatch(new RegExp(`金丝雀|${number}`));
  const person = await realPerson(cloud, '金丝雀', number);
  await fetched(person);
  const left = (await lying()).filter(({ taken }) => taken);
  expect(left.every(({ sealedRow, nameMark }) => sealedRow === '' && nameMark === '')).toBe(true);
});
