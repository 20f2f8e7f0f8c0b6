import { Picker, Text, View } from '@tarojs/components';
import { a11y } from '../a11y';
import { classes } from '../classes';
import styles from './picker-field.module.scss';

export type Option = { value: string; text: string };
type Common = {
  id: string;
  label: string;
  /** Empty: nothing chosen yet. */
  value: string;
  placeholder: string;
  disabled?: boolean;
  invalid: boolean;
  onChange: (value: string) => void;
};
/** Values: an option's own, `2026-11-24`, `2026-11`, `14:05`. `start` and `end` bound dates, months and times. */
export type PickerControlProps = Common &
  (
    | { kind: 'option'; options: readonly Option[] }
    | { kind: 'date' | 'month' | 'time'; start?: string; end?: string }
  );

/** WeChat's wheels. */
export function PickerControl(it: PickerControlProps) {
  const chosen =
    it.kind === 'option' ? it.options.find(({ value }) => value === it.value)?.text : it.value;
  const shown = (
    <View
      className={classes(styles.control, it.invalid && styles.wrong, !chosen && styles.unset)}
      hoverClass='pressed'
    >
      <Text>{chosen || it.placeholder}</Text>
    </View>
  );
  const named = { id: it.id, disabled: it.disabled, ...a11y({ label: it.label }) };
  if (it.kind === 'option') {
    return (
      <Picker
        {...named}
        mode='selector'
        range={it.options.map(({ text }) => text)}
        value={Math.max(
          0,
          it.options.findIndex(({ value }) => value === it.value),
        )}
        onChange={(event) => it.onChange(it.options[Number(event.detail.value)]?.value ?? '')}
      >
        {shown}
      </Picker>
    );
  }
  const bounds = { value: it.value, start: it.start, end: it.end };
  const onChange = (event: { detail: { value: string } }) => it.onChange(event.detail.value);
  if (it.kind === 'time') {
    return (
      <Picker {...named} {...bounds} mode='time' onChange={onChange}>
        {shown}
      </Picker>
    );
  }
  const fields = it.kind === 'month' ? 'month' : 'day';
  return (
    <Picker {...named} {...bounds} mode='date' fields={fields} onChange={onChange}>
      {shown}
    </Picker>
  );
}
