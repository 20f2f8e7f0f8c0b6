import { useState } from 'react';
import type { Request } from '#shared/api';
import type { PersonFound } from '#shared/recoveries';
import { Answer } from '../../answer/answer';
import { call, Unreachable } from '../../api';
import { goBack, goInstead } from '../../go';
import { SmsCode } from '../../sessions/sms-code';
import type { SmsCodeState } from '../../sessions/use-sms-code';
import { useRequestIds, useSmsCode } from '../../sessions/use-sms-code';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { Field } from '../../ui/field/field';
import { Page } from '../../ui/page/page';
import { Tabs } from '../../ui/tabs/tabs';
import { useCommand } from '../../use-command';
import { DeskPicker } from '../desk-picker';
import { useDesk } from '../use-desk';
import { PersonFinder } from './person-finder';

const kinds = [
  { value: 'recover', text: '更换手机号' },
  { value: 'merge', text: '合并账号' },
] as const;
type Kind = (typeof kinds)[number]['value'];
const title = '新的申请';
const route = 'POST /organisations/{organisationId}/recoveries';

/** One admin asks, with the person at the desk; another member of staff confirms later. */
export default function AskRecovery() {
  const desk = useDesk('admin');
  const { organisationId, signedIn } = desk;
  if (!signedIn) {
    return <SignInFirst id='recovery-ask' title={title} text='管理员登录后才能办理。' />;
  }
  if (!organisationId) {
    return (
      <Page id='recovery-ask' title={title}>
        <Answer of={desk.memberships}>
          {() => (
            <Empty
              title='这里由管理员办理'
              text='您还没有这样的角色，需要时请联系所在组织的管理员。'
              action={{ text: '返回', onPress: goBack }}
            />
          )}
        </Answer>
      </Page>
    );
  }
  return <AskForm key={organisationId} organisationId={organisationId} desk={desk} />;
}

type FormProps = { organisationId: string; desk: ReturnType<typeof useDesk> };

function AskForm({ organisationId, desk }: FormProps) {
  const form = useAskForm(organisationId);
  const { kind, why, subject, closing, sms, busy, said } = form;
  const finder = { organisationId, why: form.reason };
  return (
    <Page
      id='recovery-ask'
      title={title}
      bottom={
        <Button id='ask-send' busy={busy} busyText='正在提交…' onPress={() => void form.send()}>
          提交，等另一位确认
        </Button>
      }
    >
      {said !== '' && (
        <Banner id='ask-said' tone='error'>
          {said}
        </Banner>
      )}
      <DeskPicker desk={desk} />
      <Tabs id='ask-kind' label='办理什么' items={kinds} value={kind} onChange={form.setKind} />
      <Field
        id='ask-why'
        label='原因'
        maxLength={100}
        hint='写入审计日志，例如：手机丢失，已当面核对身份证件'
        value={why}
        error={form.wrong}
        onChange={form.setWhy}
      />
      <PersonFinder
        {...finder}
        id='subject'
        title={kind === 'merge' ? '要保留的账号' : '本人'}
        found={subject}
        onFound={form.setSubject}
      />
      {kind === 'merge' ? (
        <PersonFinder
          {...finder}
          id='closing'
          title='要关闭的账号'
          found={closing}
          onFound={form.setClosing}
        />
      ) : (
        <Card title='新的手机号'>
          <SmsCode id='desk-sms' hint='验证码会发到这个手机，请本人当面读出' of={sms} />
        </Card>
      )}
    </Page>
  );
}

function useAskForm(organisationId: string) {
  const [kind, setKind] = useState<Kind>('recover');
  const [why, setWhy] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [subject, setSubject] = useState<PersonFound>();
  const [closing, setClosing] = useState<PersonFound>();
  const [missing, setMissing] = useState('');
  const sms = useSmsCode('recovery');
  const ids = useRequestIds();
  const { busy, said, run } = useCommand();

  const reason = (): string | undefined => {
    setWrong(why.trim() === '' ? '请先写下原因' : undefined);
    return why.trim() === '' ? undefined : why.trim();
  };
  const send = async () => {
    setMissing('');
    const filled = reason();
    if (filled === undefined) return;
    const parts = partsOf({ kind, subject, closing, sms });
    if (parts === undefined) return;
    if (typeof parts === 'string') return setMissing(parts);
    await run(async () => {
      const requestId = ids.of(JSON.stringify([filled, parts]));
      const request = { ...parts, organisationId, requestId, why: filled };
      await call(route, request).catch((error: unknown) => {
        if (!(error instanceof Unreachable)) ids.settle();
        throw error;
      });
      goInstead('/recoveries/desk/index', { organisationId });
    });
  };
  return {
    ...{ kind, setKind, why, setWhy, wrong, reason, subject, setSubject, closing, setClosing },
    ...{ sms, busy, said: missing || said, send },
  };
}

type Filled = {
  kind: Kind;
  subject: PersonFound | undefined;
  closing: PersonFound | undefined;
  sms: SmsCodeState;
};
type Parts = Omit<Request<typeof route>, 'organisationId' | 'requestId' | 'why'>;

/** What the kind of request needs; a sentence, or undefined when a field says what is missing. */
function partsOf({ kind, subject, closing, sms }: Filled): Parts | string | undefined {
  if (!subject) return '请先查找要办理的人';
  const { volunteerId } = subject;
  if (kind === 'recover') {
    const proof = sms.proof();
    return proof && { kind, volunteerId, ...proof };
  }
  if (!closing) return '请先查找要关闭的账号';
  if (closing.volunteerId === volunteerId) return '这是同一个账号，请查找另一个账号';
  return { kind, volunteerId, closingId: closing.volunteerId };
}
