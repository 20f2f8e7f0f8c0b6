import { Text } from '@tarojs/components';
import type { Subscriptions } from '#shared/notices';
import { Answer } from '../../answer/answer';
import { go } from '../../go';
import { toAskFor, useMessages } from '../../messages';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { usePerson } from '../../tokens';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { ListRow } from '../../ui/list-row/list-row';
import { Page } from '../../ui/page/page';

/** Which messages WeChat may bring, how many of each are left, and asking for more. */
export default function MessagesPage() {
  const signedIn = usePerson((it) => it.person !== undefined);
  if (!signedIn) {
    return (
      <SignInFirst id='messages' title='微信提醒' text='登录后可以选择哪些消息用微信告诉您。' />
    );
  }
  return <Messages />;
}

function Messages() {
  const messages = useMessages();
  const { answer, busy, said, canSubscribe } = messages;
  const shown = 'data' in answer ? answer.data : undefined;
  const offers = canSubscribe && shown && !shown.paused && shown.subscriptions.length > 0;
  return (
    <Page
      id='messages'
      title='微信提醒'
      bottom={
        offers && (
          <Button
            id='messages-ask'
            busy={busy}
            onPress={() => messages.ask(toAskFor(shown.subscriptions))}
          >
            再收一次提醒
          </Button>
        )
      }
    >
      {said !== '' && (
        <Banner id='messages-said' tone='info'>
          {said}
        </Banner>
      )}
      <Answer of={answer}>{(data) => <Groups answer={data} canSubscribe={canSubscribe} />}</Answer>
    </Page>
  );
}

type GroupsProps = { answer: Subscriptions; canSubscribe: boolean };

function Groups({ answer: { subscriptions, paused }, canSubscribe }: GroupsProps) {
  if (subscriptions.length === 0) {
    return <Empty title='暂时没有微信提醒' text='消息照常会出现在“消息”里。' />;
  }
  return (
    <>
      {paused && (
        <Banner
          id='messages-paused'
          tone='waiting'
          action={{
            id: 'messages-consents',
            text: '去授权管理',
            onPress: () => go('/volunteers/consents/index'),
          }}
        >
          您已撤回“微信消息提醒”的同意，微信不会再发。
        </Banner>
      )}
      {!canSubscribe && (
        <Banner id='messages-in-wechat' tone='info'>
          微信提醒要在微信小程序里开启；消息照常会出现在“消息”里。
        </Banner>
      )}
      <Card title='还能收到几条'>
        {subscriptions.map(({ template, title, text, left }) => (
          <ListRow
            key={template}
            id={`messages-${template}`}
            title={title}
            note={text}
            extra={<Text>{`${left} 条`}</Text>}
          />
        ))}
      </Card>
      <Card title='为什么是几条'>
        <Text>微信规定：您每同意一次，我们只能发一条。不同意也不影响报名、服务和积分。</Text>
      </Card>
    </>
  );
}
