import type { LocalPerson, People } from './login';
import { send } from './request';

const timeoutMs = 10_000;

/** Undefined when there is no local cloud: then signing in is only possible in WeChat. */
export async function loginCode(who?: string): Promise<string | undefined> {
  if (!who) return undefined;
  const answer = await send({
    method: 'POST',
    url: `${API}/local/login-code`,
    header: { 'content-type': 'application/json' },
    body: { person: who },
    timeoutMs,
  });
  const { code } = (answer?.status === 200 && (answer.data as { code?: string })) || {};
  return code;
}

export async function localPeople(): Promise<People> {
  const answer = await send({ method: 'GET', url: `${API}/local/people`, header: {}, timeoutMs });
  if (!answer || answer.status >= 500) return { status: 'unreachable' };
  const { people } = (answer.data as { people?: LocalPerson[] } | null) ?? {};
  return answer.status === 200 && people ? { status: 'local', people } : { status: 'wechat_only' };
}

export async function localSmsCode(phone: string): Promise<string | undefined> {
  const answer = await send({
    method: 'POST',
    url: `${API}/local/sms-code`,
    header: { 'content-type': 'application/json' },
    body: { phone },
    timeoutMs,
  });
  const { code } = (answer?.status === 200 && (answer.data as { code?: string })) || {};
  return code;
}

export const silentLogin: boolean = false;
