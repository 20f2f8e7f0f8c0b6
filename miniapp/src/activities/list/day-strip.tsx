import { ScrollView, Text, View } from '@tarojs/components';
import { dayMs, dayOf } from '#shared/time';
import { a11y } from '../../ui/a11y';
import { classes } from '../../ui/classes';
import { Pressable } from '../../ui/pressable/pressable';
import { dateWord, weekdayWord } from '../../words';
import styles from './index.module.scss';

export type DayStripProps = { now: number; day: string; onChange: (day: string) => void };

/** Two weeks from today, side by side. */
export function DayStrip({ now, day, onChange }: DayStripProps) {
  const days = Array.from({ length: 14 }, (_, ahead) => now + ahead * dayMs);
  return (
    <ScrollView className={styles.strip} scrollX enhanced showScrollbar={false}>
      <View className={styles.days} {...a11y({ role: 'tablist', label: '日期' })}>
        {days.map((at, ahead) => (
          <Pressable
            key={dayOf(at)}
            id={`day-${dayOf(at)}`}
            role='tab'
            selected={dayOf(at) === day}
            className={classes(styles.day, dayOf(at) === day && styles.chosen)}
            onPress={() => onChange(dayOf(at))}
          >
            <Text className={styles.weekday}>
              {ahead === 0 ? '今天' : ahead === 1 ? '明天' : weekdayWord(at)}
            </Text>
            <Text className={styles.date}>{dateWord(at)}</Text>
          </Pressable>
        ))}
      </View>
    </ScrollView>
  );
}
