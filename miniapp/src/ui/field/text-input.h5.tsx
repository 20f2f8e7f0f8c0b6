import type { ChangeEvent } from 'react';
import type { TextInputProps } from './text-input';

/** The browser's own input, with its name and its error tied to it. */
export function TextInput(it: TextInputProps) {
  const common = {
    id: it.id,
    className: it.className,
    value: it.value,
    placeholder: it.placeholder,
    maxLength: it.maxLength,
    disabled: it.disabled,
    autoComplete: it.autofill,
    'aria-label': it.label,
    'aria-invalid': it.invalid,
    'aria-describedby': it.invalid ? `${it.id}-error` : undefined,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      it.onChange(event.target.value),
  };
  if (it.multiline) return <textarea {...common} rows={4} />;
  return <input {...common} inputMode={it.kind === 'digits' ? 'numeric' : 'text'} />;
}
