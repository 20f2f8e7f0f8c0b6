import type { WeChatServer } from '../../../local/wechat-server';
import { startWeChatServer } from '../../../local/wechat-server';

const app = { appId: 'wx-test', appSecret: 'secret' };
let server: WeChatServer;
/** A fresh function: it holds no access token yet. */
let wechat: typeof import('../../../functions/platform/wechat-messages');
let login: typeof import('../../../functions/platform/wechat');

beforeAll(async () => {
  server = await startWeChatServer(app);
});
afterAll(() => server.stop());
beforeEach(() => {
  Object.assign(process.env, {
    WECHAT_API: server.url,
    WECHAT_APP_ID: app.appId,
    WECHAT_APP_SECRET: app.appSecret,
  });
  jest.isolateModules(() => {
    wechat = require('../../../functions/platform/wechat-messages');
    login = require('../../../functions/platform/wechat');
  });
});

describe('sending a message', () => {
  const path = '/cgi-bin/message/subscribe/send';
  const fields = {
    thing1: { value: '活动提醒' },
    thing2: { value: '明天 09:00 净滩' },
    time3: { value: '2026年11月24日 14:05' },
  };
  const message = {
    ...{ openid: 'openid-1', templateId: 'local-template-reminder', page: 'notices/inbox/index' },
    fields,
  };
  const send = (more: object = {}) => wechat.sendSubscribed({ ...message, ...more });

  test('the person tapped → accepted; once more without a tap → 43101', async () => {
    server.grantTap('openid-1', 'reminder');
    expect(await send()).toEqual({ status: 'accepted' });
    expect(await send()).toEqual({ status: 'rejected', errcode: 43101 });
    expect(server.sent).toMatchObject([{ openid: 'openid-1', template: 'reminder' }]);
  });

  test.each([
    ['no such template', { templateId: 'other' }, 40037],
    ['no openid', { openid: '' }, 40003],
    ['a page with a leading slash', { page: '/notices/inbox/index' }, 41030],
    ['a field too long', { fields: { ...fields, thing2: { value: '字'.repeat(21) } } }, 47003],
    ['a line break', { fields: { ...fields, thing2: { value: '一\n二' } } }, 47003],
    ['a field missing', { fields: { thing1: fields.thing1 } }, 47003],
  ])('%s → %s', async (_, more, errcode) => {
    server.grantTap('openid-1', 'reminder');
    expect(await send(more)).toEqual({ status: 'rejected', errcode });
  });

  test('the token died early → asked again with a fresh one, one message', async () => {
    server.grantTap('openid-2', 'reminder');
    server.fail(path, { errcode: 40001 });
    expect(await send({ openid: 'openid-2' })).toEqual({ status: 'accepted' });
    expect(server.sent.filter(({ openid }) => openid === 'openid-2')).toHaveLength(1);
  });

  test.each([
    ['a status of failure', { status: 502 }],
    ['nothing', { timeout: true as const }],
  ])('WeChat was asked and answers %s → unknown', async (_, failure) => {
    server.fail(path, failure);
    expect(await send()).toEqual({ status: 'unknown' });
  });

  test('no token to be had, first or fresh → unsent: this message was not asked for', async () => {
    server.fail('/cgi-bin/stable_token', { errcode: -1 });
    expect(await send()).toEqual({ status: 'unsent' });
    server.fail(path, { errcode: 42001 });
    server.fail('/cgi-bin/stable_token', { status: 500 });
    server.grantTap('openid-1', 'reminder');
    jest.isolateModules(() => {
      wechat = require('../../../functions/platform/wechat-messages');
    });
    expect((await send()).status).toBe('unsent');
  });
});

describe('the check of a text', () => {
  const check = (content: string, openid = 'openid-here') =>
    wechat.checkText({ openid, title: '标题', content });
  beforeEach(() => login.personOf(server.issueLoginCode('openid-here')));

  test('pass, review and risky, with the label', async () => {
    expect(await check('周六八点集合')).toEqual({ suggest: 'pass', label: 100 });
    expect(await check('一句待复核的话')).toEqual({ suggest: 'review', label: 21000 });
    expect(await check('加微信领红包')).toEqual({ suggest: 'risky', label: 10001 });
  });

  test('WeChat has not seen the person within two hours (61010) → unavailable', async () => {
    expect(await check('周六八点集合', 'openid-of-nobody')).toEqual({ suggest: 'unavailable' });
  });

  test.each([
    ['45009', { errcode: 45009 }],
    ['-1', { errcode: -1 }],
    ['502', { status: 502 }],
    ['nothing at all', { timeout: true as const }],
  ])('WeChat answers %s → unavailable', async (_, failure) => {
    server.fail('/wxa/msg_sec_check', failure);
    expect(await check('周六八点集合')).toEqual({ suggest: 'unavailable' });
  });

  test('a text that is too long for it → unavailable', async () => {
    expect(await check('字'.repeat(2_501))).toEqual({ suggest: 'unavailable' });
  });
});
