import type { ChangeEvent } from 'react';
import { classes } from '../classes';
import type { PickerControlProps } from './picker-control';
import styles from './picker-field.module.scss';

/** The browser's own select and date inputs. */
export function PickerControl(it: PickerControlProps) {
  const common = {
    id: it.id,
    value: it.value,
    disabled: it.disabled,
    className: classes(styles.control, it.invalid && styles.wrong, !it.value && styles.unset),
    'aria-label': it.label,
    'aria-invalid': it.invalid,
    'aria-describedby': it.invalid ? `${it.id}-error` : undefined,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
      it.onChange(event.target.value),
  };
  if (it.kind !== 'option') return <input {...common} type={it.kind} min={it.start} max={it.end} />;
  const unset = !it.options.some(({ value }) => value === it.value);
  return (
    <select {...common}>
      {unset && <option value={it.value}>{it.placeholder}</option>}
      {it.options.map(({ value, text }) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  );
}
