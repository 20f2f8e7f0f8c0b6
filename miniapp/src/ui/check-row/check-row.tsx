import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { a11y } from '../a11y';
import { classes } from '../classes';
import { Pressable } from '../pressable/pressable';
import styles from './check-row.module.scss';

export type CheckRowProps = {
  id: string;
  checked: boolean;
  error?: string | undefined;
  /** What a screen reader says instead of the sentence. */
  label?: string;
  /** Behind the sentence: a link to what is agreed to. */
  beside?: ReactNode;
  children: string;
  onChange: (checked: boolean) => void;
};

/** One sentence to tick, with what is wrong below it. */
export function CheckRow({ id, checked, error, label, beside, children, onChange }: CheckRowProps) {
  return (
    <View className={styles.row}>
      <View className={styles.line}>
        <Pressable
          id={id}
          role='checkbox'
          checked={checked}
          className={styles.check}
          label={label ?? children}
          onPress={() => onChange(!checked)}
        >
          <View className={classes(styles.box, checked && styles.ticked)}>
            <Text {...a11y({ hidden: true })}>{checked ? '✓' : ''}</Text>
          </View>
          <Text className={styles.text}>{children}</Text>
        </Pressable>
        {beside}
      </View>
      {error !== undefined && (
        <Text id={`${id}-error`} className={styles.wrong} {...a11y({ role: 'alert' })}>
          {error}
        </Text>
      )}
    </View>
  );
}
