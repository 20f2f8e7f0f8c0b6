import { skills, trainings } from '#shared/vocabulary';
import { Card } from '../../ui/card/card';
import { Field } from '../../ui/field/field';
import { PickerField } from '../../ui/picker-field/picker-field';
import type { Form, Wrong } from './form';
import { mustInsure } from './form';

export type ConditionFieldsProps = {
  form: Form;
  wrong: Wrong;
  onChange: (part: Partial<Form>) => void;
};

const orNone = (words: Record<string, string>) => [
  { value: '', text: '不要求' },
  ...Object.entries(words).map(([value, text]) => ({ value, text })),
];
const skillOptions = orNone(skills);
const trainingOptions = orNone(trainings);
const yesNo = (yes: string, no: string) => [
  { value: 'no', text: no },
  { value: 'yes', text: yes },
];
const realNameOptions = yesNo('只收已实名的志愿者', '不要求');
const dangerousOptions = yesNo('有，要有保险', '没有');

/** Whom it takes. */
export function ConditionFields({ form, wrong, onChange }: ConditionFieldsProps) {
  const rescue = form.category === 'emergency';
  return (
    <Card title='招募谁'>
      <Field
        id='min-age'
        label='最小年龄（岁，可不填）'
        kind='digits'
        maxLength={3}
        value={form.minAge}
        hint={rescue ? '应急救援只收满 18 岁的志愿者' : '未满 14 岁的孩子须监护人同意'}
        error={wrong['min-age']}
        onChange={(minAge) => onChange({ minAge })}
      />
      <Field
        id='max-age'
        label='最大年龄（岁，可不填）'
        kind='digits'
        maxLength={3}
        value={form.maxAge}
        error={wrong['max-age']}
        onChange={(maxAge) => onChange({ maxAge })}
      />
      <PickerField
        id='real-name'
        label='实名'
        kind='option'
        value={form.realName}
        options={realNameOptions}
        onChange={(realName) => onChange({ realName })}
      />
      <PickerField
        id='skill'
        label='技能'
        kind='option'
        value={form.skill}
        options={skillOptions}
        onChange={(skill) => onChange({ skill })}
      />
      <PickerField
        id='training'
        label='培训'
        kind='option'
        value={form.training}
        options={trainingOptions}
        onChange={(training) => onChange({ training })}
      />
    </Card>
  );
}

/** What the law wants told and covered. */
export function SafetyFields({ form, wrong, onChange }: ConditionFieldsProps) {
  const rescue = form.category === 'emergency';
  return (
    <Card title='风险和保险'>
      <Field
        id='risks'
        label='风险提示'
        multiline
        maxLength={500}
        hint='《志愿服务条例》要求报名前告知风险；提交审核前必填'
        value={form.risks}
        error={wrong.risks}
        onChange={(risks) => onChange({ risks })}
      />
      {!rescue && (
        <PickerField
          id='dangerous'
          label='有没有人身危险'
          kind='option'
          value={form.dangerous}
          options={dangerousOptions}
          hint='登高、下水、使用机械等'
          onChange={(dangerous) => onChange({ dangerous })}
        />
      )}
      <InsuranceFields form={form} wrong={wrong} onChange={onChange} />
    </Card>
  );
}

function InsuranceFields({ form, wrong, onChange }: ConditionFieldsProps) {
  const word = mustInsure(form) ? '（必填）' : '（可不填）';
  return (
    <>
      <Field
        id='insurer'
        label={`保险公司${word}`}
        maxLength={40}
        value={form.insurer}
        error={wrong.insurer}
        onChange={(insurer) => onChange({ insurer })}
      />
      <Field
        id='policy-number'
        label={`保单号${word}`}
        maxLength={40}
        value={form.policyNumber}
        error={wrong['policy-number']}
        onChange={(policyNumber) => onChange({ policyNumber })}
      />
      <Field
        id='coverage'
        label={`保障内容${word}`}
        maxLength={120}
        placeholder='例如：意外伤害 20 万元'
        hint='志愿者报名时会看到'
        value={form.coverage}
        error={wrong.coverage}
        onChange={(coverage) => onChange({ coverage })}
      />
    </>
  );
}
