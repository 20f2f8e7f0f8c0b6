import { dayMs, minuteMs } from '#shared/time';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { activity, codeShown, newcomer, organisation, volunteer } from '../../support/given';
import { earn, reward } from '../../support/given-rewards';
import { itemsOf } from '../../support/items';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.setTime(Date.now()));

const sure = { understood: true, sure: true } as const;
const refused = (status: number, code: string) => ({ status, body: { code } });
const sweep = () =>
  (
    require('../../../functions/accounts/erasures') as typeof import('../../../functions/accounts/erasures')
  ).runErasures({ now: cloud.now() });

test('asked for → in seven days, said on every page; asked again → the same day', async () => {
  const who = await volunteer(cloud);
  expect(await who.ask('GET /me/deletion', {})).not.toHaveProperty('dueAt');
  const asked = await who.ask('POST /me/deletion', sure);
  expect(asked.dueAt).toBe((asked.askedAt ?? 0) + 7 * dayMs);
  cloud.setTime(cloud.now() + minuteMs);
  expect(await who.ask('POST /me/deletion', sure)).toMatchObject({ dueAt: asked.dueAt });
  expect((await who.ask('GET /me', {})).profile).toMatchObject({ deletionDueAt: asked.dueAt });
  const notices = (await itemsOf(`V#${who.volunteerId}`)).filter(({ sk }) => sk.startsWith('N#'));
  expect(notices).toHaveLength(1);
});

test('said once only, or without having read → request_invalid', async () => {
  const who = await volunteer(cloud);
  for (const request of [{}, { understood: true }, { ...sure, sure: false }]) {
    expect(await who.call('POST /me/deletion', request as typeof sure)).toMatchObject(
      refused(400, 'request_invalid'),
    );
  }
  const guest = await newcomer(cloud);
  expect(await guest.call('POST /me/deletion', sure)).toMatchObject(refused(403, 'not_registered'));
});

test('a session that was revoked → session_expired', async () => {
  const who = await volunteer(cloud);
  await who.ask('DELETE /sessions', {});
  const answer = await cloud.call('POST /me/deletion', sure, who.session.accessToken);
  expect(answer).toMatchObject(refused(401, 'session_expired'));
});

test('kept after all → nothing is erased when the time comes', async () => {
  const who = await volunteer(cloud);
  await who.ask('POST /me/deletion', sure);
  expect(await who.ask('DELETE /me/deletion', {})).not.toHaveProperty('dueAt');
  await who.ask('DELETE /me/deletion', {});
  cloud.setTime(Date.now() + 8 * dayMs);
  await sweep();
  expect((await who.ask('GET /me', {})).profile).toMatchObject({ name: '李雷' });
  // And it can be asked for anew.
  await who.ask('POST /me/deletion', sure);
});

test('in service → first check out; checked out → it can go', async () => {
  const [who, organiser] = [await volunteer(cloud), await volunteer(cloud, '王组织')];
  const organisationId = await organisation([[organiser, 'organiser']]);
  const { shiftId, startsAt, endsAt } = await activity(cloud, { organiser, organisationId });
  cloud.setTime(startsAt);
  const scan = async (kind: 'checkin' | 'checkout') => {
    const { token } = await codeShown(organiser, shiftId, { kind });
    await who.ask('POST /checkins', { scanId: newRequestId(), token });
  };
  await scan('checkin');
  expect(await who.call('POST /me/deletion', sure)).toMatchObject(refused(409, 'shift_under_way'));
  cloud.setTime(endsAt);
  await scan('checkout');
  await who.ask('POST /me/deletion', sure);
});

test('a gift waits → first fetch it or call it off', async () => {
  const who = await volunteer(cloud);
  await earn(cloud, who, { '2026': 30 });
  const { rewardId } = await reward({});
  const redemptionId = newRequestId();
  await who.ask('POST /redemptions', { redemptionId, rewardId, price: 30 });
  expect(await who.call('POST /me/deletion', sure)).toMatchObject(refused(409, 'redemption_waits'));
  await who.ask('DELETE /redemptions/{redemptionId}', { redemptionId });
  await who.ask('POST /me/deletion', sure);
});

test('a gift that was reserved meanwhile → put off by a day, and said so', async () => {
  const who = await volunteer(cloud);
  await earn(cloud, who, { '2026': 30 });
  const { rewardId } = await reward({});
  await who.ask('POST /me/deletion', sure);
  const redemptionId = newRequestId();
  cloud.setTime(Date.now() + 7 * dayMs - minuteMs);
  await who.ask('POST /redemptions', { redemptionId, rewardId, price: 30 });
  cloud.setTime(Date.now() + 7 * dayMs + minuteMs);
  await sweep();
  expect((await who.ask('GET /me', {})).profile).toMatchObject({ name: '李雷' });
  const notices = (await itemsOf(`V#${who.volunteerId}`)).filter(({ sk }) => sk.startsWith('N#'));
  expect(notices.map(({ kind }) => kind)).toEqual(['account', 'account']);
  await who.ask('DELETE /redemptions/{redemptionId}', { redemptionId });
  cloud.setTime(Date.now() + 8 * dayMs + 2 * minuteMs);
  await sweep();
  const code = cloud.wechat.issueLoginCode(who.openid);
  const { volunteerId } = (await cloud.call('POST /sessions', { code })).body as {
    volunteerId: string;
  };
  expect(volunteerId).not.toBe(who.volunteerId);
});
