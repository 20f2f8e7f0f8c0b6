import type { WeChatServer } from '../../local/wechat-server';
import { startWeChatServer } from '../../local/wechat-server';

const app = { appId: 'wx1', appSecret: 's1' };
const minuteMs = 60_000;
let wechat: WeChatServer;
let time: number;

beforeEach(async () => {
  time = Date.UTC(2026, 10, 24);
  wechat = await startWeChatServer({ ...app, now: () => time });
});
afterEach(() => wechat.stop());

type Answer = Record<string, unknown> & { errcode?: number };
const get = async (at: string) => (await (await fetch(wechat.url + at)).json()) as Answer;
const post = (at: string, body: unknown) =>
  fetch(wechat.url + at, { method: 'POST', body: JSON.stringify(body) });
const postJson = async (at: string, body: unknown) =>
  (await (await post(at, body)).json()) as Answer;

const login = (code: string, more: Record<string, string> = {}) =>
  get(
    `/sns/jscode2session?${new URLSearchParams({
      ...{ appid: app.appId, secret: app.appSecret, js_code: code },
      ...{ grant_type: 'authorization_code', ...more },
    })}`,
  );
const tokenRequest = { grant_type: 'client_credential', appid: app.appId, secret: app.appSecret };
const stableToken = async (more = {}): Promise<{ access_token: string; expires_in: number }> =>
  (await postJson('/cgi-bin/stable_token', { ...tokenRequest, ...more })) as never;

describe('sns/jscode2session', () => {
  test('a fresh code → openid and session_key', async () => {
    const answer = await login(wechat.issueLoginCode('openid-1'));
    expect(answer).toEqual({ openid: 'openid-1', session_key: expect.any(String) });
  });

  test('a code used before → 40163; after five minutes or unknown → 40029', async () => {
    const [used, old] = [wechat.issueLoginCode('a'), wechat.issueLoginCode('b')];
    await login(used);
    expect((await login(used)).errcode).toBe(40163);
    time += 5 * minuteMs;
    expect((await login(old)).errcode).toBe(40029);
    expect((await login('unknown')).errcode).toBe(40029);
  });

  test.each([
    [{ appid: 'other' }, 40013],
    [{ secret: 'other' }, 40125],
    [{ grant_type: 'other' }, 40002],
    [{ js_code: '' }, 41008],
  ])('%j → %d', async (more, errcode) => {
    expect((await login(wechat.issueLoginCode('a'), more)).errcode).toBe(errcode);
  });
});

describe('cgi-bin/stable_token', () => {
  test('asked again → the same token; in its last five minutes → a new one, the old one still good', async () => {
    const first = await stableToken();
    expect(first.access_token).toHaveLength(512);
    expect(first.expires_in).toBe(7_200);
    time += 114 * minuteMs;
    expect(await stableToken()).toEqual({ ...first, expires_in: 360 });
    time += 2 * minuteMs;
    expect((await stableToken()).access_token).not.toBe(first.access_token);
    expect((await phone(first.access_token)).errcode).toBe(0);
    time += 5 * minuteMs;
    expect((await phone(first.access_token)).errcode).toBe(42001);
  });

  test('forced → a new one, and the old one is dead', async () => {
    const first = await stableToken();
    const second = await stableToken({ force_refresh: true });
    expect(second.access_token).not.toBe(first.access_token);
    expect((await phone(first.access_token)).errcode).toBe(40001);
  });
});

const phone = (token: string, code = wechat.issuePhoneCode('13800000000')) =>
  postJson(`/wxa/business/getuserphonenumber?access_token=${token}`, { code });

describe('wxa/business/getuserphonenumber', () => {
  test('a fresh code → the number; used, unknown or old → 40029', async () => {
    const { access_token } = await stableToken();
    const code = wechat.issuePhoneCode('13912345678');
    const answer = await phone(access_token, code);
    expect(answer).toMatchObject({
      errcode: 0,
      phone_info: { purePhoneNumber: '13912345678', countryCode: '86' },
    });
    expect((await phone(access_token, code)).errcode).toBe(40029);
    expect((await phone(access_token, 'unknown')).errcode).toBe(40029);
    expect((await phone(access_token, '')).errcode).toBe(41008);
  });

  test('a login code is no phone code', async () => {
    const { access_token } = await stableToken();
    expect((await phone(access_token, wechat.issueLoginCode('a'))).errcode).toBe(40029);
  });

  test('without a token, or with a made-up one → 41001, 40001', async () => {
    expect((await phone('')).errcode).toBe(41001);
    expect((await phone('made-up')).errcode).toBe(40001);
  });
});

describe('wxa/getwxacodeunlimit', () => {
  const draw = async (body: object) => {
    const { access_token } = await stableToken();
    return post(`/wxa/getwxacodeunlimit?access_token=${access_token}`, body);
  };

  test('a scene of 32 allowed characters → a PNG, another one for each scene', async () => {
    const scene = "AZaz09!#$&'()*+,/:;=?@-._~012345";
    const answer = await draw({ scene, page: 'checkins/scan/index', width: 280 });
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(bytes.readUInt32BE(16)).toBe(280);
    const other = Buffer.from(await (await draw({ scene: 'x', width: 280 })).arrayBuffer());
    expect(other.equals(bytes)).toBe(false);
  });

  test.each([
    [{ scene: 'x'.repeat(33) }, 40097],
    [{ scene: '' }, 40097],
    [{ scene: '50%' }, 40097],
    [{ scene: '签到' }, 40097],
    [{ scene: 'scancode_time=1' }, 85096],
    [{ scene: 'x', page: '/pages/index' }, 41030],
    [{ scene: 'x', page: 'pages/index?a=1' }, 41030],
    [{ scene: 'x', width: 2_000 }, 40097],
  ])('%j → %d as JSON', async (body, errcode) => {
    const answer = await draw(body);
    expect(answer.headers.get('content-type')).toContain('json');
    expect(((await answer.json()) as Answer).errcode).toBe(errcode);
  });
});

describe('failures on request', () => {
  test('an errcode, a status, no answer at all: each as often as asked, then well again', async () => {
    wechat.fail('/sns/jscode2session', { errcode: 40226 });
    wechat.fail('/sns/jscode2session', { errcode: 45011, times: 2 });
    const codes = [];
    for (let i = 0; i < 4; i++) codes.push((await login(wechat.issueLoginCode('a'))).errcode);
    expect(codes).toEqual([40226, 45011, 45011, undefined]);

    wechat.fail('/cgi-bin/stable_token', { status: 502 });
    expect((await post('/cgi-bin/stable_token', tokenRequest)).status).toBe(502);

    wechat.fail('/cgi-bin/stable_token', { timeout: true });
    const signal = AbortSignal.timeout(100);
    const silent = fetch(`${wechat.url}/cgi-bin/stable_token`, { method: 'POST', signal });
    await expect(silent).rejects.toThrow();
    expect(wechat.asked['/cgi-bin/stable_token']).toBe(2);
  });

  test('broken JSON → 47001; another path or method → 404', async () => {
    const broken = await fetch(`${wechat.url}/cgi-bin/stable_token`, { method: 'POST', body: '{' });
    expect(((await broken.json()) as Answer).errcode).toBe(47001);
    expect((await post('/sns/jscode2session', {})).status).toBe(404);
    expect((await fetch(`${wechat.url}/cgi-bin/token`)).status).toBe(404);
  });
});
