import { askJson, post, withToken } from './wechat';

/** What WeChat carries to people for us, and what it says of what people write. Neither ever throws. */

export type SubscribedMessage = {
  openid: string;
  templateId: string;
  /** A page of the mini-program, without a leading slash. */
  page: string;
  fields: Record<string, { value: string }>;
};
/** `unsent`: WeChat was never asked · `unknown`: it was asked, and what it did nobody can tell. */
export type SendOutcome =
  | { status: 'accepted' | 'unsent' | 'unknown' }
  | { status: 'rejected'; errcode: number };

/** cgi-bin/message/subscribe/send. WeChat knows no id of ours: whoever sends again sends a second message. */
export async function sendSubscribed(message: SubscribedMessage): Promise<SendOutcome> {
  const path = '/cgi-bin/message/subscribe/send?access_token=';
  const { openid: touser, templateId: template_id, page, fields: data } = message;
  let underWay = false;
  try {
    const { errcode } = await withToken(async (accessToken) => {
      underWay = true;
      const answer = await askJson<object>(
        path + accessToken,
        post({ touser, template_id, page, data, lang: 'zh_CN', miniprogram_state: 'formal' }),
      );
      underWay = false;
      return answer;
    });
    if (errcode === undefined) return { status: 'unknown' };
    return errcode === 0 ? { status: 'accepted' } : { status: 'rejected', errcode };
  } catch {
    return { status: underWay ? 'unknown' : 'unsent' };
  }
}

/** `unavailable` also when WeChat has not seen the person within two hours (61010): then it does not judge. */
export type TextVerdict = { suggest: 'pass' | 'review' | 'unavailable' | 'risky'; label?: number };

/** wxa/msg_sec_check, version 2, as of a forum. The text goes there and nowhere else: no log holds it. */
export async function checkText(text: {
  openid: string;
  title: string;
  content: string;
}): Promise<TextVerdict> {
  type Checked = { result?: { suggest?: string; label?: number } };
  const path = '/wxa/msg_sec_check?access_token=';
  const body = post({ version: 2, scene: 3, ...text });
  try {
    const { errcode, result } = await withToken((accessToken) =>
      askJson<Checked>(path + accessToken, body),
    );
    const suggest = result?.suggest;
    if (errcode || (suggest !== 'pass' && suggest !== 'review' && suggest !== 'risky')) {
      return { suggest: 'unavailable' };
    }
    return { suggest, ...(result?.label !== undefined && { label: result.label }) };
  } catch {
    return { suggest: 'unavailable' };
  }
}
