import { useRouter } from '@tarojs/taro';
import type { RecordRow } from '#shared/checkins';
import type { RecordState } from '#shared/vocabulary';
import { recordStates } from '#shared/vocabulary';
import { Answer } from '../../answer/answer';
import { serverNow } from '../../clock';
import { go, goTab } from '../../go';
import { usePerson } from '../../tokens';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { ListRow } from '../../ui/list-row/list-row';
import { LoadMore } from '../../ui/load-more/load-more';
import { Page } from '../../ui/page/page';
import type { Tone } from '../../ui/tag/tag';
import { Tag } from '../../ui/tag/tag';
import { usePages } from '../../use-route';
import { minutesWord, pointsWord, spanWord } from '../../words';
import { WaitingCard } from './waiting-card';

const tones: Record<RecordState, Tone> = {
  signed_up: 'sea',
  withdrawn: 'plain',
  checked_in: 'sun',
  credited: 'leaf',
  waiting: 'sun',
  asked: 'sun',
  no_show: 'plain',
};

/** What waits for an answer of one's own, or may be explained, is found on the sheet of the sign-up. */
const sheetStates: readonly RecordState[] = ['asked', 'waiting', 'no_show'];

/** Everything one has signed up for and served, and what still waits on this phone. */
export default function RecordsPage() {
  const signedIn = usePerson((it) => it.person !== undefined);
  const { forVolunteerId } = useRouter().params;
  const whose = forVolunteerId === undefined ? {} : { forVolunteerId };
  const records = usePages('GET /me/records', signedIn ? whose : undefined, (it) => it.records);
  if (!signedIn) {
    return (
      <Page id='records' title='我的服务'>
        <Empty
          title='登录后显示您的服务'
          action={{ text: '去登录', onPress: () => goTab('/tabs/me/index') }}
        />
      </Page>
    );
  }
  return (
    <Page id='records' title={forVolunteerId === undefined ? '我的服务' : '家人的服务'}>
      {forVolunteerId === undefined && <WaitingCard />}
      <Answer of={records}>
        {() =>
          records.rows.length === 0 ? (
            <Empty
              id='records-none'
              title='还没有服务记录'
              text='报名一场活动，到现场扫码签到，就会出现在这里。'
              action={{ text: '看看活动', onPress: () => go('/activities/list/index') }}
            />
          ) : (
            <>
              <Card>
                {records.rows.map((row) => (
                  <Row key={row.shiftId} row={row} />
                ))}
              </Card>
              <LoadMore
                state={records.tail === 'more' ? 'idle' : records.tail}
                onMore={() => void records.loadMore()}
              />
            </>
          )
        }
      </Answer>
    </Page>
  );
}

function Row({ row }: { row: RecordRow }) {
  const now = serverNow();
  const missed = row.state === 'signed_up' && row.endsAt < now;
  const earned =
    row.creditedMinutes === undefined
      ? ''
      : `${minutesWord(row.creditedMinutes)} · ${pointsWord(row.points ?? 0)}`;
  return (
    <ListRow
      id={`record-${row.shiftId}`}
      title={row.title}
      note={`${spanWord(row, now)} · ${row.placeName}`}
      below={earned === '' ? undefined : <Tag tone='plain'>{earned}</Tag>}
      extra={
        <Tag tone={missed ? 'plain' : tones[row.state]}>
          {missed ? '未到场' : recordStates[row.state]}
        </Tag>
      }
      onPress={() =>
        sheetStates.includes(row.state)
          ? go('/signups/sheet/index', { shiftId: row.shiftId })
          : go('/activities/show/index', { activityId: row.activityId })
      }
    />
  );
}
