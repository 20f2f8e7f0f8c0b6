import { useRouter } from '@tarojs/taro';
import type { BulletinRow } from '#shared/bulletins';
import { Answer } from '../../answer/answer';
import { serverNow } from '../../clock';
import { go } from '../../go';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { ListRow } from '../../ui/list-row/list-row';
import { LoadMore } from '../../ui/load-more/load-more';
import { Page } from '../../ui/page/page';
import { Tag } from '../../ui/tag/tag';
import { usePages } from '../../use-route';
import { momentWord } from '../../words';

/** What an organisation tells its people: the pinned one, then the newest first. */
export default function BoardPage() {
  const { organisationId } = useRouter().params;
  const board = usePages(
    'GET /organisations/{organisationId}/bulletins',
    organisationId ? { organisationId } : undefined,
    (it) => it.bulletins,
  );
  const head = 'data' in board ? board.data : undefined;
  return (
    <Page
      id='board'
      title='公告栏'
      bottom={
        head?.mayWrite && (
          <Button id='board-write' onPress={() => go('/bulletins/write/index', { organisationId })}>
            写公告
          </Button>
        )
      }
    >
      <Answer of={board}>
        {({ organisationName, pinned, mayDecide }) => (
          <>
            {mayDecide && (
              <Card>
                <ListRow
                  id='board-queue'
                  title='待审核公告'
                  note='内容安全检查拿不准的，要人看过才发布'
                  onPress={() => go('/bulletins/queue/index', { organisationId })}
                />
              </Card>
            )}
            {pinned && (
              <Card title='置顶'>
                <Row bulletin={pinned} />
              </Card>
            )}
            <Rows
              rows={board.rows.filter((it) => it.bulletinId !== pinned?.bulletinId)}
              title={organisationName}
              alone={pinned === undefined}
            />
            {board.rows.length > 0 && (
              <LoadMore
                state={board.tail === 'more' ? 'idle' : board.tail}
                onMore={() => void board.loadMore()}
              />
            )}
          </>
        )}
      </Answer>
    </Page>
  );
}

type RowsProps = { rows: BulletinRow[]; title: string; alone: boolean };

/** `alone`: nothing is pinned above, so that an empty list is an empty board. */
function Rows({ rows, title, alone }: RowsProps) {
  if (rows.length === 0 && !alone) return null;
  if (rows.length === 0) {
    return <Empty id='board-none' title='还没有公告' text={`${title}发布公告后会出现在这里。`} />;
  }
  return (
    <Card title={title}>
      {rows.map((bulletin) => (
        <Row key={bulletin.bulletinId} bulletin={bulletin} />
      ))}
    </Card>
  );
}

function Row({
  bulletin: { bulletinId, title, excerpt, authorMaskedName, at },
}: {
  bulletin: BulletinRow;
}) {
  return (
    <ListRow
      id={`bulletin-${bulletinId}`}
      title={title}
      note={excerpt}
      below={<Tag>{`${authorMaskedName} · ${momentWord(at, serverNow())}`}</Tag>}
      onPress={() => go('/bulletins/show/index', { bulletinId })}
    />
  );
}
