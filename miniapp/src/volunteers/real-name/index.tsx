import { Text } from '@tarojs/components';
import { useState } from 'react';
import type { ProfileInFull } from '#shared/volunteers';
import { Answer } from '../../answer/answer';
import { call } from '../../api';
import { askRealName } from '../../device/real-name';
import { vibrate } from '../../device/vibrate';
import { go, goBack } from '../../go';
import { useMe } from '../../session';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { ownerId } from '../../tokens';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { CheckRow } from '../../ui/check-row/check-row';
import { Field } from '../../ui/field/field';
import { Page } from '../../ui/page/page';
import { Result } from '../../ui/result/result';
import { useCommand } from '../../use-command';
import { useRoute } from '../../use-route';
import { consentTexts } from '../consents/texts';
import { NotRegistered } from '../not-registered';
import type { Form, Wrong } from './form';
import { tidied, wrongIn } from './form';
import styles from './index.module.scss';

/** The real name, as a step of its own that nobody has to take. */
export default function RealNamePage() {
  const me = useMe();
  if (me.guest) {
    return <SignInFirst id='real-name' title='实名核验' text='登录后可以核验自己的实名。' />;
  }
  return <Signed />;
}

function Signed() {
  const answer = useRoute('GET /me/profile', {});
  const consents = useRoute('GET /me/consents', {});
  const version =
    'data' in consents
      ? consents.data.consents.find(({ purpose }) => purpose === 'real_name')?.version
      : undefined;
  return (
    <Page id='real-name' title='实名核验'>
      <Answer of={answer} shape='card'>
        {({ profile }) => {
          if (!profile) return <NotRegistered />;
          if (profile.realNameLevel === 1) return <Verified profile={profile} />;
          return <NameForm profile={profile} version={version} onDone={answer.refresh} />;
        }}
      </Answer>
    </Page>
  );
}

function Verified({ profile }: { profile: ProfileInFull }) {
  return (
    <Result
      id='real-name-done'
      tone='done'
      headline='已实名'
      text='姓名不能再自己修改。身份证号已加密保存，不会再完整显示。'
      rows={[
        { label: '姓名', value: profile.name },
        { label: '身份证号', value: profile.maskedIdentity ?? '' },
      ]}
      actions={[
        { text: '返回', onPress: goBack },
        { text: '撤回实名授权', onPress: () => go('/volunteers/consents/index') },
      ]}
    />
  );
}

type NameFormProps = {
  profile: ProfileInFull;
  version: string | undefined;
  onDone: () => Promise<void>;
};

function NameForm({ profile, version, onDone }: NameFormProps) {
  const [form, setForm] = useState<Form>({ name: profile.name, number: '', agreed: false });
  const [wrong, setWrong] = useState<Wrong>({});
  const { busy, said, run } = useCommand();
  const change = (part: Partial<Form>) => {
    setForm({ ...form, ...part });
    setWrong({});
  };
  const verify = async () => {
    const found = wrongIn(form);
    setWrong(found);
    if (Object.keys(found).length === 0) await run(() => send(form, version).finally(onDone));
  };
  return (
    <>
      {said !== '' && (
        <Banner id='real-name-said' tone='error'>
          {said}
        </Banner>
      )}
      <Card title='为什么核验'>
        <Text className={styles.text}>
          有些活动要求实名。核验由微信完成：微信只回答“是”或“不是”，不会把您的资料给我们。不核验也能报名多数活动。
        </Text>
      </Card>
      <Field
        id='real-name-name'
        label='真实姓名'
        maxLength={20}
        value={form.name}
        error={wrong.name}
        onChange={(name) => change({ name })}
      />
      <Field
        id='real-name-number'
        label='身份证号'
        maxLength={22}
        hint='只用来核验，加密保存'
        value={form.number}
        error={wrong.number}
        onChange={(number) => change({ number })}
      />
      <Card title='单独同意'>
        <Text className={styles.text}>{consentTexts.real_name.what}</Text>
        <Text className={styles.text}>{consentTexts.real_name.after}</Text>
        <CheckRow
          id='real-name-agree'
          checked={form.agreed}
          error={wrong.agreed}
          onChange={(agreed) => change({ agreed })}
        >
          我已阅读，同意处理我的身份证号
        </CheckRow>
      </Card>
      <Button id='real-name-verify' busy={busy} busyText='正在核验…' onPress={() => void verify()}>
        用微信核验
      </Button>
    </>
  );
}

/** Undefined when it is verified, or when the person turned back; else why not. */
async function send({ name, number }: Form, version: string | undefined) {
  if (version === undefined) return '网络不通，请检查网络后再试';
  const identityNumber = tidied(number);
  const consent = await askRealName({ volunteerId: ownerId() ?? '', identityNumber });
  if (consent.status === 'cancelled') return '您没有在微信里同意，没有核验';
  if (consent.status === 'unavailable') return consent.reason;
  const { loginCode, realNameCode } = consent;
  const asked = { name: name.trim(), identityNumber, loginCode, realNameCode };
  await call('POST /me/real-name', { ...asked, consentVersion: version });
  vibrate();
  return undefined;
}
