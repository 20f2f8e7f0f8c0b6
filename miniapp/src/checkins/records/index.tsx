import { useRouter } from '@tarojs/taro';
import type { RecordRow } from '#shared/hours';
import { monthOf } from '#shared/time';
import type { RecordState } from '#shared/vocabulary';
import { Answer } from '../../answer/answer';
import { serverNow } from '../../clock';
import { go, goTab } from '../../go';
import { usePerson } from '../../tokens';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { ListRow } from '../../ui/list-row/list-row';
import { LoadMore } from '../../ui/load-more/load-more';
import { Page } from '../../ui/page/page';
import { Tag } from '../../ui/tag/tag';
import { usePages } from '../../use-route';
import { minutesWord, pointsWord, spanWord } from '../../words';
import { monthWord } from '../minutes';
import { hasEvidence, standingOf } from '../standing';
import { WaitingCard } from './waiting-card';

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
              {byMonth(records.rows, records.tail === 'end').map(({ month, word, rows }) => (
                <Card key={month} id={`records-${month}`} title={word}>
                  {rows.map((row) => (
                    <Row key={row.shiftId} row={row} whose={whose} />
                  ))}
                </Card>
              ))}
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

type Whose = { forVolunteerId?: string };
type Month = { month: string; word: string; rows: RecordRow[] };

/** The rows by the month of the service, the newest first; a month that is not all there yet has no sum. */
function byMonth(rows: readonly RecordRow[], isAll: boolean): Month[] {
  const months: Month[] = [];
  for (const row of rows) {
    const month = monthOf(row.startsAt);
    const last = months[months.length - 1];
    if (last?.month === month) last.rows.push(row);
    else months.push({ month, word: monthWord(month), rows: [row] });
  }
  return months.map((one, index) => {
    const minutes = one.rows.reduce((sum, row) => sum + (row.creditedMinutes ?? 0), 0);
    const isWhole = isAll || index < months.length - 1;
    return isWhole && minutes > 0 ? { ...one, word: `${one.word} · ${minutesWord(minutes)}` } : one;
  });
}

function Row({ row, whose }: { row: RecordRow; whose: Whose }) {
  const now = serverNow();
  const { word, tone } = standingOf(row, now);
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
      extra={<Tag tone={tone}>{word}</Tag>}
      onPress={() => open(row, whose)}
    />
  );
}

function open(row: RecordRow, whose: Whose): void {
  const { shiftId, activityId } = row;
  if (sheetStates.includes(row.state)) go('/signups/sheet/index', { shiftId });
  else if (hasEvidence(row)) go('/checkins/record/index', { shiftId, ...whose });
  else go('/activities/show/index', { activityId });
}
