import { View } from '@tarojs/components';
import { a11y } from '../ui/a11y';
import styles from './index.module.scss';

/** A part of a whole, drawn; the words beside it say the same. */
export function Bar({ part, whole }: { part: number; whole: number }) {
  const percent = whole === 0 ? 0 : Math.min(100, Math.max(0, (part / whole) * 100));
  return (
    <View className={styles.bar} {...a11y({ hidden: true })}>
      <View className={styles.filled} style={{ width: `${percent}%` }} />
    </View>
  );
}
