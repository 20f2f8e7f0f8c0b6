import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { WeChatPath, WeChatServer } from '../../../local/wechat-server';
import { startWeChatServer } from '../../../local/wechat-server';

const app = { appId: 'wx-test', appSecret: 'secret' };
let server: WeChatServer;
let moved = 0;
/** A fresh function: it holds no access token yet. */
let wechat: typeof import('../../../functions/platform/wechat');

beforeAll(async () => {
  server = await startWeChatServer({ ...app, now: () => Date.now() + moved });
});
afterAll(() => server.stop());
beforeEach(() => {
  moved = 0;
  Object.assign(process.env, {
    WECHAT_API: server.url,
    WECHAT_APP_ID: app.appId,
    WECHAT_APP_SECRET: app.appSecret,
  });
  jest.isolateModules(() => {
    wechat = require('../../../functions/platform/wechat');
  });
});

const refused = (code: string) => expect.objectContaining({ code });
const unavailable = refused('wechat_unavailable');
/** How often each path is asked while `run` runs. */
async function askedBy(run: () => Promise<unknown>): Promise<Partial<Record<WeChatPath, number>>> {
  const before = { ...server.asked };
  await run();
  const paths = Object.keys(before) as WeChatPath[];
  return Object.fromEntries(
    paths.flatMap((path) =>
      server.asked[path] > before[path] ? [[path, server.asked[path] - before[path]]] : [],
    ),
  );
}

describe('who a login code is', () => {
  test('a fresh code → the openid and nothing else: the session_key goes no further', async () => {
    const code = server.issueLoginCode('openid-1');
    expect(await wechat.personOf(code)).toEqual({ openid: 'openid-1' });
  });

  test.each([
    ['never issued', () => 'nonsense', 'login_code_invalid'],
    ['that somebody else’s app got', () => '0a1b2c', 'login_code_invalid'],
  ])('a code %s (40029) → %s', async (_name, code, fact) => {
    await expect(wechat.personOf(code())).rejects.toEqual(refused(fact));
  });

  test('a used code (40163) → login_code_invalid', async () => {
    const code = server.issueLoginCode('openid-1');
    await wechat.personOf(code);
    await expect(wechat.personOf(code)).rejects.toEqual(refused('login_code_invalid'));
  });

  test('a code after five minutes (40029) → login_code_invalid', async () => {
    const code = server.issueLoginCode('openid-1');
    moved = 5 * 60_000 + 1;
    await expect(wechat.personOf(code)).rejects.toEqual(refused('login_code_invalid'));
  });

  test.each([
    ['40226, an account at risk', { errcode: 40226 }, 'account_at_risk'],
    ['45011, too often', { errcode: 45011 }, 'too_many_requests'],
    ['-1, busy', { errcode: -1 }, 'wechat_unavailable'],
    ['an errcode nobody documented', { errcode: 99999 }, 'wechat_unavailable'],
    ['status 500', { status: 500 }, 'wechat_unavailable'],
    ['status 302', { status: 302 }, 'wechat_unavailable'],
  ])('WeChat answers %s → %s', async (_name, failure, fact) => {
    server.fail('/sns/jscode2session', failure);
    const code = server.issueLoginCode('openid-1');
    await expect(wechat.personOf(code)).rejects.toEqual(refused(fact));
  });

  test('WeChat answers nothing → wechat_unavailable within about five seconds', async () => {
    server.fail('/sns/jscode2session', { timeout: true });
    const startedAt = Date.now();
    const code = server.issueLoginCode('openid-1');
    await expect(wechat.personOf(code)).rejects.toEqual(unavailable);
    expect(Date.now() - startedAt).toBeLessThan(8_000);
  });

  test('the app’s secret is wrong → wechat_unavailable, which is ours to repair', async () => {
    process.env.WECHAT_APP_SECRET = 'other';
    const code = server.issueLoginCode('openid-1');
    await expect(wechat.personOf(code)).rejects.toEqual(unavailable);
  });

  test('nobody listens → wechat_unavailable', async () => {
    process.env.WECHAT_API = 'http://127.0.0.1:9';
    await expect(wechat.personOf('code')).rejects.toEqual(unavailable);
  });
});

