import { useEffect } from 'react';
import type { NoticeShown } from '#shared/notices';
import { noticeKinds } from '#shared/vocabulary';
import { Answer } from '../../answer/answer';
import { call } from '../../api';
import { serverNow } from '../../clock';
import { go } from '../../go';
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
import { wayOf } from './link';

/** What I was told, newest first. What has been on screen counts as read the next time. */
export default function InboxPage() {
  const signedIn = usePerson((it) => it.person !== undefined);
  if (!signedIn) {
    return (
      <SignInFirst id='inbox' title='消息' text='登录后可以看到报名、审核和活动变动的消息。' />
    );
  }
  return <Inbox />;
}

function Inbox() {
  const inbox = usePages('GET /me/notices', {}, (it) => it.notices);
  useReading(inbox.state === 'ready' ? inbox.rows : []);
  const now = serverNow();
  return (
    <Page id='inbox' title='消息'>
      <Card>
        <ListRow
          id='inbox-messages'
          title='微信提醒'
          note='活动前一天、候补有名额时，微信也告诉您'
          onPress={() => go('/notices/messages/index')}
        />
      </Card>
      <Answer of={inbox}>
        {() =>
          inbox.rows.length === 0 ? (
            <Empty
              id='inbox-none'
              title='还没有消息'
              text='报名结果、活动提醒和审核结果会出现在这里。'
            />
          ) : (
            <>
              <Card>
                {inbox.rows.map((notice) => (
                  <NoticeRow key={`${notice.at} ${notice.noticeId}`} notice={notice} now={now} />
                ))}
              </Card>
              <LoadMore
                state={inbox.tail === 'more' ? 'idle' : inbox.tail}
                onMore={() => void inbox.loadMore()}
              />
            </>
          )
        }
      </Answer>
    </Page>
  );
}

function NoticeRow({ notice, now }: { notice: NoticeShown; now: number }) {
  const { noticeId, kind, text, link, at, unread } = notice;
  const way = wayOf(link);
  return (
    <ListRow
      id={`notice-${noticeId}`}
      title={noticeKinds[kind]}
      note={text}
      below={
        <>
          {unread && <Tag tone='brand'>未读</Tag>}
          <Tag>{momentWord(at, now)}</Tag>
        </>
      }
      label={`${unread ? '未读，' : ''}${noticeKinds[kind]}，${text}，${momentWord(at, now)}`}
      onPress={way && (() => go(way.address, way.query))}
    />
  );
}

/** Notes what is on screen as read; without network it stays unread until the next time. */
function useReading(rows: NoticeShown[]): void {
  const newest = rows.find((it) => it.unread)?.at;
  useEffect(() => {
    if (newest === undefined) return;
    call('PUT /me/notices/read', { until: newest }).catch(() => undefined);
  }, [newest]);
}
