import { Text } from '@tarojs/components';
import { useState } from 'react';
import type { RootRow } from '#shared/hours';
import { dayOf, monthOf, startOfDay } from '#shared/time';
import { Answer } from '../../answer/answer';
import { serverNow } from '../../clock';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { ListRow } from '../../ui/list-row/list-row';
import { Page } from '../../ui/page/page';
import { useRoute } from '../../use-route';
import { dayWord, momentWord } from '../../words';
import { monthWord } from '../minutes';
import styles from './index.module.scss';

const monthBefore = (month: string): string => monthOf(startOfDay(`${month}01`) - 1);

/** The public root of every day: whoever keeps one can tell later whether a single hour of that day was changed. */
export default function RootsPage() {
  const [month, show] = useState(() => monthOf(serverNow()));
  const [day, open] = useState<string>();
  const answer = useRoute('GET /roots', { month });
  return (
    <Page id='roots' title='公开凭证'>
      <Card>
        <Text className={styles.text}>
          每天凌晨 2
          点，前一天记入的全部工时合成一个指纹公开在这里，并包含再前一天的指纹。抄下它，以后改动、删除或补插任何一笔都会对不上。
        </Text>
      </Card>
      {day !== undefined && <Day key={day} day={day} />}
      <Answer of={answer} shape='card'>
        {({ roots }) =>
          roots.length === 0 ? (
            <Empty id='roots-none' title={`${monthWord(month)}还没有凭证`} />
          ) : (
            <Card title={monthWord(month)}>
              {roots.map((root) => (
                <ListRow
                  key={root.day}
                  id={`root-${root.day}`}
                  title={dayWord(startOfDay(root.day), serverNow())}
                  note={`${root.entries} 笔 · 指纹 ${root.root.slice(0, 16)}…`}
                  onPress={() => open(root.day)}
                />
              ))}
            </Card>
          )
        }
      </Answer>
      <Button id='roots-before' kind='plain' onPress={() => show(monthBefore(month))}>
        {`看${monthWord(monthBefore(month))}`}
      </Button>
    </Page>
  );
}

function Day({ day }: { day: string }) {
  const answer = useRoute('GET /roots/{day}', { day });
  return (
    <Answer of={answer} shape='card'>
      {(root) => (
        <Card id='root-day' title={`${dayWord(startOfDay(day), serverNow())}的凭证`}>
          <Fact label='指纹' value={root.root} />
          <Fact label={beforeLabel(root)} value={root.previous || '无，这是第一天'} />
          <Fact label='笔数' value={`${root.entries} 笔`} />
          <Fact label='生成时间' value={momentWord(root.at, serverNow())} />
          {root.fileUrls.map((url) => (
            <Fact key={url} label='全部指纹的文件（十分钟内可下载）' value={url} />
          ))}
        </Card>
      )}
    </Answer>
  );
}

const beforeLabel = ({ day }: RootRow): string =>
  `${dayWord(startOfDay(dayOf(startOfDay(day) - 1)), serverNow())}的指纹`;

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <>
      <Text className={styles.label}>{label}</Text>
      <Text className={styles.value} selectable userSelect>
        {value}
      </Text>
    </>
  );
}
