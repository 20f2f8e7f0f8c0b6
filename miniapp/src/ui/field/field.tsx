import { Text, View } from '@tarojs/components';
import { a11y } from '../a11y';
import { classes } from '../classes';
import styles from './field.module.scss';
import { TextInput } from './text-input';

export type FieldProps = {
  id: string;
  label: string;
  value: string;
  placeholder?: string;
  hint?: string;
  /** What is wrong and what to do; read out as soon as it appears. */
  error?: string;
  maxLength?: number;
  kind?: 'text' | 'digits' | 'nickname';
  multiline?: boolean;
  disabled?: boolean;
  /** What a browser may fill in by itself. */
  autofill?: 'tel' | 'one-time-code';
  onChange: (value: string) => void;
};

/** A labelled line or paragraph to type in. */
export function Field(it: FieldProps) {
  return (
    <View className={styles.field}>
      <Text className={styles.label}>{it.label}</Text>
      <TextInput
        id={it.id}
        className={classes(
          styles.input,
          it.multiline && styles.tall,
          it.error !== undefined && styles.wrong,
        )}
        label={it.label}
        value={it.value}
        placeholder={it.placeholder}
        maxLength={it.maxLength ?? 140}
        kind={it.kind ?? 'text'}
        multiline={it.multiline ?? false}
        disabled={it.disabled}
        autofill={it.autofill}
        invalid={it.error !== undefined}
        onChange={it.onChange}
      />
      <FieldNotes id={it.id} error={it.error} hint={it.hint} />
    </View>
  );
}

/** What stands under a field: the error, else the hint. */
export function FieldNotes({ id, error, hint }: Pick<FieldProps, 'id' | 'error' | 'hint'>) {
  if (error !== undefined) {
    return (
      <View
        id={`${id}-error`}
        className={styles.error}
        {...a11y({ role: 'alert', live: 'polite' })}
      >
        <Text>{error}</Text>
      </View>
    );
  }
  return hint ? <Text className={styles.hint}>{hint}</Text> : null;
}
