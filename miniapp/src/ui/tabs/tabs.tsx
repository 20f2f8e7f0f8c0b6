import { Text, View } from '@tarojs/components';
import { a11y } from '../a11y';
import { classes } from '../classes';
import { Pressable } from '../pressable/pressable';
import styles from './tabs.module.scss';

export type TabsProps<V extends string> = {
  id?: string;
  /** What one chooses between, for screen readers. */
  label: string;
  items: readonly { value: V; text: string }[];
  value: V;
  onChange: (value: V) => void;
};

/** Two to five views of one thing, side by side. */
export function Tabs<V extends string>({ id, label, items, value, onChange }: TabsProps<V>) {
  return (
    <View id={id} className={styles.tabs} {...a11y({ role: 'tablist', label })}>
      {items.map((item) => (
        <Pressable
          key={item.value}
          role='tab'
          selected={item.value === value}
          className={classes(styles.tab, item.value === value && styles.chosen)}
          onPress={() => onChange(item.value)}
        >
          <Text>{item.text}</Text>
        </Pressable>
      ))}
    </View>
  );
}
