import { clockOf } from '#shared/time';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { sent, verified } from '../../support/given-lists';
import type { PastShift } from '../../support/given-typed';
import { codeOf, pastShift } from '../../support/given-typed';
import { itemsOf } from '../../support/items';
import { putAll } from '../../support/put-all';
import { deliverAgain } from '../../support/redelivery';

const route = 'POST /shifts/{shiftId}/paper-list';
const rowsRoute = 'GET /organisations/{organisationId}/imports/{importId}/rows';
let cloud: TestCloud;
let scene: PastShift;
let numbers = 0;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());
beforeEach(async () => {
  cloud.setTime(Date.now());
  scene = await pastShift(cloud);
  await giveRoles(scene.organiser, ['admin']);
});

const phone = (): string => `134${String(++numbers).padStart(8, '0')}`;
async function giveRoles({ volunteerId }: Person, roles: string[]) {
  const { organisationId } = scene;
  const [held] = (await itemsOf(`O#${organisationId}`)).filter(({ sk }) => sk.startsWith('M#'));
  await putAll([{ ...held, sk: `M#${volunteerId}`, volunteerId, roles }]);
}
async function memberWith(name: string, number: string): Promise<Person> {
  const who = await verified(cloud, name, number);
  await giveRoles(who, ['member']);
  return who;
}
const sheetOf = (...rows: string[][]): string =>
  [['姓名', '手机号', '签到', '签退'], ...rows].map((row) => row.join(',')).join('\n');
async function bring(file: string, dry: boolean, who = scene.organiser) {
  const fileId = await sent(who, file);
  return who.ask(route, {
    ...{ shiftId: scene.shiftId, fileId, reason: 'paper_list', dry },
    note: '现场没有网络，用纸质签到表',
  });
}
const outcomesOf = async (importId: string) => {
  const { organisationId } = scene;
  const { rows } = await scene.organiser.ask(rowsRoute, { organisationId, importId });
  return rows.map(({ outcome }) => outcome);
};
const typedRows = async () =>
  (await itemsOf(`O#${scene.organisationId}`)).filter(({ sk }) => sk.startsWith('TY#'));
const times = () => [clockOf(scene.startsAt), clockOf(scene.endsAt)];

test('a sheet of paper, dry → every row has its answer and nothing is typed; then for real, and all of it again', async () => {
  const numbersOf = Array.from({ length: 3 }, phone);
  const [lei, mei, tao] = numbersOf as [string, string, string];
  const person = await memberWith('李雷', lei);
  await memberWith('韩梅梅', mei);
  await memberWith('林涛', tao);
  const [from = '', until = ''] = times();
  const file = sheetOf(
    ['李雷', lei, from, until],
    ['王芳', mei, from, until],
    ['韩梅梅', phone(), from, until],
    ['林涛', tao, from, '25:00'],
    ['林涛', '123', from, until],
  );
  const dry = await bring(file, true);
  expect(dry).toMatchObject({ rows: 5, paper: { shiftId: scene.shiftId, dry: true } });
  await cloud.drain();
  const expected = ['no_member', 'no_member', 'bad_time', 'bad_phone'];
  expect(await outcomesOf(dry.importId)).toEqual(['can_type', ...expected]);
  expect(await typedRows()).toEqual([]);

  const real = await bring(file, false);
  expect(real.importId).not.toBe(dry.importId);
  await cloud.drain();
  expect(await outcomesOf(real.importId)).toEqual(['typed', ...expected]);
  const [record] = (await person.ask('GET /me/records', {})).records;
  expect(record).toMatchObject({ state: 'typed', inAt: scene.startsAt, outAt: scene.endsAt });

  expect((await bring(file, false)).importId).toBe(real.importId);
  await deliverAgain();
  await cloud.drain();
  expect(await typedRows()).toHaveLength(1);
  // Another file with the same row finds the row typed already.
  const again = await bring(`${file}\n`.replace('123', '124'), false);
  await cloud.drain();
  expect((await outcomesOf(again.importId))[0]).toBe('has_record');
});

test('more hours than are left of the month → the rows that fit, in the order of the sheet, dry as for real', async () => {
  const people = Array.from({ length: 3 }, phone);
  for (const number of people) await memberWith('李雷', number);
  const file = sheetOf(...people.map((number) => ['李雷', number, ...times()]));
  for (const dry of [true, false]) {
    const { importId } = await bring(file, dry);
    await cloud.drain();
    const fits = dry ? 'can_type' : 'typed';
    expect(await outcomesOf(importId)).toEqual([fits, fits, 'cap_reached']);
  }
});

test('the admin on their own list → that row is left out; without the two columns → the sheet is refused', async () => {
  const own = phone();
  const admin = await memberWith('吴海平', own);
  await giveRoles(admin, ['admin']);
  const { importId } = await bring(sheetOf(['吴海平', own, ...times()]), false, admin);
  await cloud.drain();
  const { organisationId, shiftId } = scene;
  const { rows } = await admin.ask(rowsRoute, { organisationId, importId });
  expect(rows).toMatchObject([{ outcome: 'own_row' }]);
  const answer = await admin.call(route, {
    ...{ shiftId, fileId: await sent(admin, '姓名,手机号\n李雷,13700000000'), dry: true },
    ...{ reason: 'paper_list', note: '现场没有网络，用纸质签到表' },
  });
  expect(codeOf(answer)).toBe('sheet_times_missing');
});
