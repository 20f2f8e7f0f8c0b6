import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { volunteer } from '../../support/given';
import { listOf, sent, verified } from '../../support/given-lists';
import type { Given } from '../../support/given-organisations';
import { given } from '../../support/given-organisations';

const start = 'POST /organisations/{organisationId}/imports';
const listRoute = 'GET /organisations/{organisationId}/imports';
const showRoute = 'GET /organisations/{organisationId}/imports/{importId}';
const rowsRoute = 'GET /organisations/{organisationId}/imports/{importId}/rows';
const reportRoute = 'POST /organisations/{organisationId}/imports/{importId}/report';
let cloud: TestCloud;
let team: Given;
let admin: Person;
let other: Person;
let importId: string;
const at = () => ({ organisationId: team.organisationId });

beforeAll(async () => {
  cloud = await startTestCloud();
  admin = await volunteer(cloud, '吴海平');
  other = await volunteer(cloud, '刘建国');
  team = await given({
    kind: 'team',
    members: [
      [admin, 'member', 'admin'],
      [other, 'member', 'admin'],
    ],
  });
  await verified(cloud, '李小雷', '13400000001');
  const rows = Array.from({ length: 119 }, (_, index): [string, string] => [
    ...(['王小芳', `133${String(index).padStart(8, '0')}`] as const),
  ]);
  const file = listOf(['李小雷', '13400000001'], ...rows, ['=1+1', '1'], ['王小芳', '@SUM(A1)']);
  ({ importId } = await admin.ask(start, { ...at(), fileId: await sent(admin, file) }));
});
afterAll(() => cloud.stop());

test('before anything is done → rows wait, bad ones are known already', async () => {
  const bad = await admin.ask(rowsRoute, { ...at(), importId, outcome: 'bad_phone' });
  expect(bad.rows.map(({ row }) => row)).toEqual([122, 123]);
  const { rows } = await admin.ask(rowsRoute, { ...at(), importId });
  expect(rows[0]).toEqual({
    ...{ row: 2, maskedName: '李*雷', maskedPhone: '134******01', outcome: 'pending' },
  });
  await cloud.drain();
});

test('all rows page by page, in the order of the sheet', async () => {
  const seen: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await admin.ask(rowsRoute, {
      ...at(),
      importId,
      limit: 50,
      ...(cursor && { cursor }),
    });
    seen.push(...page.rows.map(({ row }) => row));
    cursor = page.cursor;
  } while (cursor);
  expect(seen).toEqual(Array.from({ length: 122 }, (_, index) => index + 2));
});

test('one outcome → its rows only; the cursor of another list or outcome is refused', async () => {
  const first = await admin.ask(rowsRoute, { ...at(), importId, outcome: 'awaited', limit: 50 });
  expect(first.rows.every(({ outcome }) => outcome === 'awaited')).toBe(true);
  const { cursor = '' } = first;
  expect(cursor).not.toBe('');
  const next = await admin.ask(rowsRoute, {
    ...at(),
    importId,
    outcome: 'awaited',
    limit: 50,
    cursor,
  });
  expect(next.rows[0]?.row).toBe(53);
  const foreign = { ...at(), importId, outcome: 'invited', cursor } as const;
  expect(await admin.call(rowsRoute, foreign)).toMatchObject({ status: 400 });
});

test('another admin → sees how far it came, and no row of it', async () => {
  const shown = await other.ask(showRoute, { ...at(), importId });
  expect(shown).toMatchObject({ mine: false, rows: 122, done: 122, state: 'done' });
  expect((await other.ask(listRoute, at())).imports).toEqual([shown]);
  for (const route of [rowsRoute, reportRoute] as const) {
    expect(await other.call(route, { ...at(), importId })).toMatchObject({
      ...{ status: 403, body: { code: 'not_allowed' } },
    });
  }
});

test('by another organisation, by a stranger, unknown → not theirs', async () => {
  const elsewhere = await given({ kind: 'team', members: [[admin, 'member', 'admin']] });
  const { organisationId } = elsewhere;
  for (const route of [showRoute, rowsRoute, reportRoute] as const) {
    expect(await admin.call(route, { organisationId, importId })).toMatchObject({ status: 404 });
    const unknown = { ...at(), importId: '0123456789ab' };
    expect(await admin.call(route, unknown)).toMatchObject({ status: 404 });
    const stranger = await volunteer(cloud);
    expect(await stranger.call(route, { ...at(), importId })).toMatchObject({ status: 403 });
    expect(await stranger.call(route, unknown)).toMatchObject({ status: 403 });
  }
});

test('the report → a file with every row, no name, no number, no formula', async () => {
  const { url, fileName } = await admin.ask(reportRoute, { ...at(), importId });
  const answer = await fetch(url);
  const text = await answer.text();
  expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent(fileName));
  const lines = text.trim().split('\r\n');
  expect(lines).toHaveLength(123);
  expect(lines[1]).toBe('2,李*雷,134******01,已邀请，等本人确认');
  expect(lines[121]).toBe("122,'=**1,1***,手机号缺失或有误");
  expect(lines[122]).toBe("123,王*芳,'@SU***,手机号缺失或有误");
  for (const word of ['李小雷', '王小芳', '13400000001']) expect(text).not.toContain(word);
});

test('after thirty days → nothing is left of it', async () => {
  const before = cloud.now();
  cloud.setTime(before + 30 * 24 * 3_600_000 + 1_000);
  expect((await admin.ask(listRoute, at())).imports).toEqual([]);
  for (const route of [showRoute, rowsRoute, reportRoute] as const) {
    expect(await admin.call(route, { ...at(), importId })).toMatchObject({ status: 404 });
  }
  cloud.setTime(before);
});