describe('something that is not WeChat answers', () => {
  let odd: Server;
  let answer: { type: string; body: string };
  beforeAll(async () => {
    odd = createServer((_, response) => {
      response.writeHead(200, { 'content-type': answer.type });
      response.end(answer.body);
    });
    await new Promise<void>((resolve) => odd.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => odd.close(resolve)));

  test.each([
    ['a page', { type: 'text/html', body: '<html>登录上网</html>' }],
    ['nothing', { type: 'application/json', body: '' }],
    ['half a JSON', { type: 'application/json', body: '{"openid":' }],
    ['JSON without an openid', { type: 'application/json', body: '{"session_key":"k"}' }],
  ])('%s → wechat_unavailable', async (_name, given) => {
    answer = given;
    const address = odd.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    process.env.WECHAT_API = `http://127.0.0.1:${port}`;
    await expect(wechat.personOf('code')).rejects.toEqual(unavailable);
    await expect(wechat.phoneNumberOf('code')).rejects.toEqual(unavailable);
  });

  test('a unionid is handed on, the session_key is not', async () => {
    answer = { type: 'text/plain', body: '{"openid":"o","unionid":"u","session_key":"k"}' };
    const address = odd.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    process.env.WECHAT_API = `http://127.0.0.1:${port}`;
    expect(await wechat.personOf('code')).toEqual({ openid: 'o', unionid: 'u' });
  });
});

describe('the number behind a phone code', () => {
  const path = '/wxa/business/getuserphonenumber';
  const numberOf = () => wechat.phoneNumberOf(server.issuePhoneCode('13800000000'));

  test('a fresh code → the number; the access token is fetched once and kept', async () => {
    const asked = await askedBy(async () => {
      expect(await numberOf()).toBe('13800000000');
      expect(await numberOf()).toBe('13800000000');
    });
    expect(asked).toEqual({ '/cgi-bin/stable_token': 1, [path]: 2 });
  });

  test('the token nears its end → a new one is fetched before it dies', async () => {
    await numberOf();
    const later = Date.now() + 6_900_001;
    const clock = jest.spyOn(Date, 'now').mockReturnValue(later);
    expect(await askedBy(numberOf)).toEqual({ '/cgi-bin/stable_token': 1, [path]: 1 });
    clock.mockRestore();
  });

  test.each([40001, 40014, 42001])(
    'the token died early (%i) → fetched anew, once',
    async (errcode) => {
      await numberOf();
      server.fail(path, { errcode });
      const asked = await askedBy(async () => expect(await numberOf()).toBe('13800000000'));
      expect(asked).toEqual({ '/cgi-bin/stable_token': 1, [path]: 2 });
    },
  );

  test('the token seems dead again and again → wechat_unavailable after two tries', async () => {
    server.fail(path, { errcode: 42001, times: 2 });
    const asked = await askedBy(async () => expect(numberOf()).rejects.toEqual(unavailable));
    expect(asked[path]).toBe(2);
  });

  test('no token to be had → wechat_unavailable, the number is not asked for', async () => {
    server.fail('/cgi-bin/stable_token', { errcode: 45009 });
    const asked = await askedBy(async () => expect(numberOf()).rejects.toEqual(unavailable));
    expect(asked).toEqual({ '/cgi-bin/stable_token': 1 });
  });

  test('a code that was used, or never issued → phone_code_invalid', async () => {
    const code = server.issuePhoneCode('13800000000');
    await wechat.phoneNumberOf(code);
    for (const spent of [code, 'nonsense']) {
      await expect(wechat.phoneNumberOf(spent)).rejects.toEqual(refused('phone_code_invalid'));
    }
  });

  test.each([
    [{ errcode: 40013 }, 'phone_code_invalid'],
    [{ errcode: 45011 }, 'too_many_requests'],
    [{ errcode: -1 }, 'wechat_unavailable'],
    [{ status: 502 }, 'wechat_unavailable'],
  ])('WeChat answers %j → %s', async (failure, fact) => {
    server.fail(path, failure);
    await expect(numberOf()).rejects.toEqual(refused(fact));
  });
});

describe('the picture for print', () => {
  const path = '/wxa/getwxacodeunlimit';
  const drawn = (scene = 'A'.repeat(28)) => wechat.printedCode(scene, 'tabs/scan/index');

  test('a scene that fits → a PNG', async () => {
    const picture = Buffer.from((await drawn()) ?? '', 'base64');
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
  });

  test.each([
    ['a scene that is too long', 'A'.repeat(33)],
    ['a scene with a space', 'a b'],
  ])('%s → JSON comes instead, no picture', async (_name, scene) => {
    expect(await drawn(scene)).toBeUndefined();
  });

  test('WeChat refuses to draw (45009) → no picture', async () => {
    server.fail(path, { errcode: 45009 });
    expect(await drawn()).toBeUndefined();
  });

  test('the token died early → fetched anew, once, and drawn', async () => {
    await drawn();
    server.fail(path, { errcode: 42001 });
    const asked = await askedBy(async () => expect(await drawn()).toBeDefined());
    expect(asked).toEqual({ '/cgi-bin/stable_token': 1, [path]: 2 });
  });

  test('WeChat is down → wechat_unavailable', async () => {
    server.fail(path, { status: 503 });
    await expect(drawn()).rejects.toEqual(unavailable);
  });
});
