import { Text, View } from '@tarojs/components';
import type { ShiftBoard } from '#shared/activities';
import { countWord } from '../../words';
import styles from './index.module.scss';

export type CountsProps = { counts: ShiftBoard['counts']; capacity: number };

/** How many have signed up, come, and left. Each count of the board is of those who stand at that point now. */
export function Counts({ counts, capacity }: CountsProps) {
  const come = counts.checkedIn + counts.pending + counts.credited;
  const columns = [
    {
      id: 'count-signed-up',
      label: `已报名 / ${countWord(capacity)}`,
      value: counts.signedUp + come,
    },
    { id: 'count-checked-in', label: '已签到', value: come },
    { id: 'count-credited', label: '已签退', value: counts.credited },
  ];
  return (
    <View id='counts' className={styles.counts}>
      {columns.map(({ id, label, value }) => (
        <View key={id} className={styles.count}>
          <Text id={id} className={styles.number}>
            {countWord(value)}
          </Text>
          <Text className={styles.small}>{label}</Text>
        </View>
      ))}
    </View>
  );
}
