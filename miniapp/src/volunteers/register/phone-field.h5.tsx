import { Field } from '../../ui/field/field';
import type { PhoneFieldProps } from './phone-field';

/** A browser has no number to give: it is typed, and kept as not verified. */
export function PhoneField({ phoneNumber, error, onNumber }: PhoneFieldProps) {
  return (
    <Field
      id='phone'
      label='手机号'
      kind='digits'
      maxLength={11}
      hint='用于活动联系，只有您自己能看到'
      value={phoneNumber}
      error={error}
      onChange={onNumber}
    />
  );
}
