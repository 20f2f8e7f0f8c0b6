import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { volunteer } from '../../support/given';
import { listOf, sent, verified } from '../../support/given-lists';
import type { Given } from '../../support/given-organisations';
import { given } from '../../support/given-organisations';
import { allItems, itemsOf } from '../../support/items';
import { workbook } from '../../support/sheets';

const start = 'POST /organisations/{organisationId}/imports';
const show = 'GET /organisations/{organisationId}/imports/{importId}';
const rowsRoute = 'GET /organisations/{organisationId}/imports/{importId}/rows';
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

const phone = (): string => `137${String(++numbers).padStart(8, '0')}`;
const at = () => ({ organisationId: team.organisationId });
const bring = async (file: string | Buffer, who = admin) =>
  who.ask(start, { ...at(), fileId: await sent(who, file) });
const report = async (importId: string, who = admin) => {
  const { rows } = await who.ask(rowsRoute, { ...at(), importId });
  return rows.map(({ row, outcome }) => `${row} ${outcome}`);
};
const stateOf = async (who: Person) => {
  const { memberships } = await who.ask('GET /me/memberships', {});
  return memberships.find(({ organisationId }) => organisationId === team.organisationId)?.state;
};

test('a list → who has verified their number is invited, told, and says yes; the others are reported', async () => {
  const [one, two, three] = [phone(), phone(), phone()];
  const lei = await verified(cloud, '李雷', one);
  const mei = await verified(cloud, '韩梅梅', two);
  const begun = await bring(
    listOf(
      ['李雷', one],
      ['李蕾', two],
      ['王芳', three],
      ['王芳', three],
      ['', '1'],
      ['李雷', 'x'],
    ),
  );
  expect(begun).toMatchObject({ state: 'running', rows: 6, done: 0, counts: [], mine: true });
  await cloud.drain();
  const { importId } = begun;
  expect(await admin.ask(show, { ...at(), importId })).toMatchObject({
    ...{ state: 'done', rows: 6, done: 6 },
    counts: [
      { outcome: 'invited', rows: 1 },
      { outcome: 'awaited', rows: 1 },
      { outcome: 'name_differs', rows: 1 },
      { outcome: 'bad_phone', rows: 2 },
      { outcome: 'duplicate', rows: 1 },
    ],
  });
  expect(await report(importId)).toEqual([
    ...['2 invited', '3 name_differs', '4 awaited', '5 duplicate', '6 bad_phone', '7 bad_phone'],
  ]);
  expect([await stateOf(lei), await stateOf(mei)]).toEqual(['invited', undefined]);
  const { notices } = await lei.ask('GET /me/notices', {});
  expect(notices.filter(({ kind }) => kind === 'membership')).toHaveLength(1);
  await lei.ask('PUT /organisations/{organisationId}/membership', at());
  expect(await stateOf(lei)).toBe('active');
});

test('a workbook → the same', async () => {
  const number = phone();
  const lei = await verified(cloud, '李雷', number);
  await bring(
    workbook([
      ['序号', '手机号', '姓名'],
      [1, Number(number), '李雷'],
    ]),
  );
  await cloud.drain();
  expect(await stateOf(lei)).toBe('invited');
});

test('the same file again, at once and later, also by another admin → one import, one invitation', async () => {
  const number = phone();
  const lei = await verified(cloud, '李雷', number);
  const other = await volunteer(cloud, '刘建国');
  team = await given({
    kind: 'team',
    members: [
      [admin, 'member', 'admin'],
      [other, 'member', 'admin'],
    ],
  });
  const file = listOf(['李雷', number]);
  const both = await Promise.all([bring(file), bring(file), bring(file, other)]);
  await cloud.drain();
  both.push(await bring(file), await bring(file, other));
  await cloud.drain();
  expect(new Set(both.map(({ importId }) => importId)).size).toBe(1);
  const { notices } = await lei.ask('GET /me/notices', {});
  expect(notices.filter(({ kind }) => kind === 'membership')).toHaveLength(1);
  const lines = (await itemsOf(`O#${team.organisationId}`)).filter(
    ({ action }) => action === 'members_imported',
  );
  expect(lines).toHaveLength(1);
});

test('the same row in another file → it was invited already', async () => {
  const number = phone();
  await verified(cloud, '李雷', number);
  await bring(listOf(['李雷', number]));
  await cloud.drain();
  const { importId } = await bring(listOf(['李雷', number], ['王芳', phone()]));
  await cloud.drain();
  expect(await report(importId)).toEqual(['2 already_invited', '3 awaited']);
});

