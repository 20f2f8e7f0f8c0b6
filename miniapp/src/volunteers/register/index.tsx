import { Text } from '@tarojs/components';
import { useState } from 'react';
import { dayOf } from '#shared/time';
import { call, Refused, sentenceOf } from '../../api';
import { keepAnswer, keyOf } from '../../cache';
import { serverNow } from '../../clock';
import { silentLogin } from '../../device/login';
import { vibrate } from '../../device/vibrate';
import { districtOptions } from '../../district';
import { go, goBack, goInstead, goTab } from '../../go';
import { signIn } from '../../session';
import { typedPhone } from '../../sessions/typed-phone';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { useClaim } from '../../tabs/scan/claim';
import { person, usePerson } from '../../tokens';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { CheckRow } from '../../ui/check-row/check-row';
import { Field } from '../../ui/field/field';
import { Page } from '../../ui/page/page';
import { PickerField } from '../../ui/picker-field/picker-field';
import { Pressable } from '../../ui/pressable/pressable';
import type { Form, Wrong } from './form';
import { emptyForm, registrationOf, stageOf, wrongIn } from './form';
import styles from './index.module.scss';
import { PhoneField } from './phone-field';

/** Becoming a volunteer: five answers, no identity number. Whoever leaves loses nothing but the form. */
export default function RegisterPage() {
  const [form, setForm] = useState<Form>(() => ({ ...emptyForm, phoneNumber: typedPhone() }));
  const [wrong, setWrong] = useState<Wrong>({});
  const [busy, setBusy] = useState(false);
  const [said, say] = useState('');
  const claim = useClaim((it) => it.claim);
  const signedIn = usePerson((it) => it.person !== undefined);
  const change = (part: Partial<Form>) => {
    setForm({ ...form, ...part });
    setWrong({});
  };

  const send = async () => {
    const found = wrongIn(form, serverNow());
    setWrong(found);
    if (busy || Object.keys(found).length > 0) return;
    setBusy(true);
    say('');
    const failed = await register(form);
    setBusy(false);
    // WeChat's code is used up by the first try, whatever became of it.
    if (failed !== undefined) change({ phoneCode: undefined });
    say(failed ?? '');
    if (failed !== undefined) return;
    // Who came with a scan goes back to it, from wherever the link had opened the app.
    if (claim) goTab('/tabs/scan/index');
    else goBack();
  };

  // A browser cannot sign anybody in by itself; what was typed before would be lost on the way.
  if (!signedIn && !silentLogin) {
    return (
      <SignInFirst
        id='register'
        title='志愿者登记'
        text='登录后就可以填写登记资料。'
        onSignIn={() => goInstead('/volunteers/people/index')}
      />
    );
  }
  return (
    <Page
      id='register'
      title='志愿者登记'
      bottom={
        <Button id='register-submit' busy={busy} busyText='正在提交…' onPress={() => void send()}>
          完成登记
        </Button>
      }
    >
      {claim && (
        <Banner id='register-claim' tone='waiting'>
          {`“${claim.title}”的扫码已为您保留，登记完成后自动生效`}
        </Banner>
      )}
      {said !== '' && (
        <Banner id='register-said' tone='error'>
          {said}
        </Banner>
      )}
      <Fields form={form} wrong={wrong} onChange={change} />
      <Button id='register-handover' kind='quiet' onPress={() => go('/dependants/handover/index')}>
        家人替我登记过
      </Button>
    </Page>
  );
}

type FieldsProps = { form: Form; wrong: Wrong; onChange: (part: Partial<Form>) => void };

function Fields({ form, wrong, onChange }: FieldsProps) {
  return (
    <>
      <Field
        id='name'
        label='姓名'
        kind='nickname'
        maxLength={20}
        hint='请填真实姓名，会写在服务证明上'
        value={form.name}
        error={wrong.name}
        onChange={(name) => onChange({ name })}
      />
      <PhoneField
        phoneNumber={form.phoneNumber}
        phoneCode={form.phoneCode}
        error={wrong.phone}
        onNumber={(phoneNumber) => onChange({ phoneNumber })}
        onCode={(phoneCode) => onChange({ phoneCode })}
      />
      <PickerField
        id='district'
        label='所在区市'
        kind='option'
        value={form.district}
        options={districtOptions}
        error={wrong.district}
        onChange={(district) => onChange({ district })}
      />
      <PickerField
        id='birth-month'
        label='出生年月'
        kind='month'
        start='1920-01'
        end={monthNow()}
        hint={birthHint(form.birthMonth)}
        value={form.birthMonth}
        error={wrong.birthMonth}
        onChange={(birthMonth) => onChange({ birthMonth })}
      />
      {stageOf(form.birthMonth, serverNow()) === 'teen' && (
        <Field
          id='guardian-phone'
          label='监护人手机号'
          kind='digits'
          maxLength={11}
          hint='我们会短信告知监护人您参加志愿服务'
          value={form.guardianPhone}
          error={wrong.guardianPhone}
          onChange={(guardianPhone) => onChange({ guardianPhone })}
        />
      )}
      <Consent
        given={form.consent}
        error={wrong.consent}
        onChange={() => onChange({ consent: !form.consent })}
      />
    </>
  );
}

const birthHint = (birthMonth: string): string =>
  stageOf(birthMonth, serverNow()) === 'child'
    ? '未满 14 岁：登记后在“我的家人”出示代码，请监护人同意'
    : '只用来保护未成年人';

type ConsentProps = { given: boolean; error: string | undefined; onChange: () => void };

function Consent({ given, error, onChange }: ConsentProps) {
  return (
    <CheckRow
      id='consent'
      checked={given}
      error={error}
      label='同意隐私说明'
      beside={
        <Pressable
          id='open-privacy'
          role='link'
          className={styles.link}
          onPress={() => go('/volunteers/privacy/index')}
        >
          <Text>《隐私说明》</Text>
        </Pressable>
      }
      onChange={onChange}
    >
      我已阅读并同意
    </CheckRow>
  );
}

const monthNow = (): string => dayOf(serverNow()).replace(/^(\d{4})(\d{2}).*$/, '$1-$2');

/** Undefined when the person is registered now; else why not. */
async function register(form: Form): Promise<string | undefined> {
  try {
    if (!person()) await signIn();
    keepAnswer(keyOf('GET /me', {}), {
      data: await call('POST /me', registrationOf(form, serverNow())),
      savedAt: serverNow(),
    });
    vibrate();
    return undefined;
  } catch (error) {
    // The first try arrived although its answer did not.
    if (error instanceof Refused && error.code === 'already_registered') return undefined;
    return sentenceOf(error);
  }
}
