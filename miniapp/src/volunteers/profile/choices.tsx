import { Text, View } from '@tarojs/components';
import { a11y } from '../../ui/a11y';
import { classes } from '../../ui/classes';
import { Pressable } from '../../ui/pressable/pressable';
import styles from './index.module.scss';

export type ChoicesProps<V extends string> = {
  id: string;
  label: string;
  words: Record<V, string>;
  chosen: readonly V[];
  /** At most so many; the others cannot be ticked then. */
  max: number;
  onChange: (chosen: V[]) => void;
};

/** Some of many: each a word to tap, and to tap again. */
export function Choices<V extends string>(it: ChoicesProps<V>) {
  const { id, words, chosen, max } = it;
  const full = chosen.length >= max;
  return (
    <View>
      <Text className={styles.count}>{`已选 ${chosen.length} 项，最多 ${max} 项`}</Text>
      <View id={id} className={styles.choices} {...a11y({ role: 'group', label: it.label })}>
        {(Object.keys(words) as V[]).map((value) => {
          const on = chosen.includes(value);
          return (
            <Pressable
              key={value}
              id={`${id}-${value}`}
              role='checkbox'
              checked={on}
              disabled={full && !on}
              className={classes(styles.choice, on && styles.chosen, full && !on && styles.off)}
              label={words[value]}
              onPress={() =>
                it.onChange(on ? chosen.filter((one) => one !== value) : [...chosen, value])
              }
            >
              <Text>{`${on ? '✓ ' : ''}${words[value]}`}</Text>
            </Pressable>
          );
        })}
      </View>
    </View>
  );
}
