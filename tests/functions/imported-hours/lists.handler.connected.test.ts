import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { volunteer } from '../../support/given';
import {
  brought,
  cityStaff,
  confirmedSource,
  linesOf,
  otherSystem,
  row,
  sentList,
} from '../../support/given-imported';
import { allItems, itemsOf } from '../../support/items';
import { deliverAgain } from '../../support/redelivery';

const route = 'POST /hour-sources/{sourceId}/lists';
const show = 'GET /hour-sources/{sourceId}/lists';
const system = otherSystem();
let cloud: TestCloud;
let author: Person;
let auditor: Person;
let rootId: string;
let sourceId: string;
let proposedId: string;
beforeAll(async () => {
  cloud = await startTestCloud();
  const staff = await cityStaff(cloud);
  ({ author, auditor, rootId } = staff);
  sourceId = await confirmedSource(author, staff.other, system);
  ({ sourceId: proposedId } = await author.ask('POST /hour-sources', {
    ...{ requestId: newRequestId(), name: '另一个系统', publicKey: system.publicKey },
  }));
});
afterAll(() => cloud.stop());

const rowsOf = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) =>
    row(`r${from + index}`, `137${String(from + index).padStart(8, '0')}`, '王芳'),
  );
async function codeOf(file: string, { signature = system.sign(file), source = sourceId } = {}) {
  const fileId = await sentList(author, file);
  const { body } = await author.call(route, { sourceId: source, fileId, signature });
  return 'code' in body ? body.code : 'done';
}
const waiting = async () => (await allItems()).filter(({ pk }) => pk.startsWith('IH#'));

test('a list of 200 rows: three steps, a line in the log, and the stream again changes nothing', async () => {
  const rows = [...rowsOf(200), { rowId: 'bad' } as never];
  const list = await brought(author, { sourceId, system, label: '2024', rows });
  expect(list).toMatchObject({ rows: 200, done: 0, wrong: 1, wrongLines: [202] });
  await cloud.drain();
  const { lists } = await auditor.ask(show, { sourceId });
  expect(lists).toMatchObject([{ state: 'done', done: 200, stored: 200, known: 0 }]);
  expect(await waiting()).toHaveLength(200);
  const before = await allItems();
  expect((await deliverAgain()).dead).toEqual([]);
  const kept = (items: { pk: string }[]) => items.filter(({ pk }) => /^(IH|HL|O|V)#/.test(pk));
  expect(kept(await allItems())).toEqual(kept(before));
  const log = (await itemsOf(`O#${rootId}`)).filter(
    ({ action }) => action === 'hours_list_brought',
  );
  expect(log).toMatchObject([{ to: '200 行', why: '清单 2024' }]);
  expect(JSON.stringify(log)).not.toContain('王芳');
});

test('the same list again is the same; of another one the rows that are known are no news', async () => {
  const rows = rowsOf(10, 500);
  const first = await brought(author, { sourceId, system, label: '2025', rows });
  await cloud.drain();
  const again = await brought(author, { sourceId, system, label: '2025', rows });
  expect(again).toMatchObject({ listId: first.listId, state: 'done', stored: 10 });
  await brought(author, { sourceId, system, label: '2025-2', rows: rowsOf(12, 500) });
  await cloud.drain();
  const { lists } = await author.ask(show, { sourceId });
  expect(lists[0]).toMatchObject({ label: '2025-2', stored: 2, known: 10 });
});

test('a file that was changed after it was verified is not read; sent again, the list goes on', async () => {
  const file = linesOf(sourceId, 'swapped', rowsOf(5, 700));
  const contentType = 'application/x-ndjson';
  const bytes = Buffer.byteLength(file);
  const announced = { purpose: 'hours_list', contentType, bytes } as const;
  const { fileId, url } = await author.ask('POST /files', {
    ...{ requestId: newRequestId(), ...announced },
  });
  const put = (body: string) =>
    fetch(url, { method: 'PUT', headers: { 'content-type': contentType }, body });
  await put(file);
  const signature = system.sign(file);
  await author.ask(route, { sourceId, fileId, signature });
  await put(file.replaceAll('120', '999'));
  const known = (await waiting()).length;
  await cloud.drain();
  expect((await author.ask(show, { sourceId })).lists[0]).toMatchObject({ state: 'stopped' });
  expect(await waiting()).toHaveLength(known);
  await author.ask(route, { sourceId, fileId: await sentList(author, file), signature });
  await cloud.drain();
  expect((await author.ask(show, { sourceId })).lists[0]).toMatchObject({ state: 'done' });
  expect(await waiting()).toHaveLength(known + 5);
});

test('refused, in this order', async () => {
  const good = linesOf(sourceId, 'r', rowsOf(1, 900));
  expect(await codeOf(good, { source: '0'.repeat(12) })).toBe('not_found');
  expect(await codeOf(good, { source: proposedId })).toBe('source_unconfirmed');
  const nothing = { sourceId, fileId: '0'.repeat(12), signature: system.sign(good) };
  expect((await author.call(route, nothing)).body).toMatchObject({ code: 'file_missing' });
  expect(await codeOf(good, { signature: otherSystem().sign(good) })).toBe('signature_wrong');
  expect(await codeOf(good, { signature: system.sign(`${good} `) })).toBe('signature_wrong');
  expect(await codeOf(linesOf(proposedId, 'r', rowsOf(1)))).toBe('list_unreadable');
  expect(await codeOf('hello')).toBe('list_unreadable');
  expect(await codeOf(linesOf(sourceId, 'r', rowsOf(5_001)))).toBe('list_too_long');
  expect(await codeOf(linesOf(sourceId, 'r', [{}]))).toBe('list_empty');
  expect(await codeOf(good)).toBe('done');
  expect(await codeOf(linesOf(sourceId, 'r', rowsOf(2, 900)))).toBe('list_differs');
});

test('an auditor brings no list, and whoever has no role learns of none', async () => {
  const asked = { sourceId, fileId: '0'.repeat(12), signature: system.sign('x') };
  expect((await auditor.call(route, asked)).status).toBe(404);
  const nobody = await volunteer(cloud);
  expect((await nobody.call(show, { sourceId })).status).toBe(404);
});
