import { useState } from 'react';
import type { District } from '#shared/vocabulary';
import { categories, skills, trainings } from '#shared/vocabulary';
import type { ProfileInFull } from '#shared/volunteers';
import { Answer } from '../../answer/answer';
import { call, sentenceOf } from '../../api';
import { keepAnswer, keyOf } from '../../cache';
import { serverNow } from '../../clock';
import { districtOptions } from '../../district';
import { go, goBack } from '../../go';
import { useMe } from '../../session';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Field } from '../../ui/field/field';
import { ListRow } from '../../ui/list-row/list-row';
import { Page } from '../../ui/page/page';
import { PickerField } from '../../ui/picker-field/picker-field';
import { useRoute } from '../../use-route';
import { momentWord } from '../../words';
import { NotRegistered } from '../not-registered';
import { Choices } from './choices';
import { ContactFields } from './contact-fields';
import type { Form, Wrong } from './form';
import { changeOf, formOf, wrongIn } from './form';

/** What the cloud knows of oneself, and changing what may be changed. */
export default function ProfilePage() {
  const me = useMe();
  if (me.guest) {
    return (
      <SignInFirst id='profile-page' title='我的资料' text='登录后可以查看和修改自己的资料。' />
    );
  }
  return <Signed />;
}

function Signed() {
  const answer = useRoute('GET /me/profile', {});
  return (
    <Page id='profile-page' title='我的资料'>
      <Answer of={answer} shape='card'>
        {({ profile }) => (profile ? <ProfileForm profile={profile} /> : <NotRegistered />)}
      </Answer>
    </Page>
  );
}

function ProfileForm({ profile }: { profile: ProfileInFull }) {
  const [form, setForm] = useState<Form>(() => formOf(profile));
  const [wrong, setWrong] = useState<Wrong>({});
  const [busy, setBusy] = useState(false);
  const [said, say] = useState('');
  const change = (part: Partial<Form>) => {
    setForm({ ...form, ...part });
    setWrong({});
  };
  const save = async () => {
    const found = wrongIn(form);
    setWrong(found);
    if (busy || Object.keys(found).length > 0) return;
    setBusy(true);
    say('');
    const failed = await keep(form, profile);
    setBusy(false);
    if (failed === undefined) goBack();
    else say(failed);
  };
  return (
    <>
      {said !== '' && (
        <Banner id='profile-said' tone='error'>
          {said}
        </Banner>
      )}
      <Who form={form} wrong={wrong} fixed={profile.realNameLevel === 1} onChange={change} />
      <Card title='我会做什么'>
        <Choices
          id='skills'
          label='我会做什么'
          words={skills}
          chosen={form.skills}
          max={10}
          onChange={(chosen) => change({ skills: chosen })}
        />
      </Card>
      <Card title='我想做什么'>
        <Choices
          id='wishes'
          label='我想做什么'
          words={categories}
          chosen={form.wishes}
          max={5}
          onChange={(chosen) => change({ wishes: chosen })}
        />
      </Card>
      <ContactFields
        form={form}
        wrong={wrong}
        allowed={profile.emergencyAllowed}
        onChange={change}
      />
      <Known profile={profile} />
      <Button id='profile-save' busy={busy} busyText='正在保存…' onPress={() => void save()}>
        保存
      </Button>
    </>
  );
}

type WhoProps = {
  form: Form;
  wrong: Wrong;
  fixed: boolean;
  onChange: (part: Partial<Form>) => void;
};

function Who({ form, wrong, fixed, onChange }: WhoProps) {
  return (
    <>
      <Field
        id='profile-name'
        label='姓名'
        kind='nickname'
        maxLength={20}
        hint={fixed ? '已实名，不能自己修改' : '会写在服务证明上'}
        disabled={fixed}
        value={form.name}
        error={wrong.name}
        onChange={(name) => onChange({ name })}
      />
      <PickerField
        id='profile-district'
        label='所在区市'
        kind='option'
        value={form.district}
        options={districtOptions}
        onChange={(district) => onChange({ district: district as District })}
      />
    </>
  );
}

/** What one cannot change here, with the way to where one can. */
function Known({ profile }: { profile: ProfileInFull }) {
  const { birthMonth, maskedPhone, phoneVerified, realNameLevel, maskedIdentity } = profile;
  return (
    <>
      <Card title='登记时的资料'>
        <ListRow title='手机号' note={phoneVerified ? '已验证' : '未验证'} extra={maskedPhone} />
        <ListRow
          title='出生年月'
          note={realNameLevel === 1 ? '以身份证为准' : '登记后不能自己修改'}
          extra={`${birthMonth.slice(0, 4)}年${Number(birthMonth.slice(4))}月`}
        />
        <ListRow
          id='profile-real-name'
          title='实名'
          note={realNameLevel === 1 ? maskedIdentity : '有些活动要求实名'}
          extra={realNameLevel === 1 ? '已实名' : '去核验'}
          onPress={() => go('/volunteers/real-name/index')}
        />
      </Card>
      {profile.trainings.length > 0 && (
        <Card title='参加过的培训'>
          {profile.trainings.map(({ training, at, endsAt }) => (
            <ListRow
              key={`${training} ${at}`}
              title={trainings[training]}
              note={`有效期至 ${momentWord(endsAt, serverNow())}`}
              extra={endsAt > serverNow() ? '有效' : '已过期'}
            />
          ))}
        </Card>
      )}
    </>
  );
}

/** Undefined when it is saved; else why not. The consent goes first: without it no contact is taken. */
async function keep(form: Form, before: ProfileInFull): Promise<string | undefined> {
  try {
    const change = changeOf(form, before);
    if (change.emergencyContact && !before.emergencyAllowed) await allowContact();
    const data = await call('PUT /me', change);
    keepAnswer(keyOf('GET /me', {}), { data, savedAt: serverNow() });
    return undefined;
  } catch (error) {
    return sentenceOf(error);
  }
}

async function allowContact(): Promise<void> {
  const { consents } = await call('GET /me/consents', {});
  const known = consents.find(({ purpose }) => purpose === 'emergency_contact');
  if (!known || known.state === 'given') return;
  const { purpose, version } = known;
  await call('PUT /me/consents', { purpose, given: true, version });
}
