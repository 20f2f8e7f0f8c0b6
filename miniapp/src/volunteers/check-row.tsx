import { Text, View } from '@tarojs/components';
import { a11y } from '../ui/a11y';
import { classes } from '../ui/classes';
import { Pressable } from '../ui/pressable/pressable';
import styles from './check-row.module.scss';

export type CheckRowProps = {
  id: string;
  checked: boolean;
  error?: string | undefined;
  children: string;
  onChange: (checked: boolean) => void;
};

/** One sentence to tick, with what is wrong below it. */
export function CheckRow({ id, checked, error, children, onChange }: CheckRowProps) {
  return (
    <View className={styles.row}>
      <Pressable
        id={id}
        role='checkbox'
        checked={checked}
        className={styles.check}
        label={children}
        onPress={() => onChange(!checked)}
      >
        <View className={classes(styles.box, checked && styles.ticked)}>
          <Text {...a11y({ hidden: true })}>{checked ? '✓' : ''}</Text>
        </View>
        <Text className={styles.text}>{children}</Text>
      </Pressable>
      {error !== undefined && (
        <Text id={`${id}-error`} className={styles.wrong} {...a11y({ role: 'alert' })}>
          {error}
        </Text>
      )}
    </View>
  );
}
