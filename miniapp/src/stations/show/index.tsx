import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { gcj02, isOpen, metersBetween } from '#shared/place';
import type { StationShown } from '#shared/stations';
import { stationKinds, stationServices } from '#shared/vocabulary';
import { Answer } from '../../answer/answer';
import { serverNow } from '../../clock';
import { callPhone, openMap } from '../../device/outside';
import { chooseDistrict } from '../../district';
import { go } from '../../go';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { ListRow } from '../../ui/list-row/list-row';
import { Page } from '../../ui/page/page';
import { Tag } from '../../ui/tag/tag';
import { useRoute } from '../../use-route';
import { distanceWord } from '../../words';
import { useHere } from '../here';
import { openAt } from '../station-row';
import styles from './index.module.scss';
import { todayWord, weekRows } from './opening';

/** One station: whether it is open, how to get there, what it offers. */
export default function StationPage() {
  const { stationId = '' } = useRouter().params;
  const station = useRoute('GET /stations/{stationId}', { stationId });
  return (
    <Page id='station' title='站点'>
      <Answer of={station} shape='card'>
        {(data) => (
          <>
            {data.synthetic && <Banner tone='info'>示例数据：这不是真实站点</Banner>}
            <Head station={data} />
            <Reach station={data} />
            <Services station={data} />
            <Card title='开放时间'>
              {weekRows(data.hours).map(({ day, hours }) => (
                <ListRow key={day} title={day} extra={<Text>{hours}</Text>} />
              ))}
            </Card>
          </>
        )}
      </Answer>
    </Page>
  );
}

type StationProps = { station: StationShown };

function Head({ station }: StationProps) {
  const now = serverNow();
  const located = useHere((it) => it.located);
  const place = gcj02(station.latitude, station.longitude);
  const meters = located?.status === 'found' ? metersBetween(located.place, place) : undefined;
  return (
    <Card>
      <Text id='station-name' className={styles.name}>
        {station.name}
      </Text>
      <View className={styles.tags}>
        <Tag tone='sea'>{stationKinds[station.kind]}</Tag>
        {isOpen(station.hours, openAt(now)) ? <Tag tone='leaf'>开放中</Tag> : <Tag>已休息</Tag>}
      </View>
      <Text className={styles.fact}>{todayWord(station.hours, now)}</Text>
      {meters !== undefined && (
        <Text className={styles.fact}>{`距您 ${distanceWord(meters)}`}</Text>
      )}
    </Card>
  );
}

function Reach({ station }: StationProps) {
  const { name, address, phone } = station;
  const place = gcj02(station.latitude, station.longitude);
  return (
    <Card title='怎么去'>
      <Text className={styles.fact}>{address}</Text>
      <View className={styles.actions}>
        <View className={styles.action}>
          <Button id='navigate' onPress={() => void openMap({ place, name, address })}>
            导航
          </Button>
        </View>
        <View className={styles.action}>
          <Button
            id='call'
            kind='plain'
            label={`打电话 ${phone}`}
            onPress={() => void callPhone(phone)}
          >
            打电话
          </Button>
        </View>
      </View>
    </Card>
  );
}

function Services({ station }: StationProps) {
  const toShelf = () => {
    chooseDistrict(station.district);
    go('/rewards/shelf/index');
  };
  return (
    <Card title='这里有'>
      <View className={styles.tags}>
        {station.services.map((service) => (
          <Tag key={service}>{stationServices[service]}</Tag>
        ))}
        {station.services.length === 0 && <Text className={styles.fact}>没有登记服务项目</Text>}
      </View>
      {station.services.includes('redemption') && (
        <ListRow id='to-shelf' title='看可以兑换的礼品' onPress={toShelf} />
      )}
    </Card>
  );
}
