import { Text, View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useEffect, useMemo, useState } from 'react';
import { searchPlaces } from '#shared/search';
import type { StationList } from '#shared/stations';
import { minuteMs } from '#shared/time';
import { stationKinds, stationServices } from '#shared/vocabulary';
import { serverNow } from '../../clock';
import { useHere } from '../../stations/here';
import { openAt, StationRow } from '../../stations/station-row';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { LoadMore } from '../../ui/load-more/load-more';
import { Tag } from '../../ui/tag/tag';
import type { Wishes } from './filters';
import { useSearchedDistrict } from './filters';
import styles from './index.module.scss';

const step = 20;
const most = 200;

/** `undefined` for a word that was not chosen. */
function indexIn(words: Record<string, string>, chosen: string): number | undefined {
  const index = Object.keys(words).indexOf(chosen);
  return index < 0 ? undefined : index;
}

type FoundProps = { list: StationList; wishes: Wishes; onClear: () => void };

/** The stations that fit, twenty more at each reach of the end. */
export function Found({ list, wishes, onClear }: FoundProps) {
  const located = useHere((it) => it.located);
  const from = located?.status === 'found' ? located.place : undefined;
  const district = useSearchedDistrict(wishes);
  const minute = Math.floor(serverNow() / minuteMs);
  const [limit, setLimit] = useState(step);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question begins at the first twenty again.
  useEffect(() => setLimit(step), [wishes, district, from]);
  const found = useMemo(
    () =>
      searchPlaces(list, {
        from,
        district,
        at: openAt(minute * minuteMs),
        kind: indexIn(stationKinds, wishes.kind),
        service: indexIn(stationServices, wishes.service),
        words: wishes.words,
        openOnly: wishes.open === 'open',
        limit: limit + 1,
      }),
    [list, from, district, minute, wishes, limit],
  );
  const more = found.length > limit && limit < most;
  const showMore = () => setLimit((it) => Math.min(most, it + step));
  useReachBottom(() => {
    if (more) showMore();
  });
  if (found.length === 0) {
    return (
      <Empty
        id='no-station'
        title='没有符合的站点'
        text='换个区市或少选一些条件试试。'
        action={{ id: 'clear-filters', text: '清除条件', onPress: onClear }}
      />
    );
  }
  return (
    <Card id='stations'>
      {list.synthetic && (
        <View className={styles.note}>
          <Tag>示例数据</Tag>
          <Text>不是真实站点</Text>
        </View>
      )}
      {found.slice(0, limit).map((one) => (
        <StationRow key={one.row} list={list} found={one} />
      ))}
      <LoadMore state={more ? 'idle' : 'end'} onMore={showMore} />
    </Card>
  );
}
