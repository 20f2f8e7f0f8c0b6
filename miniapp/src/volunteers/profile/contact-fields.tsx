import { Text } from '@tarojs/components';
import type { EmergencyRelation } from '#shared/vocabulary';
import { emergencyRelations } from '#shared/vocabulary';
import { Card } from '../../ui/card/card';
import { CheckRow } from '../../ui/check-row/check-row';
import { Field } from '../../ui/field/field';
import { PickerField } from '../../ui/picker-field/picker-field';
import { consentTexts } from '../consents/texts';
import type { Form, Wrong } from './form';
import styles from './index.module.scss';

const relationOptions = Object.entries(emergencyRelations).map(([value, text]) => ({
  value,
  text,
}));

type ContactFieldsProps = {
  form: Form;
  wrong: Wrong;
  /** Whether the consent was there already: then it is changed on its own page. */
  allowed: boolean;
  onChange: (part: Partial<Form>) => void;
};

/** Whom to call; nobody has to name anybody. */
export function ContactFields({ form, wrong, allowed, onChange }: ContactFieldsProps) {
  return (
    <Card id='contact' title='紧急联系人（选填）'>
      <Text className={styles.count}>{consentTexts.emergency_contact.what}</Text>
      <Field
        id='contact-name'
        label='联系人姓名'
        maxLength={20}
        value={form.contactName}
        error={wrong.contactName}
        onChange={(contactName) => onChange({ contactName })}
      />
      <Field
        id='contact-phone'
        label='联系人手机号'
        kind='digits'
        maxLength={11}
        value={form.contactPhone}
        error={wrong.contactPhone}
        onChange={(contactPhone) => onChange({ contactPhone })}
      />
      <PickerField
        id='contact-relation'
        label='与您的关系'
        kind='option'
        value={form.contactRelation}
        options={relationOptions}
        error={wrong.contactRelation}
        onChange={(value) => onChange({ contactRelation: value as EmergencyRelation })}
      />
      {!allowed && (
        <CheckRow
          id='contact-allowed'
          checked={form.contactAllowed}
          error={wrong.contactAllowed}
          onChange={(contactAllowed) => onChange({ contactAllowed })}
        >
          同意保存紧急联系人
        </CheckRow>
      )}
    </Card>
  );
}
