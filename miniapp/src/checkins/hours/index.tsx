import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { HoursRow } from '#shared/hours';
import { startOfDay } from '#shared/time';
import { Answer } from '../../answer/answer';
import { serverNow } from '../../clock';
import { go, goTab } from '../../go';
import { useMe } from '../../session';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { Figure } from '../../ui/figure/figure';
import { ListRow } from '../../ui/list-row/list-row';
import { LoadMore } from '../../ui/load-more/load-more';
import { Page } from '../../ui/page/page';
import { Tag } from '../../ui/tag/tag';
import { usePages, useRoute } from '../../use-route';
import { dayWord, timeParts } from '../../words';
import { Meanings } from '../meanings';
import { gradeWord, signedMinutesWord } from '../minutes';
import { Months } from '../months';
import { packWord } from '../pack-word';
import styles from './index.module.scss';

/** The book of one's hours: every entry with what stands behind it, written once and never changed. */
export default function HoursPage() {
  const me = useMe();
  const { forVolunteerId } = useRouter().params;
  const whose = forVolunteerId === undefined ? {} : { forVolunteerId };
  const hours = usePages('GET /me/hours', me.guest ? undefined : whose, (it) => it.entries);
  if (me.guest) {
    return (
      <Page id='hours-page' title='我的工时'>
        <Empty
          title='登录后显示您的工时'
          action={{ text: '去登录', onPress: () => goTab('/tabs/me/index') }}
        />
      </Page>
    );
  }
  return (
    <Page id='hours-page' title={forVolunteerId === undefined ? '我的工时' : '家人的工时'}>
      {forVolunteerId === undefined && 'data' in me && (
        <Card>
          <Figure
            id='hours-total'
            label='累计工时'
            tone='brand'
            parts={timeParts(me.data.minutes)}
          />
        </Card>
      )}
      {forVolunteerId === undefined && (
        <Card>
          <ListRow
            id='hours-imported'
            title='转入其他系统的时长'
            note='您在别处登记过的志愿服务'
            onPress={() => go('/imported-hours/mine/index')}
          />
        </Card>
      )}
      <Answer of={hours}>
        {() =>
          hours.rows.length === 0 ? (
            <Empty
              id='hours-none'
              title='还没有工时'
              text='签到和签退都扫码之后，工时会自动记在这里。'
              action={{ text: '看看活动', onPress: () => go('/activities/list/index') }}
            />
          ) : (
            <>
              <ByMonth whose={whose} />
              <Card title='明细'>
                {hours.rows.map((row) => (
                  <Entry key={row.sequence} row={row} whose={whose} />
                ))}
              </Card>
              <LoadMore
                state={hours.tail === 'more' ? 'idle' : hours.tail}
                onMore={() => void hours.loadMore()}
              />
              <Meanings />
            </>
          )
        }
      </Answer>
    </Page>
  );
}

type Whose = { forVolunteerId?: string };

/** The months stand above the entries; without them the book is still whole. */
function ByMonth({ whose }: { whose: Whose }) {
  const totals = useRoute('GET /me/totals', whose);
  if (!('data' in totals) || totals.data.months.length === 0) return null;
  return <Months title='按月' months={totals.data.months} />;
}

function whyWord({ cause, reverses }: HoursRow): string {
  if (reverses !== undefined) return ` · 更正，冲回第 ${reverses} 笔`;
  return cause === 'correction' ? ' · 更正后的时长' : '';
}

function Entry({ row, whose }: { row: HoursRow; whose: Whose }) {
  const rounded = row.rawMinutes !== row.creditedMinutes;
  return (
    <ListRow
      id={`hours-${row.sequence}`}
      title={row.title}
      note={`${dayWord(startOfDay(row.day), serverNow())} · 第 ${row.sequence} 笔${whyWord(row)}`}
      {...(row.cause !== 'merge' &&
        row.cause !== 'imported' && {
          onPress: () => go('/checkins/record/index', { shiftId: row.shiftId, ...whose }),
        })}
      extra={<Text className={styles.minutes}>{signedMinutesWord(row.creditedMinutes)}</Text>}
      below={
        <View>
          <Tag tone='sea'>{`证据 ${gradeWord(row.grade)}`}</Tag>
          <Text className={styles.proof}>
            {`${rounded ? `原始 ${signedMinutesWord(row.rawMinutes)} · ` : ''}${packWord(row.pack)} · 校验 ${row.hash.slice(0, 8)}`}
          </Text>
        </View>
      }
    />
  );
}
