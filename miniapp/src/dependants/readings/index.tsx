import { useRouter } from '@tarojs/taro';
import type { ReadingShown } from '#shared/dependants';
import { clockOf, hourMs } from '#shared/time';
import { Answer } from '../../answer/answer';
import { serverNow } from '../../clock';
import { purposeWords } from '../../reading-words';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { usePerson } from '../../tokens';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { ListRow } from '../../ui/list-row/list-row';
import { LoadMore } from '../../ui/load-more/load-more';
import { Page } from '../../ui/page/page';
import { Tag } from '../../ui/tag/tag';
import { usePages } from '../../use-route';
import { momentWord } from '../../words';
import { readingWords } from '../family-words';

/** Who of the staff looked at a child's data, when and what for. */
export default function ReadingsPage() {
  const own = usePerson((it) => it.person?.volunteerId);
  const { volunteerId = own } = useRouter().params;
  const readings = usePages(
    'GET /me/dependants/{volunteerId}/readings',
    own && volunteerId ? { volunteerId } : undefined,
    (it) => it.readings,
  );
  if (!own) {
    return <SignInFirst id='readings' title='查阅记录' text='登录后可以看到谁查看过孩子的信息。' />;
  }
  return (
    <Page id='readings' title='查阅记录'>
      <Answer of={readings}>
        {() =>
          readings.rows.length === 0 ? (
            <Empty
              id='readings-none'
              title='还没有人查看过'
              text='工作人员查看未成年人的信息时必须写明用途，每次都会记在这里。'
            />
          ) : (
            <>
              <Card>
                {readings.rows.map((row) => (
                  <Row key={`${row.at} ${row.maskedName} ${row.title} ${row.purpose}`} row={row} />
                ))}
              </Card>
              <LoadMore
                state={readings.tail === 'more' ? 'idle' : readings.tail}
                onMore={() => void readings.loadMore()}
              />
            </>
          )
        }
      </Answer>
    </Page>
  );
}

function Row({ row }: { row: ReadingShown }) {
  const { at, maskedName, organisationName, kind, title, purpose } = row;
  const when = `${momentWord(at, serverNow())}–${clockOf(at + hourMs)}`;
  return (
    <ListRow
      title={`${maskedName} · ${organisationName}`}
      note={`${when} · ${readingWords[kind]}：${title}`}
      extra={<Tag tone='sea'>{purposeWords[purpose]}</Tag>}
    />
  );
}
