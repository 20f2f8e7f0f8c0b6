import { Input, Textarea } from '@tarojs/components';
import { a11y } from '../a11y';

export type TextInputProps = {
  id: string;
  className?: string;
  label: string;
  value: string;
  placeholder?: string;
  maxLength: number;
  /** `digits`: a number pad. */
  kind: 'text' | 'digits' | 'nickname';
  multiline: boolean;
  disabled?: boolean;
  autofill?: 'tel' | 'one-time-code';
  /** There is an error below: its element has the id `<id>-error`. */
  invalid: boolean;
  onChange: (value: string) => void;
};

/** WeChat's own input. */
export function TextInput(it: TextInputProps) {
  const common = {
    id: it.id,
    className: it.className,
    value: it.value,
    placeholder: it.placeholder,
    disabled: it.disabled,
    onInput: (event: { detail: { value: string } }) => it.onChange(event.detail.value),
    ...a11y({ label: it.label }),
  };
  if (it.multiline) return <Textarea {...common} autoHeight maxlength={it.maxLength} />;
  const type = it.kind === 'digits' ? 'number' : it.kind;
  return <Input {...common} type={type} maxlength={it.maxLength} />;
}
