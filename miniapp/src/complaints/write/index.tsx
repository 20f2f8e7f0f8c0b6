import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useRef, useState } from 'react';
import type { Request } from '#shared/api';
import type { ComplaintReason } from '#shared/vocabulary';
import { complaintReasons } from '#shared/vocabulary';
import { call } from '../../api';
import { goInstead } from '../../go';
import { newRequestId } from '../../ids';
import { useMe } from '../../session';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { Field } from '../../ui/field/field';
import { Page } from '../../ui/page/page';
import { PickerField } from '../../ui/picker-field/picker-field';
import { useCommand } from '../../use-command';

type Subject = Request<'POST /complaints'>['subject'];
const reasons = Object.entries(complaintReasons).map(([value, text]) => ({ value, text }));

/** Tells the organisation above what was wrong. Who tells it is named to nobody. */
export default function WriteComplaint() {
  const me = useMe();
  const { kind, id, title = '' } = useRouter().params;
  if (me.guest) {
    return <SignInFirst id='complain' title='举报与投诉' text='登录后可以提交，进展会告诉您。' />;
  }
  const known = kind === 'activity' || kind === 'organisation';
  return (
    <Page id='complain' title='举报与投诉'>
      {known && id ? (
        <Form subject={{ kind, id }} title={decodeURIComponent(title)} />
      ) : (
        <Empty title='没有选定对象' text='请从活动或组织的页面进入。' />
      )}
    </Page>
  );
}

function Form({ subject, title }: { subject: Subject; title: string }) {
  const [reason, setReason] = useState<string>('safety');
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const { busy, said, run } = useCommand();
  /** One id for one complaint, however often it has to be sent. */
  const requestId = useRef(newRequestId());
  const send = async () => {
    const wrong = text.trim() === '' ? '请写下发生了什么' : undefined;
    setError(wrong);
    if (wrong) return;
    await run(async () => {
      const told = { subject, reason: reason as ComplaintReason, text: text.trim() };
      await call('POST /complaints', { requestId: requestId.current, ...told });
      goInstead('/complaints/mine/index');
    });
  };
  return (
    <>
      {said !== '' && (
        <Banner id='complain-said' tone='error'>
          {said}
        </Banner>
      )}
      <Card title={title || '反映的对象'}>
        <Text>由上一级组织答复，7 天内有结果。您的姓名和联系方式不会告诉任何人。</Text>
      </Card>
      <PickerField
        id='complain-reason'
        label='问题类型'
        kind='option'
        value={reason}
        options={reasons}
        onChange={setReason}
      />
      <Field
        id='complain-text'
        label='发生了什么'
        hint='时间、地点和经过；请不要写他人的证件号、电话'
        multiline
        maxLength={500}
        value={text}
        error={error}
        onChange={(typed) => {
          // Other words are another complaint.
          requestId.current = newRequestId();
          setText(typed);
        }}
      />
      <Button id='complain-send' busy={busy} busyText='正在提交…' onPress={() => void send()}>
        提交
      </Button>
    </>
  );
}
