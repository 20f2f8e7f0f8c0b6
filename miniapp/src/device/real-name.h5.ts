import type { RealNameConsent, RealNameQuestion } from './real-name';
import { send } from './request';

const timeoutMs = 10_000;

/** A browser cannot ask WeChat; the local cloud's made-up WeChat says yes for its own people. */
export async function askRealName(question: RealNameQuestion): Promise<RealNameConsent> {
  const answer = await send({
    method: 'POST',
    url: `${API}/local/real-name-code`,
    header: { 'content-type': 'application/json' },
    body: question,
    timeoutMs,
  });
  if (!answer) return { status: 'unavailable', reason: '网络不通，请检查网络后再试' };
  const codes = answer.status === 200 ? (answer.data as Record<string, string>) : {};
  const { loginCode, realNameCode } = codes;
  return loginCode && realNameCode
    ? { status: 'agreed', loginCode, realNameCode }
    : { status: 'unavailable', reason: '浏览器里不能实名核验，请在微信里打开本页' };
}
