import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { HoursRow } from '#shared/checkins';
import { startOfDay } from '#shared/time';
import { evidenceGrades } from '#shared/vocabulary';
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
import { usePages } from '../../use-route';
import { dayWord, minutesWord, packWord, timeParts } from '../../words';
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
              <Card title='明细'>
                {hours.rows.map((row) => (
                  <Entry key={row.sequence} row={row} />
                ))}
              </Card>
              <LoadMore
                state={hours.tail === 'more' ? 'idle' : hours.tail}
                onMore={() => void hours.loadMore()}
              />
              <Grades />
            </>
          )
        }
      </Answer>
    </Page>
  );
}

function Entry({ row }: { row: HoursRow }) {
  const rounded = row.rawMinutes !== row.creditedMinutes;
  return (
    <ListRow
      id={`hours-${row.sequence}`}
      title={row.title}
      note={`${dayWord(startOfDay(row.day), serverNow())} · 第 ${row.sequence} 笔`}
      extra={<Text className={styles.minutes}>{minutesWord(row.creditedMinutes)}</Text>}
      below={
        <View>
          <Tag tone='sea'>{`证据 ${row.grade}`}</Tag>
          <Text className={styles.proof}>
            {`${rounded ? `原始 ${minutesWord(row.rawMinutes)} · ` : ''}${packWord(row.pack)} · 校验 ${row.hash.slice(0, 8)}`}
          </Text>
        </View>
      }
    />
  );
}

function Grades() {
  return (
    <Card title='证据等级是什么'>
      {Object.entries(evidenceGrades).map(([grade, meaning]) => (
        <Text key={grade} className={styles.meaning}>
          {`${grade}　${meaning}`}
        </Text>
      ))}
      <Text className={styles.meaning}>
        每一笔只写一次，不能修改；“校验”是它的指纹，和前一笔相连，改动任何一笔都会被发现。
      </Text>
    </Card>
  );
}
