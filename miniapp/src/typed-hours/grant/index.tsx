import { useRouter } from '@tarojs/taro';
import { useRef, useState } from 'react';
import { Answer } from '../../answer/answer';
import { call } from '../../api';
import { newRequestId } from '../../ids';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { usePerson } from '../../tokens';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Field } from '../../ui/field/field';
import { Page } from '../../ui/page/page';
import { useCommand } from '../../use-command';
import { useRoute } from '../../use-route';
import { CapCard } from '../cap-card';

/** An auditor grants an organisation more minutes for the emergencies of this month. */
export default function GrantPage() {
  const { organisationId } = useRouter().params;
  const signedIn = usePerson((it) => it.person !== undefined);
  const list = useRoute(
    'GET /organisations/{organisationId}/typed-hours/public',
    signedIn && organisationId ? { organisationId } : undefined,
  );
  if (!signedIn || !organisationId) {
    return (
      <SignInFirst id='grant' title='批准应急补录额度' text='审计员登录后可以批准应急补录额度。' />
    );
  }
  return (
    <Page id='grant' title='批准应急补录额度'>
      <Answer of={list} shape='card'>
        {({ organisationName, cap }) => (
          <>
            <Banner tone='info'>
              {`给“${organisationName}”本月的应急任务。会写入操作记录，并在补录公示里显示。`}
            </Banner>
            {cap.capMinutes > 0 && <CapCard cap={cap} />}
            <GrantForm organisationId={organisationId} onGranted={list.refresh} />
          </>
        )}
      </Answer>
    </Page>
  );
}

type FormProps = { organisationId: string; onGranted: () => Promise<void> };

function GrantForm({ organisationId, onGranted }: FormProps) {
  const [hours, setHours] = useState('');
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<{ hours?: string; reason?: string }>({});
  const [granted, setGranted] = useState(false);
  const { busy, said, run } = useCommand();
  const requestId = useRef(newRequestId());
  const send = () => {
    const count = Number(hours);
    const short = Array.from(reason.trim()).length < 10;
    const problems = {
      ...(!(count >= 1 && count <= 1_000) && { hours: '请填 1 到 1000 的整数' }),
      ...(short && { reason: '请写清楚是什么应急任务，至少 10 个字' }),
    };
    setWrong(problems);
    setGranted(false);
    if (Object.keys(problems).length > 0) return;
    void run(async () => {
      await call('POST /organisations/{organisationId}/typed-allowance', {
        ...{ organisationId, requestId: requestId.current },
        ...{ minutes: count * 60, reason: reason.trim() },
      });
      requestId.current = newRequestId();
      setGranted(true);
      setHours('');
      await onGranted();
    });
  };
  return (
    <>
      {granted && (
        <Banner id='grant-done' tone='info'>
          已批准，组织者补录应急任务时会先用这份额度。
        </Banner>
      )}
      {said !== '' && <Banner tone='error'>{said}</Banner>}
      <Field
        {...{ id: 'grant-hours', label: '增加多少小时', kind: 'digits', value: hours }}
        {...{ maxLength: 4, onChange: setHours }}
        {...(wrong.hours && { error: wrong.hours })}
      />
      <Field
        {...{ id: 'grant-reason', label: '什么应急任务', value: reason, maxLength: 200 }}
        {...{ multiline: true, onChange: setReason }}
        hint='10 到 200 字'
        {...(wrong.reason && { error: wrong.reason })}
      />
      <Button id='grant-send' busy={busy} busyText='正在提交…' onPress={send}>
        批准
      </Button>
    </>
  );
}
