import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { roundCode } from './png';
import { oneTimeCodes, stableTokens } from './wechat-codes';

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
  /** The next `times` (1) requests to the path fail so. */
  fail(path: WeChatPath, failure: Failure): void;
  /** How often each path was asked. */
  asked: Readonly<Record<WeChatPath, number>>;
  stop(): Promise<void>;
};
export type WeChatPath = keyof typeof paths;
export type Failure = { times?: number } & (
  | { errcode: number }
  | { status: number }
  | { timeout: true }
);
type App = { appId: string; appSecret: string };
type Settings = App & { now?: () => number };

const paths = {
  '/sns/jscode2session': 'GET',
  '/cgi-bin/stable_token': 'POST',
  '/wxa/business/getuserphonenumber': 'POST',
  '/wxa/getwxacodeunlimit': 'POST',
} as const;

type Fields = Record<string, unknown>;
type Ask = { query: URLSearchParams; body: Fields };
type Answer = Fields | Buffer;

const error = (errcode: number): Fields => ({ errcode, errmsg: errors[errcode] ?? 'system error' });
const errors: Record<number, string> = {
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40013: 'invalid appid',
  40029: 'invalid code',
  40097: 'invalid args',
  40125: 'invalid appsecret',
  40163: 'code been used',
  40226: 'code blocked',
  41001: 'access_token missing',
  41008: 'missing code',
  41030: 'invalid page',
  42001: 'access_token expired',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
  47001: 'data format error',
  85096: 'not allow include scancode_time field',
};

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
    fail: (path, failure) => void failures.push({ path, failure, left: failure.times ?? 1 }),
    asked,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function serviceOf({ appId, appSecret, now = Date.now }: Settings) {
  const logins = oneTimeCodes<string>(now);
  const phones = oneTimeCodes<string>(now);
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
  const routes: Record<WeChatPath, (ask: Ask) => Answer> = {
    '/sns/jscode2session': ({ query }) =>
      appErrorOf({ appid: query.get('appid'), secret: query.get('secret') }) ??
      sessionOf(query, logins),
    '/cgi-bin/stable_token': ({ body }) => {
      if (body.grant_type !== 'client_credential') return error(40002);
      const given = { appid: body.appid, secret: body.secret };
      return appErrorOf(given) ?? tokens.give(body.force_refresh === true ? 'fresh' : 'cached');
    },
    '/wxa/business/getuserphonenumber': (ask) =>
      tokenErrorOf(ask) ?? phoneOf(ask.body, phones, { appId, now }),
    '/wxa/getwxacodeunlimit': (ask) => tokenErrorOf(ask) ?? pictureOf(ask.body),
  };
  return { logins, phones, routes };
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
