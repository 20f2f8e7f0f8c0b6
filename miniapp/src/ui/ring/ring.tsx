import { Text, View } from '@tarojs/components';
import { a11y } from '../a11y';
import styles from './ring.module.scss';

export type RingProps = {
  /** What is left, 1 to 0. */
  fraction: number;
  /** In the middle: `5:32`, `12`. */
  text: string;
  /** What a screen reader says, such as 还有 5 分 32 秒. */
  label: string;
};

/** A ring that empties while time runs out. */
export function Ring({ fraction, text, label }: RingProps) {
  const degrees = Math.round(360 * Math.min(1, Math.max(0, fraction)));
  return (
    <View
      className={styles.ring}
      style={{ background: `conic-gradient(var(--sea) ${degrees}deg, var(--line) 0)` }}
      {...a11y({ role: 'timer', label })}
    >
      <View className={styles.middle}>
        <Text>{text}</Text>
      </View>
    </View>
  );
}
