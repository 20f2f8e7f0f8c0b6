import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { serverNow } from '../../clock';
import { findHereIfAllowed } from '../../stations/here';
import { useStations } from '../../stations/list-store';
import { Banner } from '../../ui/banner/banner';
import { Empty } from '../../ui/empty/empty';
import { Page } from '../../ui/page/page';
import { Skeleton } from '../../ui/skeleton/skeleton';
import { updatedWord } from '../../words';
import { Filters, noWishes } from './filters';
import { Found } from './found';
import { HereLine } from './here-line';

/** Stations around me or of a district, found on the phone itself: without network as well. */
export default function Nearby() {
  const stations = useStations();
  const [wishes, setWishes] = useState(noWishes);
  useDidShow(() => void findHereIfAllowed());
  usePullDownRefresh(() => {
    void stations.refresh().then(() => Taro.stopPullDownRefresh());
  });
  const again = { id: 'retry', text: '重试', onPress: () => void stations.refresh() };
  const unchecked = stations.state === 'ready' && stations.reason !== undefined && (
    <Banner id='offline' tone='offline' action={again}>
      {`${stations.reason}。${updatedWord(stations.checkedAt, serverNow())}`}
    </Banner>
  );
  return (
    <Page id='nearby' title='附近' tab banner={unchecked}>
      <HereLine />
      <Filters wishes={wishes} onChange={setWishes} />
      {stations.state === 'loading' && <Skeleton count={6} />}
      {stations.state === 'failed' && (
        <Empty drawing='storm' title='没有取到站点' text={stations.reason} action={again} />
      )}
      {stations.state === 'ready' && (
        <Found list={stations.list} wishes={wishes} onClear={() => setWishes(noWishes)} />
      )}
    </Page>
  );
}
