import { useState } from 'react';
import type { MessageTemplate, Subscriptions } from '#shared/notices';
import { call, sentenceOf } from './api';
import { loginCode } from './device/login';
import { askForMessages, canSubscribe } from './device/subscribe';
import { usePerson } from './tokens';
import { useRoute } from './use-route';

/** WeChat asks for at most so many at once. */
const atOnce = 3;

type Group = Subscriptions['subscriptions'][number];

/** Of the wanted groups, those of which the fewest messages are left. */
export function toAskFor(groups: Group[], wanted?: readonly MessageTemplate[]): Group[] {
  return groups
    .filter((it) => !wanted || wanted.includes(it.template))
    .sort((a, b) => a.left - b.left)
    .slice(0, atOnce);
}

/** The messages that WeChat may bring the person, and how to ask for more of them. */
export function useMessages() {
  const signedIn = usePerson((it) => it.person !== undefined);
  const answer = useRoute('GET /me/subscriptions', signedIn ? {} : undefined);
  const [busy, setBusy] = useState(false);
  const [said, say] = useState('');
  /** To be called in the tap: nothing may be waited for before WeChat's dialog. */
  const ask = (groups: Group[]) => {
    if (busy || groups.length === 0) return;
    setBusy(true);
    say('');
    void askForMessages(groups.map((it) => it.templateId))
      .then((asked) => (asked.status === 'off' ? asked.reason : keepTaps(groups, asked.accepted)))
      .catch(sentenceOf)
      .then(async (sentence) => {
        await answer.refresh();
        say(sentence);
        setBusy(false);
      });
  };
  return { answer, busy, said, ask, canSubscribe };
}

/** Tells the cloud what was agreed to, and says what came of it. */
async function keepTaps(groups: Group[], accepted: string[]): Promise<string> {
  const agreed = groups.filter((it) => accepted.includes(it.templateId));
  if (agreed.length === 0) return '没有开启，不影响报名和服务，需要时可以再点';
  const code = await loginCode();
  if (!code) return '微信登录没有成功，请再试一次';
  await call('POST /me/subscriptions', {
    loginCode: code,
    accepted: agreed.map((it) => it.template),
  });
  return `已开启：${agreed.map((it) => it.title).join('、')}，各一条`;
}
