import type { WeChatServer } from '../../../local/wechat-server';
import { startWeChatServer } from '../../../local/wechat-server';

const app = { appId: 'wx-test', appSecret: 'secret' };
const path = '/intp/realname/checkrealnameinfo';
const known = { name: '李雷', identityNumber: '11010519491231002X' };
let server: WeChatServer;
let nameMatches: typeof import('../../../functions/platform/identity').nameMatches;

beforeAll(async () => {
  server = await startWeChatServer(app);
  Object.assign(process.env, {
    WECHAT_API: server.url,
    WECHAT_APP_ID: app.appId,
    WECHAT_APP_SECRET: app.appSecret,
  });
  jest.isolateModules(() => {
    ({ nameMatches } = require('../../../functions/platform/identity'));
  });
});
afterAll(() => server.stop());

const asked = (more: object = {}, knownAs: typeof known | undefined = known) =>
  nameMatches({
    ...{ openid: 'o-1', name: known.name, identityNumber: known.identityNumber },
    code: server.issueRealNameCode('o-1', knownAs),
    ...more,
  });
const refused = (code: string) => expect.objectContaining({ code });

test('name and number are those of WeChat Pay → matches; either is another → differs', async () => {
  expect(await asked()).toBe('matches');
  expect(await asked({ name: '李蕾' })).toBe('differs');
  expect(await asked({ identityNumber: '370202199003072831' })).toBe('differs');
});

test('WeChat does not know the person by name → unknown', async () => {
  const code = server.issueRealNameCode('o-1');
  expect(await asked({ code })).toBe('unknown');
});

test('a code that is used, made up, or another person’s → real_name_code_invalid', async () => {
  const code = server.issueRealNameCode('o-1', known);
  await asked({ code });
  for (const one of [code, 'nonsense', server.issueRealNameCode('o-2', known)]) {
    await expect(asked({ code: one })).rejects.toEqual(refused('real_name_code_invalid'));
  }
});

test.each([
  [{ errcode: 45009 }, 'too_many_requests'],
  [{ errcode: 45011 }, 'too_many_requests'],
  [{ errcode: -1 }, 'wechat_unavailable'],
  [{ errcode: 40097 }, 'wechat_unavailable'],
  [{ status: 502 }, 'wechat_unavailable'],
])('WeChat answers %j → %s', async (failure, fact) => {
  server.fail(path, failure);
  await expect(asked()).rejects.toEqual(refused(fact));
});

test('the access token died early → fetched anew, once', async () => {
  await asked();
  server.fail(path, { errcode: 42001 });
  const before = server.asked['/cgi-bin/stable_token'];
  expect(await asked()).toBe('matches');
  expect(server.asked['/cgi-bin/stable_token']).toBe(before + 1);
});
