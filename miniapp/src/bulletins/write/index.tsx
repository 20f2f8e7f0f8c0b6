import { useRouter } from '@tarojs/taro';
import { useRef, useState } from 'react';
import { call } from '../../api';
import { loginCode } from '../../device/login';
import { vibrate } from '../../device/vibrate';
import { goInstead } from '../../go';
import { newRequestId } from '../../ids';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { usePerson } from '../../tokens';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Field } from '../../ui/field/field';
import { Page } from '../../ui/page/page';
import { useCommand } from '../../use-command';

const titleMax = 30;
const textMax = 1_000;

/** Writing a bulletin. It is checked when it is sent: published, or looked at by a person, or refused with a reason. */
export default function WritePage() {
  const signedIn = usePerson((it) => it.person !== undefined);
  const { organisationId } = useRouter().params;
  if (!signedIn) {
    return <SignInFirst id='bulletin-write' title='写公告' text='组织者登录后可以写公告。' />;
  }
  return <WriteForm organisationId={organisationId ?? ''} />;
}

function WriteForm({ organisationId }: { organisationId: string }) {
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, said, send } = useSending();
  const wrong = {
    title: title.trim() ? undefined : '请写标题',
    text: text.trim() ? undefined : '请写内容',
  };
  const submit = () => {
    setTried(true);
    if (wrong.title || wrong.text) return;
    void send({ organisationId, title: title.trim(), text: text.trim() });
  };
  return (
    <Page
      id='bulletin-write'
      title='写公告'
      bottom={
        <Button id='bulletin-submit' busy={busy} busyText='正在检查内容…' onPress={submit}>
          发布
        </Button>
      }
    >
      {said !== '' && (
        <Banner id='bulletin-said' tone='error'>
          {said}
        </Banner>
      )}
      <Field
        id='bulletin-title'
        label='标题'
        maxLength={titleMax}
        value={title}
        error={tried ? wrong.title : undefined}
        onChange={setTitle}
      />
      <Field
        id='bulletin-text'
        label='内容'
        multiline
        maxLength={textMax}
        hint={`本组织成员能看到，最多 ${textMax} 字。请不要写别人的电话和住址。`}
        value={text}
        error={tried ? wrong.text : undefined}
        onChange={setText}
      />
    </Page>
  );
}

type Said = { organisationId: string; title: string; text: string };

/** Sends a bulletin under one id as long as its words stay the same, so that a lost answer publishes nothing twice. */
function useSending() {
  const { busy, said, run } = useCommand();
  const sent = useRef<{ content: string; requestId: string }>();
  const send = (bulletin: Said) => {
    const content = JSON.stringify(bulletin);
    if (sent.current?.content !== content) sent.current = { content, requestId: newRequestId() };
    const { requestId } = sent.current;
    return run(async () => {
      const code = await loginCode();
      const { bulletinId, state, reason } = await call(
        'POST /organisations/{organisationId}/bulletins',
        { ...bulletin, requestId, ...(code && { loginCode: code }) },
      );
      if (state === 'refused') return reason;
      vibrate();
      return goInstead('/bulletins/show/index', { bulletinId });
    });
  };
  return { busy, said, send };
}
