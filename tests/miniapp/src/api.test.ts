import { said } from '#shared/answers';
import { call, Refused, Unreachable } from '../../../miniapp/src/api';
import { serverNow } from '../../../miniapp/src/clock';
import type { Sent } from '../../../miniapp/src/device/request';
import { keep, leave, person } from '../../../miniapp/src/tokens';
import { freshPhone, network, no, noNetwork, ok, sent, sessionOf } from '../../support/phone';

jest.mock('../../../miniapp/src/device/storage', () => require('../../support/phone').phoneStorage);
jest.mock('../../../miniapp/src/device/request', () => require('../../support/phone').phoneRequest);

const wang = '0123456789ab';
const li = 'ba9876543210';
const me = { volunteerId: wang, minutes: 0, points: 0, now: Date.now() };
const bearer = ({ header }: Sent) => header.authorization?.replace('Bearer ', '');
const paths = () => sent.map(({ method, url }) => `${method} ${url}`);

beforeEach(() => {
  freshPhone();
  leave();
});

describe('the request', () => {
  beforeEach(() => network(() => ok({ shifts: [], now: Date.now() })));

  test('GET → path names filled, the rest in the query, absent ones left out', async () => {
    await call('GET /activities', {
      district: '370202',
      day: '20261124',
      category: undefined,
      cursor: 'a.b_c-d',
    });
    await call('GET /shifts/{shiftId}/roster', { shiftId: wang, limit: 20 });
    expect(paths()).toEqual([
      'GET /activities?district=370202&day=20261124&cursor=a.b_c-d',
      `GET /shifts/${wang}/roster?limit=20`,
    ]);
    expect(sent[0]?.body).toBeUndefined();
  });

  test('what is typed → encoded, so that it cannot become another path or field', async () => {
    await call('GET /codes/{token}', { token: '../me?x=1&y' });
    expect(paths()).toEqual(['GET /codes/..%2Fme%3Fx%3D1%26y']);
  });

  test('POST, PUT → a body; DELETE → none', async () => {
    await call('POST /redemptions', { redemptionId: 'R', rewardId: li, price: 30 });
    await call('PUT /shifts/{shiftId}/signup', { shiftId: wang, terms: li });
    await call('DELETE /shifts/{shiftId}/gates/{gate}', { shiftId: wang, gate: 2 });
    expect(sent.map(({ body }) => body)).toEqual([
      { redemptionId: 'R', rewardId: li, price: 30 },
      { terms: li },
      undefined,
    ]);
    expect(paths()[2]).toBe(`DELETE /shifts/${wang}/gates/2`);
    expect(sent.every(({ header }) => header['x-contract'] === '1')).toBe(true);
  });

  test('a guest → no authorization; signed in → the access token', async () => {
    await call('GET /activities', { district: '370202', day: '20261124' });
    keep(sessionOf(wang));
    await call('GET /activities', { district: '370202', day: '20261124' });
    expect(sent.map(bearer)).toEqual([undefined, `access-${wang}`]);
  });
});

describe('the answer', () => {
  const ask = () => call('GET /me', {});

  test('a refusal → its code, its status, the server’s own sentence', async () => {
    network(() => no(409, 'shift_full', '名额已满'));
    await expect(ask()).rejects.toMatchObject({
      code: 'shift_full',
      status: 409,
      message: '名额已满',
    });
  });

  test('a refusal without a sentence → that something went wrong', async () => {
    network(() => no(403, 'not_allowed', ''));
    await expect(ask()).rejects.toMatchObject({ message: said.fault });
  });

  test('a code this build does not know → the server’s sentence all the same', async () => {
    network(() => no(409, 'moon_too_full', '今天月亮太圆'));
    await expect(ask()).rejects.toMatchObject({ status: 409, message: '今天月亮太圆' });
    await expect(ask()).rejects.toBeInstanceOf(Refused);
  });

  test.each([
    ['no network', undefined],
    ['a sign-in page with 200', { status: 200, data: '<html>' }],
    ['an answer that is no object', { status: 200, data: null }],
    ['a portal that forbids', { status: 403, data: '<html>' }],
    ['a portal that speaks JSON', { status: 404, data: { error: 'x' } }],
    ['a redirect', { status: 302, data: '' }],
  ])('%s → unreachable: no id may be dropped for it', async (_, answer) => {
    network(() => answer);
    await expect(ask()).rejects.toBeInstanceOf(Unreachable);
  });

  test.each([
    [429, 'too_many_requests'],
    [502, 'busy'],
  ])('a gateway says %d without our form → %s', async (status, code) => {
    network(() => ({ status, data: { message: 'Too Many Requests' } }));
    await expect(ask()).rejects.toMatchObject({ code, status });
  });

  test('its time → becomes the phone’s', async () => {
    network(() => ok({ ...me, now: Date.now() + 7_200_000 }));
    await ask();
    expect(Math.abs(serverNow() - Date.now() - 7_200_000)).toBeLessThan(1_000);
    network(() => ok({ ...me, now: Date.now() }));
    await ask();
  });
});

