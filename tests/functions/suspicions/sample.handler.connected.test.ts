import { dayOf } from '#shared/time';
import type { HoursEntry } from '../../../functions/hours/hours.table';
import { hoursAt, listedByDay } from '../../../functions/hours/hours.table';
import { chain } from '../../../functions/ledger/chain';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, organisation, served, volunteer } from '../../support/given';
import { allItems } from '../../support/items';
import { putAll } from '../../support/put-all';

let cloud: TestCloud;
let auditor: Person;
let organiser: Person;
let who: Person;
let [root, team, month] = ['', '', ''];

beforeAll(async () => {
  cloud = await startTestCloud();
  [auditor, organiser, who] = [
    await volunteer(cloud, '周正'),
    await volunteer(cloud, '陈静'),
    await volunteer(cloud, '李雷'),
  ];
  root = await organisation([[auditor, 'auditor']]);
  team = await organisation([[organiser, 'organiser']], [root]);
  const other = await organisation([], []);
  month = dayOf(cloud.now()).slice(0, 6);
  await putAll([...entries('a', 800, [root, team]), ...entries('b', 400, [other])]);
  const { shiftId } = await activity(cloud, { organiser, organisationId: team });
  await served(cloud, who, organiser, shiftId);
});
afterAll(() => cloud.stop());

/** Entries of made-up people, one each, of the month's first day. */
function entries(mark: string, count: number, path: string[]): object[] {
  return Array.from({ length: count }, (_, i) => {
    const volunteerId = `${mark}${String(i).padStart(11, '0')}`;
    const entry = chain<Omit<HoursEntry, 'sequence' | 'hash' | 'previousHash'>>(
      { sequence: 0, hash: '' },
      {
        ...{ cause: 'service', causeId: 'aaaaaaaaaaaa', title: '海边清洁', path },
        ...{ organisationId: path.at(-1) ?? '', rawMinutes: 120, creditedMinutes: 120 },
        ...{ grade: 'C', pack: 'standard', packVersion: 1, evidenceHash: String(i) },
        at: cloud.now(),
      },
    );
    return { ...hoursAt(volunteerId, 1), ...entry, ...listedByDay(volunteerId, entry) };
  });
}

const route = 'GET /organisations/{organisationId}/sample';
async function everything(seed: string, organisationId = root) {
  const rows: { volunteerId: string }[] = [];
  let [cursor, looked, calls] = [undefined as string | undefined, 0, 0];
  do {
    const request = { organisationId, month, seed, ...(cursor && { cursor }) };
    const page = await auditor.ask(route, request);
    rows.push(...page.rows);
    looked += page.looked;
    calls += 1;
    cursor = page.cursor;
  } while (cursor && calls < 60);
  return { names: rows.map(({ volunteerId }) => volunteerId), looked };
}

test('the same seed → the same rows; about one in a hundred, of this organisation only', async () => {
  const one = await everything('十一月抽查');
  const again = await everything('十一月抽查');
  expect(again).toEqual(one);
  expect(one.looked).toBe(1_201);
  expect(one.names.length).toBeGreaterThan(0);
  expect(one.names.length).toBeLessThan(25);
  expect(one.names.every((id) => id.startsWith('a') || id === who.volunteerId)).toBe(true);
});

test('another seed → other rows', async () => {
  const [one, other] = [await everything('甲'), await everything('乙')];
  expect(other.names).not.toEqual(one.names);
});

test('a cursor of another seed → not taken', async () => {
  const { cursor } = await auditor.ask(route, { organisationId: root, month, seed: '甲' });
  if (!cursor) return;
  const answer = await auditor.call(route, { organisationId: root, month, seed: '乙', cursor });
  expect(answer).toMatchObject({ status: 400, body: { code: 'request_invalid' } });
});

describe('one row', () => {
  const named = () => ({ organisationId: root, volunteerId: who.volunteerId, sequence: 1 });
  const show = 'GET /organisations/{organisationId}/sample/{volunteerId}/{sequence}';
  const note = 'PUT /organisations/{organisationId}/sample/{volunteerId}/{sequence}';

  test('opens what stands behind it, masked, and its hash holds', async () => {
    const { row, checked } = await auditor.ask(show, named());
    expect(checked).toBeUndefined();
    expect(row).toMatchObject({
      ...{ personName: '*雷', title: '海边清洁', in: { how: 'token' }, out: { how: 'token' } },
      entry: { sequence: 1, holds: true },
    });
  });
  test('altered in the table → its hash does not hold', async () => {
    const [altered] = entries('c', 1, [root]) as [{ pk: string }];
    await putAll([{ ...altered, creditedMinutes: 480 }]);
    const { row } = await auditor.ask(show, {
      ...{ organisationId: root, volunteerId: altered.pk.slice(2), sequence: 1 },
    });
    expect(row.entry).toMatchObject({ creditedMinutes: 480, holds: false });
  });
  test('a note is kept, the same again is the same, another one takes its place; each is in the log', async () => {
    const ok = { result: 'ok' as const, note: '与签到表一致' };
    expect(await auditor.ask(note, { ...named(), ...ok })).toMatchObject({ ...ok, byName: '*正' });
    await auditor.ask(note, { ...named(), ...ok });
    await auditor.ask(note, { ...named(), result: 'doubtful', note: '签到表上没有' });
    expect((await auditor.ask(show, named())).checked).toMatchObject({ result: 'doubtful' });
    const lines = (await allItems()).filter(({ action }) => action === 'hours_checked');
    expect(lines.map(({ to }) => to).sort()).toEqual(['有疑问', '没有问题']);
  });
  test('one’s own hours → another auditor’s; without the role, and of another organisation → not there', async () => {
    const own = await organisation([[who, 'auditor']], [root]);
    expect(own).not.toBe('');
    const insider = await organisation([[who, 'auditor']]);
    const [mine] = entries('d', 1, [insider]) as [object];
    await putAll([{ ...mine, ...hoursAt(who.volunteerId, 9), path: [insider] }]);
    const self = { organisationId: insider, volunteerId: who.volunteerId, sequence: 9 };
    expect(await who.call(note, { ...self, result: 'ok', note: '我自己' })).toMatchObject({
      ...{ status: 403, body: { code: 'not_to_oneself' } },
    });
    expect((await organiser.call(show, named())).status).toBe(404);
    expect((await auditor.call(show, { ...named(), sequence: 7 })).status).toBe(404);
    expect((await who.call(show, { ...named(), organisationId: insider })).status).toBe(404);
  });
});
