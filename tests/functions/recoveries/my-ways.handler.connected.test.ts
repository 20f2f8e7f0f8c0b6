import type { Session } from '#shared/sessions';
import { minuteMs } from '#shared/time';
import { secretsOf } from '../../../local/secrets';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { newcomer, volunteer } from '../../support/given';
import { allItems, itemsOf } from '../../support/items';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.setTime(Date.now()));

let phones = 0;
const fresh = () => `1371111${String(++phones).padStart(4, '0')}`;
const codeFor = async (phone: string, purpose: 'sign_in' | 'change' = 'change') => {
  const sent = await cloud.call('POST /sms-codes', { phone, purpose, requestId: newRequestId() });
  expect(sent.status).toBe(200);
  return cloud.sms.messages.findLast((one) => one.phone === phone)?.code ?? '';
};
const bySms = async (phone: string): Promise<Session> => {
  const code = await codeFor(phone, 'sign_in');
  const request = { phone, code, requestId: newRequestId() };
  return (await cloud.call('POST /sessions/by-phone', request)).body as Session;
};
const change = async (accessToken: string, phone: string, requestId = newRequestId()) =>
  cloud.call('PUT /me/phone', { phone, code: await codeFor(phone), requestId }, accessToken);
const waysOf = async ({ accessToken }: { accessToken: string }) =>
  (await cloud.call('GET /me/ways', {}, accessToken)).body as { ways: object[] };
const refresh = ({ refreshToken }: Session) =>
  cloud.call('POST /sessions/refresh', { refreshToken });
const keysOf = async ({ volunteerId }: { volunteerId: string }) =>
  (await allItems()).filter((one) => one.sk === '#I' && one.volunteerId === volunteerId);
const masked = (phone: string) => `${phone.slice(0, 3)}******${phone.slice(-2)}`;
const fails = (status: number, code: string) => ({ status, body: { code } });
const wechatOf = (person: { accessToken: string }, openid: string) =>
  cloud.call(
    'PUT /me/wechat',
    { loginCode: cloud.wechat.issueLoginCode(openid) },
    person.accessToken,
  );

describe('my ways in', () => {
  test('who came by WeChat → one way, the current one; no mark, no number', async () => {
    const { session } = await newcomer(cloud);
    const shown = await waysOf(session);
    expect(shown.ways).toEqual([{ kind: 'weapp', current: true, since: expect.any(Number) }]);
  });

  test('under a new pepper → still one way to look at', async () => {
    const person = await newcomer(cloud);
    const kept = process.env.WAY_PEPPERS;
    process.env.WAY_PEPPERS = `${secretsOf(undefined).WAY_PEPPERS.replace('1:', '2:')},${kept}`;
    const again = await newcomer(cloud, person.openid);
    const shown = await waysOf(again.session);
    process.env.WAY_PEPPERS = kept;
    expect(shown.ways).toMatchObject([{ kind: 'weapp', current: true }]);
  });
});

