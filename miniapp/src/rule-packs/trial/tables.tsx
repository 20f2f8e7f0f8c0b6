import { Text } from '@tarojs/components';
import type { SimulationShown } from '#shared/rule-packs';
import { differenceWords } from '#shared/rule-packs.words';
import { categories, districts } from '#shared/vocabulary';
import { Card } from '../../ui/card/card';
import { classes } from '../../ui/classes';
import { ListRow } from '../../ui/list-row/list-row';
import { countWord, minutesWord } from '../../words';
import { Bar } from '../bar';
import styles from '../index.module.scss';

/** How many people have how much more or less. */
export function Differences({ of: { differences, people } }: { of: SimulationShown }) {
  if (people === 0) return null;
  return (
    <Card id='trial-differences' title='每个人的变化'>
      {differenceWords.map((word, index) => {
        const count = differences[index] ?? 0;
        return (
          <ListRow
            key={word}
            title={word}
            extra={<Text className={styles.number}>{`${countWord(count)} 人`}</Text>}
            below={<Bar part={count} whole={people} />}
          />
        );
      })}
    </Card>
  );
}

type Sums = { services: number; beforeMinutes: number; afterMinutes: number };

function Change({ beforeMinutes, afterMinutes }: Sums) {
  const more = afterMinutes - beforeMinutes;
  if (more === 0) return <Text className={styles.number}>不变</Text>;
  return (
    <Text className={classes(styles.number, more > 0 ? styles.more : styles.less)}>
      {`${more > 0 ? '多' : '少'} ${minutesWord(Math.abs(more))}`}
    </Text>
  );
}

const noteOf = ({ services, beforeMinutes, afterMinutes }: Sums): string =>
  `${countWord(services)} 次 · ${minutesWord(beforeMinutes)} → ${minutesWord(afterMinutes)}`;

type PeopleProps = { id: string; title: string; rows: SimulationShown['topGained'] };

/** Those with the largest differences; nobody is named. */
export function People({ id, title, rows }: PeopleProps) {
  if (rows.length === 0) return null;
  return (
    <Card id={id} title={title}>
      {rows.map((row) => (
        <ListRow
          key={`${row.mark} ${row.services} ${row.beforeMinutes} ${row.afterMinutes}`}
          title={`编号尾号 ${row.mark}`}
          note={noteOf(row)}
          extra={<Change {...row} />}
        />
      ))}
    </Card>
  );
}

/** The same sums by what stands behind the hours, by category and by district. */
export function Shares({ of }: { of: SimulationShown }) {
  const parts: [string, (Sums & { name: string })[]][] = [
    ['按证据等级', of.byGrade.map((it) => ({ name: `证据 ${it.grade}`, ...it }))],
    ['按类别', of.byCategory.map((it) => ({ name: categories[it.category], ...it }))],
    ['按区市', of.byDistrict.map((it) => ({ name: districts[it.district], ...it }))],
  ];
  return (
    <>
      {parts.map(
        ([title, rows]) =>
          rows.length > 0 && (
            <Card key={title} title={title}>
              {rows.map((row) => (
                <ListRow
                  key={row.name}
                  title={row.name}
                  note={noteOf(row)}
                  extra={<Change {...row} />}
                />
              ))}
            </Card>
          ),
      )}
    </>
  );
}
