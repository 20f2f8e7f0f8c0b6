import * as z from 'zod';
import type { Session } from '#shared/sessions';
import { session } from '#shared/sessions';
import { minuteMs } from '#shared/time';
import * as value from '#shared/values';
import { accessMs, refreshMs } from '../../../functions/platform/session';
import { secretsOf } from '../../../local/secrets';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { activity, newcomer, organisation, volunteer } from '../../support/given';
import { allItems, itemsOf } from '../../support/items';
import { watchRequests } from '../../support/requests';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.setTime(Date.now()));

let openids = 0;
const fresh = () => `signing-in-${++openids}`;
const signIn = (openid: string) =>
  cloud.call('POST /sessions', { code: cloud.wechat.issueLoginCode(openid) });
const signedIn = async (openid: string): Promise<Session> => {
  const { status, body } = await signIn(openid);
  expect(status).toBe(200);
  return body as Session;
};
const refresh = (refreshToken: string) => cloud.call('POST /sessions/refresh', { refreshToken });
const waysOf = async (volunteerId: string) =>
  (await allItems()).filter((item) => item.sk === '#I' && item.volunteerId === volunteerId);

test('somebody new → a random id, an empty wallet and one way in; nothing else is kept', async () => {
  const before = (await allItems()).length;
  const answer = await signedIn(fresh());
  expect(z.strictObject(session.shape).parse(answer)).toEqual(answer);
  expect(value.id.safeParse(answer.volunteerId).success).toBe(true);
  expect(await itemsOf(`V#${answer.volunteerId}`)).toMatchObject([
    { sk: '#I', ways: [{ kind: 'weapp' }] },
    { sk: '#W', minutes: 0, byYear: {}, hours: { sequence: 0 } },
  ]);
  expect(await waysOf(answer.volunteerId)).toMatchObject([{ epoch: 1, pepperVersion: 1 }]);
  expect((await allItems()).length).toBe(before + 3);
  expect(answer.accessExpiresAt - answer.now).toBe(accessMs);
});

test('the same person again → the same volunteer, for one read and no write', async () => {
  const openid = fresh();
  const first = await signedIn(openid);
  const watched = watchRequests();
  const second = await signedIn(openid);
  watched.stop();
  expect(second.volunteerId).toBe(first.volunteerId);
  expect(watched.names()).toEqual(['BatchGetItemCommand']);
});

test('two persons → two volunteers, ids that tell nothing of each other', async () => {
  const ids = await Promise.all(Array.from({ length: 10 }, () => signedIn(fresh())));
  expect(new Set(ids.map(({ volunteerId }) => volunteerId)).size).toBe(10);
});

test('one person on ten phones at once → one volunteer, one wallet, one way in', async () => {
  const openid = fresh();
  const answers = await Promise.all(Array.from({ length: 10 }, () => signIn(openid)));
  const good = answers.flatMap(({ status, body }) => (status === 200 ? [body as Session] : []));
  expect(good.length).toBe(10);
  const [volunteerId = '', ...others] = new Set(good.map((one) => one.volunteerId));
  expect(others).toEqual([]);
  expect(await waysOf(volunteerId)).toHaveLength(1);
});

test.each([
  ['a used code', undefined, 401, 'login_code_invalid'],
  ['an account at risk', { errcode: 40226 }, 403, 'account_at_risk'],
  ['WeChat asked too often', { errcode: 45011 }, 429, 'too_many_requests'],
  ['WeChat down', { status: 502 }, 503, 'wechat_unavailable'],
])('%s → refused, and nothing is kept', async (_name, failure, status, fact) => {
  const code = cloud.wechat.issueLoginCode(fresh());
  if (failure) cloud.wechat.fail('/sns/jscode2session', failure);
  else await cloud.call('POST /sessions', { code });
  const before = await allItems();
  expect(await cloud.call('POST /sessions', { code })).toMatchObject({
    ...{ status, body: { code: fact } },
  });
  expect(await allItems()).toEqual(before);
});

test('an openid from the client → refused, WeChat is not even asked', async () => {
  const asked = cloud.wechat.asked['/sns/jscode2session'];
  const code = cloud.wechat.issueLoginCode(fresh());
  for (const request of [{ openid: 'o' }, { code, openid: 'o' }, { code, volunteerId: 'v' }]) {
    const body = JSON.stringify(request);
    expect((await cloud.send({ route: 'POST /sessions', body })).statusCode).toBe(400);
  }
  expect(cloud.wechat.asked['/sns/jscode2session']).toBe(asked);
});

describe('refreshing', () => {
  test('a refresh token → new tokens of the same person, for one read', async () => {
    const first = await signedIn(fresh());
    cloud.setTime(cloud.now() + 11 * minuteMs);
    const watched = watchRequests();
    const next = await refresh(first.refreshToken);
    watched.stop();
    expect(next).toMatchObject({ status: 200, body: { volunteerId: first.volunteerId } });
    expect(watched.names()).toEqual(['BatchGetItemCommand']);
    const { accessToken } = next.body as Session;
    expect(await cloud.call('GET /me', {}, first.accessToken)).toMatchObject({ status: 401 });
    expect(await cloud.call('GET /me', {}, accessToken)).toMatchObject({ status: 200 });
  });

  test.each([
    ['an access token', ({ accessToken }: Session) => accessToken],
    ['half a token', ({ refreshToken }: Session) => refreshToken.slice(0, -10)],
    ['nonsense', () => 'x.y.z'],
  ])('%s → session_expired', async (_name, pick) => {
    const answer = await refresh(pick(await signedIn(fresh())));
    expect(answer).toMatchObject({ status: 401, body: { code: 'session_expired' } });
  });

  test('a refresh token does not serve as an access token', async () => {
    const { refreshToken } = await signedIn(fresh());
    expect(await cloud.call('GET /me', {}, refreshToken)).toMatchObject({ status: 401 });
  });

  test('after sixty days → session_expired', async () => {
    const { refreshToken } = await signedIn(fresh());
    cloud.setTime(cloud.now() + refreshMs - 1_000);
    expect(await refresh(refreshToken)).toMatchObject({ status: 200 });
    cloud.setTime(cloud.now() + 2_000);
    expect(await refresh(refreshToken)).toMatchObject({ status: 401 });
  });
});

