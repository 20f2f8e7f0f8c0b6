import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Response } from '#shared/api';
import { Answer } from '../../answer/answer';
import { call } from '../../api';
import { goBack } from '../../go';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Field } from '../../ui/field/field';
import { Page } from '../../ui/page/page';
import { useCommand } from '../../use-command';
import { useRoute } from '../../use-route';

/** Who answers for an organisation's certificates. */
export default function IssuerPage() {
  const { organisationId } = useRouter().params;
  const answer = useRoute(
    'GET /organisations/{organisationId}/certificate-profile',
    organisationId ? { organisationId } : undefined,
  );
  if (organisationId && 'data' in answer) {
    const { profile } = answer.data;
    return <Form key={profile?.version ?? 0} organisationId={organisationId} profile={profile} />;
  }
  return (
    <Page id='issuer' title='证明负责人'>
      <Answer of={answer}>{() => null}</Answer>
    </Page>
  );
}

type Profile = Response<'GET /organisations/{organisationId}/certificate-profile'>['profile'];
const phonePattern = /^[0-9][0-9-]{4,18}[0-9]$/;

function Form({ organisationId, profile }: { organisationId: string; profile: Profile }) {
  const [told, setTold] = useState({
    responsibleName: profile?.responsibleName ?? '',
    handlerName: profile?.handlerName ?? '',
    contactPhone: profile?.contactPhone ?? '',
  });
  const [checked, setChecked] = useState(false);
  const { busy, said, run } = useCommand();
  const wrong = {
    responsibleName: told.responsibleName.trim() ? undefined : '请填写负责人姓名',
    handlerName: told.handlerName.trim() ? undefined : '请填写经办人姓名',
    contactPhone: phonePattern.test(told.contactPhone.trim())
      ? undefined
      : '请填写电话，只用数字和短横线',
  };
  const save = () => {
    setChecked(true);
    if (Object.values(wrong).some((one) => one !== undefined)) return;
    void run(async () => {
      await call('PUT /organisations/{organisationId}/certificate-profile', {
        ...{ organisationId, version: profile?.version ?? 0, ...told },
      });
      goBack();
    });
  };
  const field = (name: keyof typeof told, label: string, hint: string) => (
    <Field
      id={`issuer-${name}`}
      label={label}
      hint={hint}
      maxLength={20}
      value={told[name]}
      {...(checked && wrong[name] !== undefined && { error: wrong[name] })}
      onChange={(text) => setTold({ ...told, [name]: text })}
    />
  );
  return (
    <Page
      id='issuer'
      title='证明负责人'
      bottom={
        <Button id='issuer-save' busy={busy} busyText='正在保存…' onPress={save}>
          保存
        </Button>
      }
    >
      {said !== '' && (
        <Banner id='said' tone='error'>
          {said}
        </Banner>
      )}
      <Card title='印在每份证明上'>
        {field('responsibleName', '单位负责人', '对证明的真实性负责')}
        {field('handlerName', '经办人', '收到查询时由这位答复')}
        {field('contactPhone', '联系电话', '单位电话，如 0532-88880000')}
      </Card>
    </Page>
  );
}
