import { dayMs, dayOf } from '#shared/time';
import { seedOnce } from '../../../local/seeding';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { codeShown, newcomer } from '../../support/given';
import { signUp, trySignUp } from '../../support/sign-up';

/** The seed through the eyes of the product: what its rows are good for is asked of the real handlers. */
let cloud: TestCloud;
const be = (key: string): Promise<Person> => newcomer(cloud, `demo-${key}`);

beforeAll(async () => {
  cloud = await startTestCloud();
  const endpoint = process.env.DYNAMODB_ENDPOINT ?? '';
  const { tableName } = cloud;
  await seedOnce({ seed: 'small', endpoint, tableName });
});
afterAll(() => cloud.stop());

/** The shift in 市南 whose title holds the word: of today or tomorrow, or begun before midnight. */
async function shiftCalled(word: string, person: Person) {
  for (const days of [0, 1, -1]) {
    const at = cloud.now() + days * dayMs;
    const day = dayOf(at);
    const { shifts } = await person.ask('GET /activities', { district: '370202', day });
    const found = shifts.find(({ title }) => title.includes(word));
    if (found) return found;
  }
  throw new Error(`no shift is called ${word}`);
}

test('李雷 has hours, points and a past; the newcomer has nothing', async () => {
  const [lilei, nobody] = [await be('volunteer'), await be('newcomer')];
  expect(await lilei.ask('GET /me', {})).toMatchObject({
    profile: { name: '李雷', maskedPhone: '199******00' },
    minutes: 1_260,
    points: 195,
  });
  expect((await lilei.ask('GET /me/hours', {})).entries).toHaveLength(8);
  expect((await lilei.ask('GET /me/records', {})).records).toHaveLength(9);
  const { postings } = await lilei.ask('GET /me/points', {});
  expect(postings.map(({ amount }) => amount)).toContain(-15);
  expect(await nobody.ask('GET /me', {})).toMatchObject({ minutes: 0, points: 0 });
  expect((await nobody.ask('GET /me', {})).profile).toBeUndefined();
});

test('李雷 signs up for what begins in 20 minutes and checks in by 陈静’s code', async () => {
  const [lilei, chenjing] = [await be('volunteer'), await be('organiser')];
  const { shiftId, taken } = await shiftCalled('净滩行动', lilei);
  expect(taken).toBe(9);
  expect(await signUp(lilei, shiftId)).toEqual({
    state: 'signed_up',
  });
  const { token } = await codeShown(chenjing, shiftId, { kind: 'checkin' });
  const receipt = await lilei.ask('POST /checkins', { scanId: newRequestId(), token });
  expect(receipt).toMatchObject({ status: 'checked_in', walkIn: false });
  const { rows } = await chenjing.ask('GET /shifts/{shiftId}/roster', { shiftId });
  expect(rows).toHaveLength(10);
});

test('韩梅梅 is serving and can check out; her hours and points arrive', async () => {
  const [hanmeimei, admin] = [await be('second'), await be('admin')];
  const before = await hanmeimei.ask('GET /me', {});
  const { shiftId } = await shiftCalled('急救知识体验', hanmeimei);
  const { token } = await codeShown(admin, shiftId, { kind: 'checkout' });
  const receipt = await hanmeimei.ask('POST /checkins', { scanId: newRequestId(), token });
  expect(receipt).toMatchObject({ status: 'checked_out', creditedMinutes: 90, points: 15 });
  const after = await hanmeimei.ask('GET /me', {});
  expect(after.minutes - before.minutes).toBe(90);
});

test('a full activity refuses, a cancelled one says so', async () => {
  const nobody = await be('keeper');
  const full = await shiftCalled('老建筑测绘', nobody);
  const answer = await trySignUp(nobody, full.shiftId);
  expect(answer.body).toMatchObject({ code: 'shift_full' });
  const cancelled = await shiftCalled('帆船体验日', nobody);
  expect(cancelled).toMatchObject({ cancelled: true, taken: 0 });
});