describe('signing out', () => {
  test('on one phone → refreshing ends on every phone; signing in again is a new session', async () => {
    const openid = fresh();
    const [phone, tablet] = [await signedIn(openid), await signedIn(openid)];
    const out = () => cloud.call('DELETE /sessions', {}, phone.accessToken);
    expect(await out()).toMatchObject({ status: 200, body: { done: true } });
    for (const { refreshToken } of [phone, tablet]) {
      expect(await refresh(refreshToken)).toMatchObject({ status: 401 });
    }
    const again = await signedIn(openid);
    expect(again.volunteerId).toBe(phone.volunteerId);
    // The late repetition of the old phone's request does not sign the new session out.
    expect(await out()).toMatchObject({ status: 200 });
    expect(await refresh(again.refreshToken)).toMatchObject({ status: 200 });
  });

  test('staff → their commands end at once, though the access token still lives', async () => {
    const organiser = await volunteer(cloud, '王组织');
    const organisationId = await organisation([[organiser, 'organiser']]);
    const { shiftId } = await activity(cloud, { organiser, organisationId });
    const { accessToken } = organiser.session;
    const gates = () => cloud.call('POST /shifts/{shiftId}/gates', { shiftId }, accessToken);
    expect(await gates()).toMatchObject({ status: 200 });
    await cloud.call('DELETE /sessions', {}, accessToken);
    expect(await gates()).toMatchObject({ status: 401, body: { code: 'session_expired' } });
    expect(await cloud.call('GET /me', {}, accessToken)).toMatchObject({ status: 200 });
  });
});

describe('secrets rotate', () => {
  const kept = { ...process.env };
  beforeAll(() => Object.assign(kept, process.env));
  afterEach(() => {
    process.env.WAY_PEPPERS = kept.WAY_PEPPERS;
    process.env.SESSION_SECRETS = kept.SESSION_SECRETS;
  });
  const newer = (name: 'WAY_PEPPERS' | 'SESSION_SECRETS') =>
    secretsOf(undefined)[name].replace('1:', '2:');

  test('the pepper → the same volunteer under a new way in, found without the old pepper later', async () => {
    const openid = fresh();
    const before = await signedIn(openid);
    const fresher = newer('WAY_PEPPERS');
    process.env.WAY_PEPPERS = `${fresher},${kept.WAY_PEPPERS}`;
    const after = await signedIn(openid);
    expect(after.volunteerId).toBe(before.volunteerId);
    const ways = await waysOf(before.volunteerId);
    expect(ways.map(({ pepperVersion }) => pepperVersion).sort()).toEqual([1, 2]);
    process.env.WAY_PEPPERS = fresher;
    expect((await signedIn(openid)).volunteerId).toBe(before.volunteerId);
  });

  test('the pepper, ten phones at once → still one volunteer and one new way in', async () => {
    const openid = fresh();
    const { volunteerId } = await signedIn(openid);
    process.env.WAY_PEPPERS = `${newer('WAY_PEPPERS')},${kept.WAY_PEPPERS}`;
    const answers = await Promise.all(Array.from({ length: 10 }, () => signIn(openid)));
    expect(answers.map(({ body }) => (body as Session).volunteerId)).toEqual(
      Array(10).fill(volunteerId),
    );
    expect(await waysOf(volunteerId)).toHaveLength(2);
  });

  test('the pepper, then signing out → no session from before lives on under the old way in', async () => {
    const openid = fresh();
    const before = await signedIn(openid);
    process.env.WAY_PEPPERS = `${newer('WAY_PEPPERS')},${kept.WAY_PEPPERS}`;
    const after = await signedIn(openid);
    await cloud.call('DELETE /sessions', {}, after.accessToken);
    expect(await refresh(after.refreshToken)).toMatchObject({ status: 401 });
    expect(await refresh(before.refreshToken)).toMatchObject({ status: 401 });
  });

  test("another cloud's session secret under the same number → session_expired", async () => {
    const { accessToken, refreshToken } = await signedIn(fresh());
    process.env.SESSION_SECRETS = secretsOf(undefined).SESSION_SECRETS;
    expect(await cloud.call('GET /me', {}, accessToken)).toMatchObject({ status: 401 });
    expect(await refresh(refreshToken)).toMatchObject({ status: 401 });
    process.env.SESSION_SECRETS = `${newer('SESSION_SECRETS')},${kept.SESSION_SECRETS}`;
    expect(await cloud.call('GET /me', {}, accessToken)).toMatchObject({ status: 200 });
  });
});

test('one person without a pause → 429 after the burst, with when to come again; others go on', async () => {
  const hasty = await newcomer(cloud);
  const { accessToken } = hasty.session;
  const headers = { authorization: `Bearer ${accessToken}` };
  let answer = await cloud.send({ route: 'GET /me', headers });
  for (let count = 0; count < 1_000 && answer.statusCode === 200; count++) {
    answer = await cloud.send({ route: 'GET /me', headers });
  }
  expect(answer).toMatchObject({ statusCode: 429, headers: { 'retry-after': '2' } });
  expect(await (await newcomer(cloud)).call('GET /me', {})).toMatchObject({ status: 200 });
});
