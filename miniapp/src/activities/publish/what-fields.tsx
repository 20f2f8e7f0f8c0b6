import { beneficiaries, categories } from '#shared/vocabulary';
import type { Membership } from '#shared/volunteers';
import { Card } from '../../ui/card/card';
import { Field } from '../../ui/field/field';
import { PickerField } from '../../ui/picker-field/picker-field';
import type { Form, Wrong } from './form';

export type WhatFieldsProps = {
  form: Form;
  wrong: Wrong;
  organising: Membership[];
  onChange: (part: Partial<Form>) => void;
};

const optionsOf = (words: Record<string, string>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }));
const categoryOptions = optionsOf(categories);
const beneficiaryOptions = optionsOf(beneficiaries);

/** Who publishes, what it is, for whom, and the risks that the law wants told. */
export function WhatFields({ form, wrong, organising, onChange }: WhatFieldsProps) {
  return (
    <Card title='做什么'>
      {organising.length > 1 && (
        <PickerField
          id='organisation'
          label='组织'
          kind='option'
          value={form.organisationId}
          options={organising.map((it) => ({
            value: it.organisationId,
            text: it.organisationName,
          }))}
          error={wrong.organisation}
          onChange={(organisationId) => onChange({ organisationId })}
        />
      )}
      <Field
        id='title'
        label='活动名称'
        maxLength={40}
        value={form.title}
        error={wrong.title}
        onChange={(title) => onChange({ title })}
      />
      <PickerField
        id='category'
        label='服务类别'
        kind='option'
        value={form.category}
        options={categoryOptions}
        error={wrong.category}
        onChange={(category) => onChange({ category })}
      />
      <PickerField
        id='beneficiary'
        label='服务对象'
        kind='option'
        value={form.beneficiary}
        options={beneficiaryOptions}
        error={wrong.beneficiary}
        onChange={(beneficiary) => onChange({ beneficiary })}
      />
      <Field
        id='description'
        label='活动内容'
        multiline
        maxLength={2_000}
        placeholder='做什么、集合方式、要带什么'
        value={form.description}
        error={wrong.description}
        onChange={(description) => onChange({ description })}
      />
      <Field
        id='risks'
        label='风险提示'
        multiline
        maxLength={500}
        hint='《志愿服务条例》要求报名前告知风险'
        value={form.risks}
        error={wrong.risks}
        onChange={(risks) => onChange({ risks })}
      />
      <Field
        id='contact'
        label='现场联系人'
        maxLength={40}
        placeholder='姓名和电话'
        value={form.contact}
        error={wrong.contact}
        onChange={(contact) => onChange({ contact })}
      />
    </Card>
  );
}