test('韩梅梅’s towel is handed over by the home counter, not by the one of 崂山', async () => {
  const hanmeimei = await be('second');
  const { redemptions } = await hanmeimei.ask('GET /redemptions', {});
  expect(redemptions).toMatchObject([{ title: '纯棉毛巾', state: 'reserved' }]);
  const redemptionId = redemptions[0]?.redemptionId ?? '';
  const route = 'POST /redemptions/{redemptionId}/pickup-code';
  const { token } = await hanmeimei.ask(route, { redemptionId });
  const handover = { handoverId: newRequestId(), token };
  const elsewhere = await (await be('sponsor-counter')).call('POST /handovers', handover);
  expect(elsewhere.body).toMatchObject({ code: 'not_allowed' });
  const done = await (await be('counter')).ask('POST /handovers', handover);
  expect(done).toMatchObject({ title: '纯棉毛巾' });
});

test('李雷 redeems at the price that he saw', async () => {
  const lilei = await be('volunteer');
  const { rewards } = await lilei.ask('GET /rewards', { district: '370202' });
  expect(rewards).toHaveLength(6);
  const bag = rewards.find(({ title }) => title === '帆布环保袋');
  expect(bag).toMatchObject({ price: 15, stock: 119 });
  const asked = { redemptionId: newRequestId(), rewardId: bag?.rewardId ?? '', price: 15 };
  expect((await lilei.ask('POST /redemptions', asked)).balance).toBe(180);
});

test('the city’s list and a station of it', async () => {
  const lilei = await be('volunteer');
  const { list } = await lilei.ask('GET /stations', {});
  expect(list?.synthetic).toBe(true);
  expect(list?.stationId.length).toBeGreaterThan(190);
  const stationId = list?.stationId[0] ?? '';
  const station = await lilei.ask('GET /stations/{stationId}', { stationId });
  expect(station).toMatchObject({ stationId, name: list?.name[0], synthetic: true });
});

test.each([
  ['organiser', ['member', 'organiser']],
  ['approver', ['member', 'approver']],
  ['keeper', ['member', 'keeper']],
  ['counter', ['member', 'counter']],
  ['auditor', ['member', 'auditor']],
  ['admin', ['member', 'admin']],
])('the %s has the role', async (key, roles) => {
  const { memberships } = await (await be(key)).ask('GET /me/memberships', {});
  expect(memberships).toMatchObject([{ roles }]);
});

test('陈静’s team has a board: pinned, published, and one that 刘建国 is to look at', async () => {
  const [lilei, chenjing, liujianguo] = [
    await be('volunteer'),
    await be('organiser'),
    await be('approver'),
  ];
  const { memberships } = await lilei.ask('GET /me/memberships', {});
  const { organisationId = '' } = memberships[0] ?? {};
  const board = await lilei.ask('GET /organisations/{organisationId}/bulletins', {
    organisationId,
  });
  expect(board.pinned?.title).toBe('净滩安全须知');
  expect(board.bulletins.map(({ title }) => title)).toEqual(['本周集合地点有变', '净滩安全须知']);
  const above = (await liujianguo.ask('GET /me/memberships', {})).memberships[0]?.organisationId;
  const { bulletins } = await liujianguo.ask('GET /organisations/{organisationId}/bulletin-queue', {
    organisationId: above ?? '',
  });
  expect(bulletins.map(({ title }) => title)).toEqual(['下月骨干交流会']);
  const written = await chenjing.ask('POST /organisations/{organisationId}/bulletins', {
    ...{ organisationId, requestId: newRequestId(), title: '试一条', text: '周六见' },
  });
  expect(written.state).toBe('published');
});

test('李雷 has something new to read, and WeChat may bring him what he is told', async () => {
  const lilei = await be('volunteer');
  expect(await lilei.ask('GET /me/notices', {})).toMatchObject({ unread: 1 });
  const { subscriptions } = await lilei.ask('GET /me/subscriptions', {});
  expect(subscriptions.map(({ left }) => left)).toEqual([2, 1, 1, 0]);
});
