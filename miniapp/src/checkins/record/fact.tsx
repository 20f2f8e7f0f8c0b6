import { Text, View } from '@tarojs/components';
import styles from './index.module.scss';

/** One fact of a record: what it is, and what it says. */
export function Fact({ id, label, value }: { id?: string; label: string; value: string }) {
  return (
    <View id={id} className={styles.fact}>
      <Text className={styles.label}>{label}</Text>
      <Text className={styles.value}>{value}</Text>
    </View>
  );
}
