import { localOnly, required } from './config';
import { refuse } from './refuse';

/**
 * WeChat's servers, as developers.weixin.qq.com documents them. The one place that speaks to them; the local cloud
 * points `WECHAT_API` at a server that behaves as documented, which a deployed stage refuses.
 */
export type WeChatPerson = { openid: string; unionid?: string };

const timeoutMs = 5_000;
const origin = (): string => localOnly('WECHAT_API') ?? 'https://api.weixin.qq.com';

type Answer = { errcode?: number; errmsg?: string };

async function ask(path: string, init?: RequestInit): Promise<Response> {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const answer = await fetch(`${origin()}${path}`, { ...init, signal });
    return answer.ok ? answer : refuse('wechat_unavailable');
  } catch {
    return refuse('wechat_unavailable');
  }
}

export async function askJson<T>(path: string, init?: RequestInit): Promise<T & Answer> {
  try {
    return (await (await ask(path, init)).json()) as T & Answer;
  } catch {
    return refuse('wechat_unavailable');
  }
}

export const post = (body: object): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** sns/jscode2session. The session_key in its answer is dropped here: it is never stored and never returned. */
export async function personOf(loginCode: string): Promise<WeChatPerson> {
  const query = new URLSearchParams({
    appid: required('WECHAT_APP_ID'),
    secret: required('WECHAT_APP_SECRET'),
    js_code: loginCode,
    grant_type: 'authorization_code',
  });
  const answer = await askJson<WeChatPerson>(`/sns/jscode2session?${query}`);
  if (answer.errcode) return refuse(loginRefusals[answer.errcode] ?? 'wechat_unavailable');
  if (!answer.openid) return refuse('wechat_unavailable');
  return { openid: answer.openid, ...(answer.unionid && { unionid: answer.unionid }) };
}

const loginRefusals: Record<number, Parameters<typeof refuse>[0]> = {
  40029: 'login_code_invalid',
  40163: 'login_code_invalid',
  40226: 'account_at_risk',
  45011: 'too_many_requests',
};

let accessToken: { value: string; endsAt: number } | undefined;

/** cgi-bin/stable_token: every caller gets the same token while it lives, so functions do not push each other out. */
async function token(force: 'cached' | 'fresh'): Promise<string> {
  if (force === 'cached' && accessToken && accessToken.endsAt > Date.now())
    return accessToken.value;
  const answer = await askJson<{ access_token: string; expires_in: number }>(
    '/cgi-bin/stable_token',
    post({
      grant_type: 'client_credential',
      appid: required('WECHAT_APP_ID'),
      secret: required('WECHAT_APP_SECRET'),
    }),
  );
  if (answer.errcode || !answer.access_token) return refuse('wechat_unavailable');
  const livesMs = (answer.expires_in - 300) * 1000;
  accessToken = { value: answer.access_token, endsAt: Date.now() + livesMs };
  return accessToken.value;
}

/** Asks with the access token; once more with a fresh one when WeChat says that it died before its time. */
export async function withToken<T>(run: (accessToken: string) => Promise<T & Answer>) {
  const answer = await run(await token('cached'));
  const died = [40001, 40014, 42001].includes(answer.errcode ?? 0);
  return died ? run(await token('fresh')) : answer;
}

/** wxa/business/getuserphonenumber: the mainland number behind the button's one-time code. */
export async function phoneNumberOf(phoneCode: string): Promise<string> {
  type Phone = { phone_info?: { purePhoneNumber: string; countryCode: string } };
  const path = '/wxa/business/getuserphonenumber?access_token=';
  const answer = await withToken((accessToken) =>
    askJson<Phone>(path + accessToken, post({ code: phoneCode })),
  );
  if (answer.errcode === 40029 || answer.errcode === 40013) return refuse('phone_code_invalid');
  if (answer.errcode === 45011) return refuse('too_many_requests');
  if (answer.errcode || !answer.phone_info) return refuse('wechat_unavailable');
  const { purePhoneNumber, countryCode } = answer.phone_info;
  return countryCode === '86' ? purePhoneNumber : refuse('phone_code_invalid');
}

/** wxa/getwxacodeunlimit: WeChat's own printed code as PNG, base64. Undefined when WeChat would not draw it. */
export async function printedCode(scene: string, page: string): Promise<string | undefined> {
  const path = '/wxa/getwxacodeunlimit?access_token=';
  const { picture } = await withToken((accessToken) =>
    askPicture(path + accessToken, post({ scene, page, check_path: false, width: 430 })),
  );
  return picture;
}

/** WeChat answers with a picture, or with JSON that says why there is none. */
async function askPicture(
  path: string,
  init: RequestInit,
): Promise<Answer & { picture?: string | undefined }> {
  const answer = await ask(path, init);
  try {
    if (answer.headers.get('content-type')?.includes('json'))
      return (await answer.json()) as Answer;
    return { picture: Buffer.from(await answer.arrayBuffer()).toString('base64') || undefined };
  } catch {
    return refuse('wechat_unavailable');
  }
}
