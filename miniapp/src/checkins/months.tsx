import { Text, View } from '@tarojs/components';
import type { MinutesByGrade, MonthRow } from '#shared/hours';
import { a11y } from '../ui/a11y';
import { Card } from '../ui/card/card';
import { classes } from '../ui/classes';
import { minutesWord } from '../words';
import { gradesWord, monthWord, signedMinutesWord, sumOf } from './minutes';
import styles from './months.module.scss';

type Part = { name: 'scanned' | 'closed' | 'typed' | 'imported'; word: string };
const parts: readonly Part[] = [
  { name: 'scanned', word: '现场扫码（A–C）' },
  { name: 'closed', word: '只有一端（D）' },
  { name: 'typed', word: '人工补录（E）' },
  { name: 'imported', word: '转入' },
];

const minutesIn = ({ A, B, C, D, E, imported }: MinutesByGrade): Record<Part['name'], number> => ({
  ...{ scanned: A + B + C, closed: D, typed: E, imported },
});

/** Minutes by month, each month a bar of what stands behind them; every number also stands there as a word. */
export function Months({ title, months }: { title: string; months: readonly MonthRow[] }) {
  const largest = Math.max(1, ...months.map(({ minutes }) => sumOf(minutes)));
  const used = parts.filter(({ name }) =>
    months.some(({ minutes }) => minutesIn(minutes)[name] > 0),
  );
  return (
    <Card id='months' title={title}>
      {months.map(({ month, minutes }) => (
        <View key={month} id={`month-${month}`} className={styles.month}>
          <View className={styles.head}>
            <Text className={styles.name}>{monthWord(month)}</Text>
            <Text className={styles.sum}>{signedMinutesWord(sumOf(minutes))}</Text>
          </View>
          <View className={styles.bar} {...a11y({ hidden: true })}>
            {parts.map(({ name }) => (
              <View
                key={name}
                className={classes(styles.part, styles[name])}
                style={{ width: `${(Math.max(0, minutesIn(minutes)[name]) / largest) * 100}%` }}
              />
            ))}
          </View>
          <Text className={styles.note}>{gradesWord(minutes)}</Text>
        </View>
      ))}
      <View className={styles.legend}>
        {used.map(({ name, word }) => (
          <View key={name} className={styles.key}>
            <View className={classes(styles.dot, styles[name])} {...a11y({ hidden: true })} />
            <Text className={styles.note}>{word}</Text>
          </View>
        ))}
      </View>
    </Card>
  );
}

/** The share that somebody typed: whoever reads a total should see it at once. */
export function typedWord(months: readonly MonthRow[]): string {
  const all = months.reduce((sum, { minutes }) => sum + sumOf(minutes), 0);
  const typed = months.reduce((sum, { minutes }) => sum + minutes.E, 0);
  if (all <= 0) return '';
  const share = typed === 0 ? '没有人工补录' : `人工补录占 ${Math.round((100 * typed) / all)}%`;
  return `共 ${minutesWord(all)}，${share}`;
}
