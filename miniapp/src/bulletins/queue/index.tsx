import { useRouter } from '@tarojs/taro';
import { Answer } from '../../answer/answer';
import { serverNow } from '../../clock';
import { go } from '../../go';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { ListRow } from '../../ui/list-row/list-row';
import { LoadMore } from '../../ui/load-more/load-more';
import { Page } from '../../ui/page/page';
import { Tag } from '../../ui/tag/tag';
import { usePages } from '../../use-route';
import { momentWord } from '../../words';

/** What the check of texts would not decide by itself, the longest waiting first. */
export default function QueuePage() {
  const { organisationId } = useRouter().params;
  const queue = usePages(
    'GET /organisations/{organisationId}/bulletin-queue',
    organisationId ? { organisationId } : undefined,
    (it) => it.bulletins,
  );
  const now = serverNow();
  return (
    <Page id='bulletin-queue' title='待审核公告'>
      <Answer of={queue}>
        {() => (
          <>
            {queue.rows.length === 0 && queue.tail === 'end' && (
              <Empty
                id='bulletin-queue-none'
                title='没有待审核的公告'
                text='内容安全检查拿不准的公告会出现在这里。'
              />
            )}
            {queue.rows.length > 0 && (
              <Card>
                {queue.rows.map((it) => (
                  <ListRow
                    key={it.bulletinId}
                    id={`bulletin-${it.bulletinId}`}
                    title={it.title}
                    note={`${it.organisationName} · ${it.authorMaskedName} · ${momentWord(it.at, now)}`}
                    below={it.own ? <Tag tone='sun'>您写的，请别人审核</Tag> : undefined}
                    onPress={() => go('/bulletins/show/index', { bulletinId: it.bulletinId })}
                  />
                ))}
              </Card>
            )}
            {(queue.rows.length > 0 || queue.tail !== 'end') && (
              <LoadMore
                state={queue.tail === 'more' ? 'idle' : queue.tail}
                onMore={() => void queue.loadMore()}
              />
            )}
          </>
        )}
      </Answer>
    </Page>
  );
}
