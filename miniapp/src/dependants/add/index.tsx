import { useRef, useState } from 'react';
import type { Relation } from '#shared/dependants';
import { dayOf } from '#shared/time';
import { Answer } from '../../answer/answer';
import { call } from '../../api';
import { serverNow } from '../../clock';
import { districtOptions } from '../../district';
import { goInstead } from '../../go';
import { newRequestId } from '../../ids';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { usePerson } from '../../tokens';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Field } from '../../ui/field/field';
import { Page } from '../../ui/page/page';
import { PickerField } from '../../ui/picker-field/picker-field';
import { useCommand } from '../../use-command';
import { useRoute } from '../../use-route';
import { Consent } from '../consent';
import { relationWords } from '../family-words';
import type { Form, Wrong } from './form';
import { emptyForm, requestOf, wrongIn } from './form';

const relations = (Object.keys(relationWords) as Relation[]).map((value) => ({
  value,
  text: relationWords[value],
}));

/** Registers somebody who has no phone: they become a volunteer of their own, and I look after them. */
export default function AddPage() {
  const signedIn = usePerson((it) => it.person !== undefined);
  const mine = useRoute('GET /me/dependants', signedIn ? {} : undefined);
  const [form, setForm] = useState<Form>(emptyForm);
  const [wrong, setWrong] = useState<Wrong>({});
  const { busy, said, run } = useCommand();
  // One form is one person, however often it is sent.
  const requestId = useRef(newRequestId());
  const change = (part: Partial<Form>) => {
    setForm({ ...form, ...part });
    setWrong({});
    requestId.current = newRequestId();
  };
  const send = (consentVersion: string) => {
    const found = wrongIn(form, serverNow());
    setWrong(found);
    if (Object.keys(found).length > 0) return;
    const request = requestOf(form, { requestId: requestId.current, consentVersion });
    void run(async () => {
      const { volunteerId } = await call('POST /me/dependants', request);
      goInstead('/dependants/person/index', { volunteerId });
    });
  };
  if (!signedIn) {
    return <SignInFirst id='add' title='添加家人' text='登录后可以替家人登记。' />;
  }
  return (
    <Page
      id='add'
      title='添加家人'
      bottom={
        'data' in mine && (
          <Button
            id='add-send'
            busy={busy}
            busyText='正在提交…'
            onPress={() => 'data' in mine && send(mine.data.consentVersion)}
          >
            登记这位家人
          </Button>
        )
      }
    >
      {said !== '' && (
        <Banner id='add-said' tone='error'>
          {said}
        </Banner>
      )}
      <Answer of={mine} shape='card'>
        {() => <Fields form={form} wrong={wrong} onChange={change} />}
      </Answer>
    </Page>
  );
}

type FieldsProps = { form: Form; wrong: Wrong; onChange: (part: Partial<Form>) => void };

function Fields({ form, wrong, onChange }: FieldsProps) {
  return (
    <>
      <PickerField
        id='add-relation'
        label='与我的关系'
        kind='option'
        value={form.relation}
        options={relations}
        error={wrong.relation}
        onChange={(relation) => onChange({ relation: relation as Relation })}
      />
      <Field
        id='add-name'
        label='姓名'
        maxLength={20}
        hint='请填真实姓名，会写在服务证明上'
        value={form.name}
        error={wrong.name}
        onChange={(name) => onChange({ name })}
      />
      <PickerField
        id='add-birth'
        label='出生年月'
        kind='month'
        start='1920-01'
        end={dayOf(serverNow()).replace(/^(\d{4})(\d{2}).*$/, '$1-$2')}
        value={form.birthMonth}
        error={wrong.birthMonth}
        onChange={(birthMonth) => onChange({ birthMonth })}
      />
      <PickerField
        id='add-district'
        label='所在区市'
        kind='option'
        value={form.district}
        options={districtOptions}
        error={wrong.district}
        onChange={(district) => onChange({ district })}
      />
      <Card title={form.relation === 'child' ? '监护人同意书' : '代为登记说明'}>
        <Consent
          child={form.relation === 'child'}
          agreed={form.agreed}
          error={wrong.agreed}
          onChange={() => onChange({ agreed: !form.agreed })}
        />
      </Card>
    </>
  );
}