describe('an expired session', () => {
  const cloud = (fresh = 'new-access') => {
    network((request) => {
      if (request.url.endsWith('/sessions/refresh')) {
        return request.body?.refreshToken === `refresh-${wang}`
          ? ok(sessionOf(wang, { accessToken: fresh, refreshToken: 'refresh-2' }))
          : no(401, 'session_expired');
      }
      return bearer(request) === fresh ? ok(me) : no(401, 'session_expired');
    });
  };

  test('401 → renewed once, sent again, answered', async () => {
    keep(sessionOf(wang));
    cloud();
    await expect(call('GET /me', {})).resolves.toMatchObject({ volunteerId: wang });
    expect(paths()).toEqual(['GET /me', 'POST /sessions/refresh', 'GET /me']);
    expect(person()).toMatchObject({ accessToken: 'new-access', refreshToken: 'refresh-2' });
  });

  test('five calls find out together → one renewal', async () => {
    keep(sessionOf(wang));
    cloud();
    await Promise.all(Array.from({ length: 5 }, () => call('GET /me', {})));
    expect(paths().filter((path) => path.includes('refresh'))).toHaveLength(1);
  });

  test('known to be over → renewed before sending', async () => {
    keep(sessionOf(wang, { accessExpiresAt: 1 }));
    cloud();
    await call('GET /me', {});
    expect(paths()).toEqual(['POST /sessions/refresh', 'GET /me']);
  });

  test('still 401 after the renewal → refused, no third try', async () => {
    keep(sessionOf(wang));
    network(({ url }) =>
      url.endsWith('refresh') ? ok(sessionOf(wang)) : no(401, 'session_expired'),
    );
    await expect(call('GET /me', {})).rejects.toMatchObject({ code: 'session_expired' });
    expect(sent).toHaveLength(3);
  });

  test('the renewal is refused → a guest, whom open routes still serve', async () => {
    keep(sessionOf(wang));
    network((request) => {
      if (request.url.endsWith('refresh')) return no(401, 'session_expired');
      return bearer(request) ? no(401, 'session_expired') : ok({ shifts: [], now: Date.now() });
    });
    const answer = await call('GET /activities', { district: '370202', day: '20261124' });
    expect(answer.shifts).toEqual([]);
    expect(person()).toBeUndefined();
  });

  test('no network while renewing → unreachable, and still signed in', async () => {
    keep(sessionOf(wang, { accessExpiresAt: 1 }));
    network(noNetwork);
    await expect(call('GET /me', {})).rejects.toBeInstanceOf(Unreachable);
    expect(person()?.volunteerId).toBe(wang);
  });

  test('another person signs in while it is renewed → nothing is sent in their name', async () => {
    keep(sessionOf(wang, { accessExpiresAt: 1 }));
    network(({ url }) => {
      if (!url.endsWith('refresh')) return ok(me);
      keep(sessionOf(li));
      return ok(sessionOf(wang));
    });
    await expect(call('GET /me', {})).rejects.toBeInstanceOf(Unreachable);
    expect(sent).toHaveLength(1);
    expect(person()?.volunteerId).toBe(li);
  });
});
