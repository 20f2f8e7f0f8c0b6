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

/** Who publishes, what it is, and for whom. */
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
      <PickerField
        id='category'
        label='服务类别'
        kind='option'
        value={form.category}
        options={categoryOptions}
        hint='选好后按类别填好名称、内容和风险提示，可以再改'
        error={wrong.category}
        onChange={(category) => onChange({ category })}
      />
      <Field
        id='title'
        label='活动名称'
        maxLength={40}
        value={form.title}
        error={wrong.title}
        onChange={(title) => onChange({ title })}
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
