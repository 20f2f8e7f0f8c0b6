import { Text, View } from '@tarojs/components';
import type { RecordRow } from '#shared/hours';
import { serverNow } from '../../clock';
import { go, goTab } from '../../go';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Skeleton } from '../../ui/skeleton/skeleton';
import { Tag } from '../../ui/tag/tag';
import { useRoute } from '../../use-route';
import { remainingWord, spanWord } from '../../words';
import styles from './index.module.scss';

/** The shift I serve in, else the next one I signed up for. */
export function NextShift() {
  const records = useRoute('GET /me/records', {});
  if (records.state === 'loading') return <Skeleton shape='card' count={1} />;
  // The records' own page says why they could not be fetched; home goes on without.
  if (!('data' in records)) return null;
  const now = serverNow();
  const next = nextOf(records.data.records, now);
  if (!next) return null;
  const serving = next.state === 'checked_in';
  return (
    <Card
      id='next-shift'
      title={serving ? '正在服务' : '下一场'}
      action={{ text: '我的服务', onPress: () => go('/checkins/records/index') }}
    >
      <Text className={styles.title}>{next.title}</Text>
      <Text className={styles.when}>{spanWord(next, now)}</Text>
      <Text className={styles.when}>{next.placeName}</Text>
      <View className={styles.when}>
        {serving ? (
          <Tag tone='brand'>离开前请扫签退码</Tag>
        ) : (
          <Text className={styles.left}>{untilStart(next, now)}</Text>
        )}
      </View>
      <View className={styles.actions}>
        <View className={styles.action}>
          <Button
            kind='plain'
            onPress={() =>
              serving
                ? go('/shifts/running/index', { shiftId: next.shiftId })
                : go('/activities/show/index', { activityId: next.activityId })
            }
          >
            {serving ? '休息、复核' : '看活动'}
          </Button>
        </View>
        {serving && (
          <View className={styles.action}>
            <Button kind='plain' onPress={() => goTab('/tabs/scan/index')}>
              去签退
            </Button>
          </View>
        )}
      </View>
    </Card>
  );
}

/** Serving comes first; else the earliest that is signed up for and not over. */
export function nextOf(records: RecordRow[], now: number): RecordRow | undefined {
  const serving = records.find((it) => it.state === 'checked_in');
  const coming = records
    .filter((it) => it.state === 'signed_up' && it.endsAt > now)
    .sort((a, b) => a.startsAt - b.startsAt);
  return serving ?? coming[0];
}

const untilStart = ({ startsAt }: RecordRow, now: number): string =>
  startsAt > now ? `距开始${remainingWord(startsAt - now)}` : '已经开始，到场后请扫签到码';
