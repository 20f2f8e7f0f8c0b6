import { useState } from 'react';
import type { Profile } from '#shared/volunteers';
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
import { Empty } from '../../ui/empty/empty';
import { Field } from '../../ui/field/field';
import { ListRow } from '../../ui/list-row/list-row';
import { Page } from '../../ui/page/page';
import { PickerField } from '../../ui/picker-field/picker-field';
import { wrongName } from '../register/form';

/** What the cloud knows of oneself, and changing what may be changed. */
export default function ProfilePage() {
  const me = useMe();
  if (me.guest) {
    return (
      <SignInFirst id='profile-page' title='我的资料' text='登录后可以查看和修改自己的资料。' />
    );
  }
  return (
    <Page id='profile-page' title='我的资料'>
      <Answer of={me} shape='card'>
        {({ profile }) => (profile ? <ProfileForm profile={profile} /> : <NotRegistered />)}
      </Answer>
    </Page>
  );
}

function NotRegistered() {
  return (
    <Empty
      title='还没有登记'
      text='登记成为志愿者后，这里会有您的资料。'
      action={{ text: '去登记', onPress: () => go('/volunteers/register/index') }}
    />
  );
}

function ProfileForm({ profile }: { profile: Profile }) {
  const [name, setName] = useState(profile.name);
  const [district, setDistrict] = useState<string>(profile.district);
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [said, say] = useState('');
  const save = async () => {
    const wrong = wrongName(name);
    setError(wrong);
    if (busy || wrong) return;
    setBusy(true);
    say('');
    const failed = await change({ name: name.trim(), district: district as Profile['district'] });
    setBusy(false);
    if (failed === undefined) goBack();
    else say(failed);
  };
  const { birthMonth, maskedPhone, phoneVerified } = profile;
  return (
    <>
      {said !== '' && (
        <Banner id='profile-said' tone='error'>
          {said}
        </Banner>
      )}
      <Field
        id='profile-name'
        label='姓名'
        kind='nickname'
        maxLength={20}
        hint='会写在服务证明上'
        value={name}
        error={error}
        onChange={setName}
      />
      <PickerField
        id='profile-district'
        label='所在区市'
        kind='option'
        value={district}
        options={districtOptions}
        onChange={setDistrict}
      />
      <Card title='登记时的资料'>
        <ListRow title='手机号' note={phoneVerified ? '已验证' : '未验证'} extra={maskedPhone} />
        <ListRow
          title='出生年月'
          note='登记后不能自己修改'
          extra={`${birthMonth.slice(0, 4)}年${Number(birthMonth.slice(4))}月`}
        />
      </Card>
      <Button id='profile-save' busy={busy} busyText='正在保存…' onPress={() => void save()}>
        保存
      </Button>
    </>
  );
}

/** Undefined when it is saved; else why not. */
async function change(wanted: Pick<Profile, 'name' | 'district'>): Promise<string | undefined> {
  try {
    const data = await call('PUT /me', wanted);
    keepAnswer(keyOf('GET /me', {}), { data, savedAt: serverNow() });
    return undefined;
  } catch (error) {
    return sentenceOf(error);
  }
}
