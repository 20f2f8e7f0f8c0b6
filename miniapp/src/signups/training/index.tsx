import { useRouter } from '@tarojs/taro';
import { useRef, useState } from 'react';
import { dayMs, dayOf, startOfDay } from '#shared/time';
import type { Training } from '#shared/vocabulary';
import { trainings } from '#shared/vocabulary';
import { call } from '../../api';
import { serverNow } from '../../clock';
import { goBack } from '../../go';
import { newRequestId } from '../../ids';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { usePerson } from '../../tokens';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Field } from '../../ui/field/field';
import { ListRow } from '../../ui/list-row/list-row';
import { Page } from '../../ui/page/page';
import { PickerField } from '../../ui/picker-field/picker-field';
import { useCommand } from '../../use-command';

const options = (Object.keys(trainings) as Training[]).map((value) => ({
  value,
  text: trainings[value],
}));

/** 2026-11-24, as the chooser wants it. */
const dashed = (at: number): string => dayOf(at).replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3');

/** An organisation says that one of its members was trained, until when that counts, and what the proof is. */
export default function TrainingPage() {
  const { organisationId = '', volunteerId = '', name = '' } = useRouter().params;
  const signedIn = usePerson((it) => it.person !== undefined);
  const [training, choose] = useState<string>('basics');
  const [date, setDate] = useState(() => dashed(serverNow() + 365 * dayMs));
  const [why, setWhy] = useState('');
  const [error, setError] = useState<string>();
  const { busy, said, run } = useCommand();
  // One request for one record: pressed again after a lost answer, it is still one.
  const requestId = useRef(newRequestId());
  if (!signedIn) {
    return <SignInFirst id='training' title='记录培训' text='登录后可以为本组织的成员记录培训。' />;
  }
  const save = () => {
    const missing = why.trim() === '';
    setError(missing ? '请写明培训的内容或证书号' : undefined);
    if (missing) return;
    void run(async () => {
      await call('POST /organisations/{organisationId}/members/{volunteerId}/trainings', {
        ...{ organisationId, volunteerId, requestId: requestId.current },
        training: training as Training,
        // The whole of the last day counts.
        endsAt: startOfDay(date.replace(/-/g, '')) + dayMs - 1,
        why: why.trim(),
      });
      goBack();
    });
  };
  return (
    <Page id='training' title='记录培训'>
      {said !== '' && (
        <Banner id='training-said' tone='error'>
          {said}
        </Banner>
      )}
      <Card>
        <ListRow
          title={decodeURIComponent(name)}
          note='写入本人的培训记录，并在组织的操作记录里留下您的名字'
        />
      </Card>
      <PickerField
        id='training-kind'
        label='培训'
        kind='option'
        value={training}
        options={options}
        onChange={choose}
      />
      <PickerField
        id='training-until'
        label='有效期到'
        kind='date'
        value={date}
        start={dashed(serverNow() + dayMs)}
        end={dashed(serverNow() + 5 * 365 * dayMs)}
        onChange={setDate}
      />
      <Field
        id='training-why'
        label='培训内容或证书号'
        maxLength={100}
        hint='例如：红十字会 8 学时急救培训，证书号 1234'
        value={why}
        error={error}
        onChange={setWhy}
      />
      <Button id='training-save' busy={busy} busyText='正在保存…' onPress={save}>
        保存
      </Button>
    </Page>
  );
}
