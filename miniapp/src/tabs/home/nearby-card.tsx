import { Text, View } from '@tarojs/components';
import { searchPlaces } from '#shared/search';
import { districts } from '#shared/vocabulary';
import { serverNow } from '../../clock';
import { useDistrict } from '../../district';
import { goTab } from '../../go';
import { useHere } from '../../stations/here';
import { useStations } from '../../stations/list-store';
import { openAt, StationRow } from '../../stations/station-row';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { Skeleton } from '../../ui/skeleton/skeleton';
import { Tag } from '../../ui/tag/tag';
import styles from './index.module.scss';

const shownRows = 3;

/** Three stations: the nearest where the position is known already, else of the district. */
export function NearbyCard() {
  const stations = useStations();
  const located = useHere((it) => it.located);
  const district = useDistrict((it) => it.district);
  const from = located?.status === 'found' ? located.place : undefined;
  return (
    <Card
      id='nearby-stations'
      title={from ? '附近的站点' : `${districts[district]}的站点`}
      action={{ id: 'all-stations', text: '看更多', onPress: () => goTab('/tabs/nearby/index') }}
    >
      {stations.state === 'loading' && <Skeleton count={shownRows} />}
      {stations.state === 'failed' && (
        <Empty
          drawing='storm'
          title='没有取到'
          text={stations.reason}
          action={{ text: '重试', onPress: () => void stations.refresh() }}
        />
      )}
      {stations.state === 'ready' && (
        <>
          {stations.list.synthetic && (
            <View className={styles.note}>
              <Tag>示例数据</Tag>
              <Text>不是真实站点</Text>
            </View>
          )}
          {searchPlaces(stations.list, {
            from,
            district: from ? undefined : district,
            at: openAt(serverNow()),
            limit: shownRows,
          }).map((found) => (
            <StationRow key={found.row} list={stations.list} found={found} />
          ))}
        </>
      )}
    </Card>
  );
}