describe('another phone', () => {
  test('the first → a second way in; the profile has it as verified; a notice tells', async () => {
    const person = await volunteer(cloud);
    const phone = fresh();
    const answer = await change(person.session.accessToken, phone);
    expect(answer.status).toBe(200);
    const session = answer.body as Session;
    expect((await waysOf(session)).ways).toMatchObject([
      { kind: 'weapp', current: false },
      { kind: 'phone', masked: masked(phone), current: true },
    ]);
    const { body } = await cloud.call('GET /me', {}, session.accessToken);
    expect(body).toMatchObject({ profile: { maskedPhone: masked(phone), phoneVerified: true } });
    const notices = (await itemsOf(`V#${person.volunteerId}`)).filter(({ sk }) =>
      sk.startsWith('N#'),
    );
    expect(notices).toMatchObject([{ kind: 'account', link: { page: '/sessions/ways/index' } }]);
    expect((await bySmsLater(phone)).volunteerId).toBe(person.volunteerId);
  });

  test('a new one → the old number opens nothing any more, every other session ends', async () => {
    const [older, newer] = [fresh(), fresh()];
    const first = await bySms(older);
    const tablet = await bySmsLater(older);
    const changed = (await change(first.accessToken, newer)).body as Session;
    expect(changed.volunteerId).toBe(first.volunteerId);
    for (const dead of [first, tablet]) expect((await refresh(dead)).status).toBe(401);
    expect((await refresh(changed)).status).toBe(200);
    expect(await keysOf(first)).toHaveLength(1);
    cloud.setTime(cloud.now() + 4 * minuteMs);
    expect((await bySms(older)).volunteerId).not.toBe(first.volunteerId);
  });

  test('there and back again → no session of the first time comes to life', async () => {
    const [one, two] = [fresh(), fresh()];
    const first = await bySms(one);
    cloud.setTime(cloud.now() + 2 * minuteMs);
    const second = (await change(first.accessToken, two)).body as Session;
    cloud.setTime(cloud.now() + 2 * minuteMs);
    const third = (await change(second.accessToken, one)).body as Session;
    expect((await refresh(first)).status).toBe(401);
    expect((await refresh(second)).status).toBe(401);
    expect((await refresh(third)).status).toBe(200);
  });

  test('the answer was lost → the same request gives a session again, and changes nothing', async () => {
    const person = await volunteer(cloud);
    const [phone, requestId] = [fresh(), newRequestId()];
    const code = await codeFor(phone);
    const send = () =>
      cloud.call('PUT /me/phone', { phone, code, requestId }, person.session.accessToken);
    const answers = [await send(), await send()];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await refresh(answers[1]?.body as Session)).status).toBe(200);
    expect(await keysOf(person)).toHaveLength(2);
  });

  test("another volunteer's → phone_taken, nothing changes; an account without anything gives it up", async () => {
    const [theirs, empty] = [fresh(), fresh()];
    const other = await bySms(theirs);
    await registered(other, theirs);
    const abandoned = await bySms(empty);
    const person = await volunteer(cloud);
    cloud.setTime(cloud.now() + 2 * minuteMs);
    const { accessToken } = person.session;
    expect(await change(accessToken, theirs)).toMatchObject(fails(409, 'phone_taken'));
    expect(await keysOf(person)).toHaveLength(1);
    expect(await keysOf(other)).toHaveLength(1);
    expect((await change(accessToken, empty)).status).toBe(200);
    expect(await keysOf(abandoned)).toHaveLength(0);
    expect((await refresh(abandoned)).status).toBe(401);
  });

  test('two persons take one number at once → one has it, the other is told', async () => {
    const [one, two] = [await volunteer(cloud), await volunteer(cloud)];
    const phone = fresh();
    const code = await codeFor(phone);
    const answers = await Promise.all(
      [one, two].map(({ session }) =>
        cloud.call(
          'PUT /me/phone',
          { phone, code, requestId: newRequestId() },
          session.accessToken,
        ),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410]);
    const counts = [(await keysOf(one)).length, (await keysOf(two)).length];
    expect(counts.sort()).toEqual([1, 2]);
  });

  test('a session that was signed out → 401, though the access token still lives', async () => {
    const { session } = await volunteer(cloud);
    await cloud.call('DELETE /sessions', {}, session.accessToken);
    const answer = await change(session.accessToken, fresh());
    expect(answer).toMatchObject(fails(401, 'session_expired'));
  });
});

describe('this WeChat', () => {
  test('of nobody, or of an account without anything → a way in, and the session goes on', async () => {
    const phone = fresh();
    const person = await bySms(phone);
    await registered(person, phone);
    const stranger = await newcomer(cloud);
    const linked = (await wechatOf(person, stranger.openid)).body as Session;
    expect(linked.volunteerId).toBe(person.volunteerId);
    expect(await keysOf(stranger)).toHaveLength(0);
    expect((await newcomer(cloud, stranger.openid)).volunteerId).toBe(person.volunteerId);
    const again = await wechatOf(linked, stranger.openid);
    expect(again).toMatchObject({ status: 200, body: { volunteerId: person.volunteerId } });
    expect((await refresh(linked)).status).toBe(200);
  });

  test('of another volunteer → wechat_taken', async () => {
    const other = await volunteer(cloud);
    const person = await bySms(fresh());
    expect(await wechatOf(person, other.openid)).toMatchObject(fails(409, 'wechat_taken'));
    expect(await keysOf(other)).toHaveLength(1);
  });

  test('signing out → the sessions of the phone and of WeChat end', async () => {
    const person = await volunteer(cloud);
    const byPhone = (await change(person.session.accessToken, fresh())).body as Session;
    const byWeChat = await newcomer(cloud, person.openid);
    await cloud.call('DELETE /sessions', {}, byPhone.accessToken);
    for (const dead of [byPhone, byWeChat.session]) expect((await refresh(dead)).status).toBe(401);
  });
});

async function bySmsLater(phone: string): Promise<Session> {
  cloud.setTime(cloud.now() + 2 * minuteMs);
  return bySms(phone);
}

async function registered({ accessToken }: Session, phoneNumber: string): Promise<void> {
  const registration = {
    ...{ name: '李雷', district: '370202' as const, birthMonth: '199001' },
    ...{ phoneNumber, consent: true as const },
  };
  expect((await cloud.call('POST /me', registration, accessToken)).status).toBe(200);
}
