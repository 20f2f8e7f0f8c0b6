import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { roundCode } from './png';
import { oneTimeCodes, stableTokens } from './wechat-codes';
import type { SentMessage } from './wechat-mail';
import { createMail, judgeText } from './wechat-mail';

/**
 * A server that behaves as api.weixin.qq.com is documented to, for what the product uses of it. Errors come with status
 * 200 and an errcode, as there.
 */
export type WeChatServer = {
  url: string;
  /** What wx.login would give the person: single use, five minutes. */
  issueLoginCode(openid: string): string;
  /** What the phone button would give: single use, five minutes. */
  issuePhoneCode(phoneNumber: string): string;
  /** What the page of 城市服务 gives after 同意; `knownAs`: how WeChat Pay knows the person, absent for nobody. */
  issueRealNameCode(openid: string, knownAs?: KnownAs): string;
  /** A tap on 允许 for each of the templates: one message. */
  grantTap: Mail['grant'];
  /** The messages that went out, the oldest first. */
  sent: readonly SentMessage[];
  /** The next `times` (1) requests to the path fail so. */
  fail(path: WeChatPath, failure: Failure): void;
  /** How often each path was asked. */
  asked: Readonly<Record<WeChatPath, number>>;
  stop(): Promise<void>;
};
export type KnownAs = { name: string; identityNumber: string };
export type WeChatPath = keyof typeof paths;
export type Failure = { times?: number } & (
  | { errcode: number }
  | { status: number }
  | { timeout: true }
);
type App = { appId: string; appSecret: string };
type Mail = ReturnType<typeof createMail>;
type Settings = App & { now?: () => number } & Omit<Parameters<typeof createMail>[0], 'now'>;

const paths = {
  '/sns/jscode2session': 'GET',
  '/cgi-bin/stable_token': 'POST',
  '/wxa/business/getuserphonenumber': 'POST',
  '/wxa/getwxacodeunlimit': 'POST',
  '/cgi-bin/message/subscribe/send': 'POST',
  '/wxa/msg_sec_check': 'POST',
  '/intp/realname/checkrealnameinfo': 'POST',
} as const;

type Fields = Record<string, unknown>;
type Ask = { query: URLSearchParams; body: Fields };
type Answer = Fields | Buffer;

const error = (errcode: number): Fields => ({ errcode, errmsg: errors[errcode] ?? 'system error' });
const errors: Record<number, string> = {
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40097: 'invalid args',
  40125: 'invalid appsecret',
  40129: 'invalid scene',
  40163: 'code been used',
  40226: 'code blocked',
  41001: 'access_token missing',
  41008: 'missing code',
  41030: 'invalid page',
  42001: 'access_token expired',
  43101: 'user refuse to accept the msg',
  43108: 'message to the same user is being sent',
  44002: 'empty post data',
  45002: 'content size out of limit',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
  47001: 'data format error',
  47003: 'argument invalid! data.thing2.value invalid',
  61010: 'code is expired',
  85096: 'not allow include scancode_time field',
};

const errorOrOk = (errcode: number): Fields =>
  errcode === 0 ? { errcode, errmsg: 'ok' } : error(errcode);