test('who asked to join, who said no, who left → as each stands', async () => {
  const [asks, declines, leaves] = [phone(), phone(), phone()];
  const asking = await verified(cloud, '李雷', asks);
  await asking.ask('PUT /organisations/{organisationId}/membership', at());
  const declining = await verified(cloud, '韩梅梅', declines);
  const leaving = await verified(cloud, '王芳', leaves);
  await bring(listOf(['韩梅梅', declines], ['王芳', leaves]));
  await cloud.drain();
  await declining.ask('DELETE /organisations/{organisationId}/membership', at());
  await leaving.ask('PUT /organisations/{organisationId}/membership', at());
  await leaving.ask('DELETE /organisations/{organisationId}/membership', at());
  const { importId } = await bring(listOf(['李雷', asks], ['韩梅梅', declines], ['王芳', leaves]));
  await cloud.drain();
  expect(await report(importId)).toEqual(['2 joined', '3 declined', '4 invited']);
  expect(await stateOf(asking)).toBe('active');
});

test('the importer’s own request → not granted by their own list', async () => {
  const own = phone();
  const chief = await verified(cloud, '赵总', own);
  const city = await given({ kind: 'federation', members: [[chief, 'member', 'admin']] });
  team = await given({ kind: 'corps', under: city });
  await chief.ask('PUT /organisations/{organisationId}/membership', at());
  const { importId } = await bring(listOf(['赵总', own]), chief);
  await cloud.drain();
  expect(await report(importId, chief)).toEqual(['2 own_row']);
  expect(await stateOf(chief)).toBe('requested');
});

test('neither name nor number stands in the table as it is', async () => {
  const [known, unknown] = [phone(), phone()];
  await verified(cloud, '欧阳小暗', known);
  await bring(listOf(['欧阳小暗', known], ['上官小未', unknown], ['司徒坏号', '1388888777']));
  await cloud.drain();
  const items = (await allItems()).filter(({ sk }) => sk !== '#P');
  const text = JSON.stringify(items);
  for (const word of ['欧阳小暗', '上官小未', '司徒坏号', '1388888777', known, unknown]) {
    expect(text).not.toContain(word);
  }
});

describe('refusals', () => {
  test.each([
    ['sheet_unreadable', Buffer.from('89504e470d0a1a0a0000', 'hex')],
    ['sheet_headings_missing', '名,号\n李雷,13800001111'],
    ['sheet_empty', '姓名,手机号\n,'],
    ['sheet_too_long', listOf(...Array<[string, string]>(2_001).fill(['李雷', '1']))],
  ])('%s, and nothing is kept of it', async (code, file) => {
    const fileId = await sent(admin, file);
    expect(await admin.call(start, { ...at(), fileId })).toMatchObject({ body: { code } });
    const { imports } = await admin.ask('GET /organisations/{organisationId}/imports', at());
    expect(imports).toEqual([]);
  });

  test('a file that was not sent, or by somebody else → file_missing', async () => {
    const other = await volunteer(cloud);
    const foreign = await sent(other, listOf(['李雷', phone()]));
    for (const fileId of ['0123456789ab', foreign]) {
      expect(await admin.call(start, { ...at(), fileId })).toMatchObject({
        ...{ status: 409, body: { code: 'file_missing' } },
      });
    }
  });

  test('a stranger, a member, an admin of a sibling → not_allowed; nowhere → not_found', async () => {
    const [stranger, member, sibling] = [
      await volunteer(cloud),
      await volunteer(cloud),
      await volunteer(cloud),
    ];
    const city = await given({ kind: 'federation' });
    team = await given({ kind: 'team', under: city, members: [[member, 'member', 'organiser']] });
    await given({ kind: 'team', under: city, members: [[sibling, 'member', 'admin']] });
    for (const who of [stranger, member, sibling]) {
      const fileId = await sent(who, listOf(['李雷', phone()]));
      expect(await who.call(start, { ...at(), fileId })).toMatchObject({
        ...{ status: 403, body: { code: 'not_allowed' } },
      });
    }
    const nowhere = { organisationId: 'ffffffffffff', fileId: '0123456789ab' };
    expect(await admin.call(start, nowhere)).toMatchObject({ status: 404 });
  });

  test('more than twenty lists in a day → imports_exhausted, until tomorrow', async () => {
    for (let list = 0; list < 20; list++) await bring(listOf(['李雷', phone()]));
    const fileId = await sent(admin, listOf(['李雷', phone()]));
    const refused = { status: 429, body: { code: 'imports_exhausted' } };
    expect(await admin.call(start, { ...at(), fileId })).toMatchObject(refused);
    const before = cloud.now();
    cloud.setTime(before + 24 * 3_600_000);
    expect(await admin.call(start, { ...at(), fileId })).toMatchObject({ status: 200 });
    cloud.setTime(before);
  });
});
