import { View } from '@tarojs/components';
import { a11y } from '../a11y';
import styles from './skeleton.module.scss';

export type SkeletonProps = {
  /** The shape of what will stand here. */
  shape?: 'row' | 'card' | 'figure';
  count?: number;
};

/** Holds the place of what is being fetched, in the same geometry. */
export function Skeleton({ shape = 'row', count = 3 }: SkeletonProps) {
  return (
    <View {...a11y({ label: '正在加载', role: 'status' })}>
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows without identity, never reordered.
        <View key={index} className={styles[shape]}>
          <View className={styles.long} />
          {shape !== 'figure' && <View className={styles.short} />}
        </View>
      ))}
    </View>
  );
}
