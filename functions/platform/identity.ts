import { refuse } from './refuse';
import { askJson, post, withToken } from './wechat';

/** Whose name WeChat is asked about, and the code that its page of consent gave for this one question. */
export type NameQuestion = { openid: string; name: string; identityNumber: string; code: string };
export type NameAnswer = 'matches' | 'differs' | 'unknown';

type Answer = { verify_openid?: string; verify_real_name?: string };

/**
 * intp/realname/checkrealnameinfo (城市服务实名信息校验): whether name and number are those under which the person opened
 * WeChat Pay. WeChat says matches or not, never what it knows.
 */
export async function nameMatches(question: NameQuestion): Promise<NameAnswer> {
  const { openid, name, identityNumber, code } = question;
  const asked = { openid, real_name: name, cred_id: identityNumber, cred_type: '1', code };
  const path = '/intp/realname/checkrealnameinfo?access_token=';
  const answer = await withToken((accessToken) => askJson<Answer>(path + accessToken, post(asked)));
  if (answer.errcode === 40029 || answer.errcode === 40163) return refuse('real_name_code_invalid');
  if (answer.errcode === 45009 || answer.errcode === 45011) return refuse('too_many_requests');
  if (answer.errcode || answer.verify_openid === undefined) return refuse('wechat_unavailable');
  // Several results come in one string, joined by semicolons.
  const found = [answer.verify_openid, answer.verify_real_name ?? ''].join(';').split(';');
  if (found.includes('V_OP_NA')) return 'unknown';
  const matches = found.includes('V_OP_NM_MA') && found.includes('V_NM_ID_MA');
  return matches && !found.some((it) => it.endsWith('_UM')) ? 'matches' : 'differs';
}
