import { Text, View } from '@tarojs/components';
import { classes } from '../classes';
import type { Tone } from '../tag/tag';
import styles from './figure.module.scss';

export type FigureProps = {
  id?: string;
  /** Number and unit in pairs: `[['12', '小时'], ['30', '分']]`. */
  parts: readonly (readonly [value: string, unit: string])[];
  label: string;
  tone?: Tone;
};

/** A large number with its unit: what people came for. */
export function Figure({ id, parts, label, tone = 'plain' }: FigureProps) {
  return (
    <View className={styles.figure}>
      <Text className={styles.label}>{label}</Text>
      <View id={id} className={styles.line}>
        {parts.map(([value, unit]) => (
          <View key={unit} className={styles.part}>
            <Text className={classes(styles.value, styles[tone])}>{value}</Text>
            <Text className={styles.unit}>{unit}</Text>
          </View>
        ))}
      </View>
    </View>
  );
}
