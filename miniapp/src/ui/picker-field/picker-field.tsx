import { Text, View } from '@tarojs/components';
import { FieldNotes } from '../field/field';
import type { PickerControlProps } from './picker-control';
import { PickerControl } from './picker-control';
import styles from './picker-field.module.scss';

type Distributed<T> = T extends unknown ? Omit<T, 'invalid' | 'placeholder'> : never;
export type PickerFieldProps = Distributed<PickerControlProps> & {
  placeholder?: string;
  hint?: string;
  error?: string;
};

/** A labelled choice: one of a list, a day, a month or a time, with the platform's own chooser. */
export function PickerField({ hint, error, ...it }: PickerFieldProps) {
  return (
    <View className={styles.field}>
      <Text className={styles.label}>{it.label}</Text>
      <PickerControl
        {...it}
        placeholder={it.placeholder ?? '请选择'}
        invalid={error !== undefined}
      />
      <FieldNotes id={it.id} error={error} hint={hint} />
    </View>
  );
}
