import { Text, View } from '@tarojs/components';
import { a11y } from '../ui/a11y';
import { classes } from '../ui/classes';
import { FieldNotes } from '../ui/field/field';
import { Pressable } from '../ui/pressable/pressable';
import styles from './parts.module.scss';

export type ChoicesProps<V extends string> = {
  id: string;
  label: string;
  options: readonly { value: V; text: string }[];
  values: readonly V[];
  /** So many can be chosen; then the others cannot be pressed. */
  max: number;
  hint?: string;
  onChange: (values: V[]) => void;
};

/** Some of a list, each with a tick; no more than so many. */
export function Choices<V extends string>(it: ChoicesProps<V>) {
  const { id, label, options, values, max, hint, onChange } = it;
  const turn = (value: V) =>
    onChange(values.includes(value) ? values.filter((one) => one !== value) : [...values, value]);
  return (
    <View id={id} {...a11y({ role: 'group', label })}>
      <Text className={styles.legend}>{`${label}（${values.length}/${max}）`}</Text>
      <View className={styles.choices}>
        {options.map(({ value, text }) => {
          const chosen = values.includes(value);
          return (
            <Pressable
              key={value}
              id={`${id}-${value}`}
              role='checkbox'
              checked={chosen}
              disabled={!chosen && values.length >= max}
              className={classes(styles.choice, chosen && styles.chosen)}
              onPress={() => turn(value)}
            >
              <Text>{chosen ? `✓ ${text}` : text}</Text>
            </Pressable>
          );
        })}
      </View>
      <FieldNotes id={id} error={undefined} hint={hint} />
    </View>
  );
}