export async function startWeChatServer(settings: Settings): Promise<WeChatServer> {
  const service = serviceOf(settings);
  const failures: { path: string; failure: Failure; left: number }[] = [];
  const asked = Object.fromEntries(Object.keys(paths).map((path) => [path, 0])) as Record<
    WeChatPath,
    number
  >;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://wechat');
    const path = url.pathname as WeChatPath;
    if (paths[path] !== request.method) return reply(response, error(-1), 404);
    asked[path]++;
    const planned = failures.find((one) => one.path === path && one.left-- > 0);
    if (planned) return failAs(planned.failure, response);
    bodyOf(request).then(
      (body) => reply(response, service.routes[path]({ query: url.searchParams, body })),
      () => reply(response, error(47001)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    issueLoginCode: service.logins.issue,
    issuePhoneCode: service.phones.issue,
    issueRealNameCode: (openid, knownAs) => service.realNames.issue({ openid, knownAs }),
    grantTap: service.mail.grant,
    sent: service.mail.sent,
    fail: (path, failure) => void failures.push({ path, failure, left: failure.times ?? 1 }),
    asked,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function serviceOf({ appId, appSecret, now = Date.now, ...posted }: Settings) {
  const mail = createMail({ ...posted, now });
  const seen = new Map<string, number>();
  const logins = oneTimeCodes<string>(now);
  const phones = oneTimeCodes<string>(now);
  const realNames = oneTimeCodes<RealName>(now);
  const tokens = stableTokens(now);
  const appErrorOf = (given: { appid: unknown; secret: unknown }): Fields | undefined => {
    if (given.appid !== appId) return error(40013);
    return given.secret === appSecret ? undefined : error(40125);
  };
  const tokenErrorOf = ({ query }: Ask): Fields | undefined => {
    const state = tokens.stateOf(query.get('access_token'));
    return { good: undefined, absent: error(41001), unknown: error(40001), expired: error(42001) }[
      state
    ];
  };
  const noted = (session: Fields): Fields => {
    if (typeof session.openid === 'string') seen.set(session.openid, now());
    return session;
  };
  const judged = (body: Fields): Fields => {
    const verdict = judgeText(body, { now: now(), lastSeen: (openid) => seen.get(openid) });
    return typeof verdict === 'number' ? error(verdict) : verdict;
  };
  const routes: Record<WeChatPath, (ask: Ask) => Answer> = {
    '/sns/jscode2session': ({ query }) =>
      appErrorOf({ appid: query.get('appid'), secret: query.get('secret') }) ??
      noted(sessionOf(query, logins)),
    '/cgi-bin/stable_token': ({ body }) => {
      if (body.grant_type !== 'client_credential') return error(40002);
      const given = { appid: body.appid, secret: body.secret };
      return appErrorOf(given) ?? tokens.give(body.force_refresh === true ? 'fresh' : 'cached');
    },
    '/wxa/business/getuserphonenumber': (ask) =>
      tokenErrorOf(ask) ?? phoneOf(ask.body, phones, { appId, now }),
    '/wxa/getwxacodeunlimit': (ask) => tokenErrorOf(ask) ?? pictureOf(ask.body),
    '/cgi-bin/message/subscribe/send': (ask) => tokenErrorOf(ask) ?? errorOrOk(mail.send(ask.body)),
    '/wxa/msg_sec_check': (ask) => tokenErrorOf(ask) ?? judged(ask.body),
    '/intp/realname/checkrealnameinfo': (ask) =>
      tokenErrorOf(ask) ?? realNameOf(ask.body, realNames),
  };
  return { logins, phones, realNames, mail, routes };
}

type Codes = ReturnType<typeof oneTimeCodes<string>>;

function sessionOf(query: URLSearchParams, logins: Codes): Fields {
  if (query.get('grant_type') !== 'authorization_code') return error(40002);
  const code = query.get('js_code');
  if (!code) return error(41008);
  const spent = logins.spend(code);
  if ('refused' in spent) return error(spent.refused === 'used' ? 40163 : 40029);
  return { openid: spent.value, session_key: Buffer.alloc(16, code).toString('base64') };
}

function phoneOf(body: Fields, phones: Codes, app: { appId: string; now: () => number }): Fields {
  if (typeof body.code !== 'string' || body.code === '') return error(41008);
  const spent = phones.spend(body.code);
  if ('refused' in spent) return error(40029);
  const purePhoneNumber = spent.value;
  const watermark = { timestamp: Math.floor(app.now() / 1000), appid: app.appId };
  const phone_info = {
    ...{ phoneNumber: purePhoneNumber, purePhoneNumber },
    ...{ countryCode: '86', watermark },
  };
  return { errcode: 0, errmsg: 'ok', phone_info };
}

type RealName = { openid: string; knownAs: KnownAs | undefined };

/** The code answers one question, about the person who agreed; the number is only looked at when the name fits. */
function realNameOf(body: Fields, codes: ReturnType<typeof oneTimeCodes<RealName>>): Fields {
  const { openid, real_name, cred_id, cred_type, code } = body;
  const texts = [openid, real_name, cred_id, code];
  if (texts.some((it) => typeof it !== 'string' || it === '') || cred_type !== '1') {
    return error(40097);
  }
  const spent = codes.spend(code as string);
  if ('refused' in spent) return error(spent.refused === 'used' ? 40163 : 40029);
  if (spent.value.openid !== openid) return error(40029);
  const { knownAs } = spent.value;
  const told = (verify_openid: string, verify_real_name: string): Fields => ({
    ...{ errcode: 0, errmsg: 'ok', verify_openid, verify_real_name },
  });
  if (!knownAs) return told('V_OP_NA', '');
  if (knownAs.name !== real_name) return told('V_OP_NM_UM', '');
  return told('V_OP_NM_MA', knownAs.identityNumber === cred_id ? 'V_NM_ID_MA' : 'V_NM_ID_UM');
}

const scenePattern = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/;

function pictureOf({ scene, page, width = 430 }: Fields): Answer {
  if (typeof scene !== 'string' || !scenePattern.test(scene)) return error(40097);
  if (scene.includes('scancode_time')) return error(85096);
  if (page !== undefined && (typeof page !== 'string' || /^\/|\?/.test(page))) return error(41030);
  const size = Number(width);
  if (!(size >= 280 && size <= 1280)) return error(40097);
  return roundCode(`${scene} ${page ?? ''}`, Math.floor(size));
}

/** `timeout` answers nothing, so that the caller's own limit must end the wait. */
function failAs(failure: Failure, response: ServerResponse): void {
  if ('errcode' in failure) reply(response, error(failure.errcode));
  else if ('status' in failure) reply(response, error(-1), failure.status);
}

function reply(response: ServerResponse, answer: Answer, status = 200): void {
  const isPicture = Buffer.isBuffer(answer);
  const type = isPicture ? 'image/png' : 'application/json; encoding=utf-8';
  response.writeHead(status, { 'content-type': type });
  response.end(isPicture ? answer : JSON.stringify(answer));
}

const bodyBytesMax = 64 * 1024;

async function bodyOf(request: IncomingMessage): Promise<Fields> {
  let text = '';
  for await (const chunk of request as AsyncIterable<Buffer>) {
    text += chunk.toString();
    if (text.length > bodyBytesMax) throw new Error('too large');
  }
  return text === '' ? {} : { ...JSON.parse(text) };
}
