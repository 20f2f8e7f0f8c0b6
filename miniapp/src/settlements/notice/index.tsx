import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { typingReasons } from '#shared/hours.words';
import type { Notice, NoticeRow } from '#shared/settlements';
import { Answer } from '../../answer/answer';
import { serverNow } from '../../clock';
import { useMe } from '../../session';
import { Banner } from '../../ui/banner/banner';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { ListRow } from '../../ui/list-row/list-row';
import { LoadMore } from '../../ui/load-more/load-more';
import { Page } from '../../ui/page/page';
import { Tag } from '../../ui/tag/tag';
import { usePages } from '../../use-route';
import { minutesWord, momentWord, spanWord } from '../../words';
import { endLine, gradeWord } from '../evidence';
import { ObjectSheet } from './object-sheet';

/** The public notice of a settled shift. Anybody may read it; whoever is signed in may object to one row. */
export default function NoticePage() {
  const { shiftId } = useRouter().params;
  const notice = usePages(
    'GET /shifts/{shiftId}/notice',
    shiftId ? { shiftId } : undefined,
    (it) => it.rows,
  );
  const [chosen, choose] = useState<NoticeRow>();
  return (
    <Page id='notice' title='工时公示'>
      <Answer of={notice} shape='card'>
        {(data) => (
          <>
            <Head notice={data} />
            {notice.rows.length === 0 ? (
              <Empty
                id='notice-none'
                title='名单还在整理'
                text='结算后几分钟内会列出，请稍后再看。'
              />
            ) : (
              <>
                <Card id='notice-rows'>
                  {notice.rows.map((row) => (
                    <Row key={row.rowId} row={row} onObject={() => choose(row)} />
                  ))}
                </Card>
                <LoadMore
                  state={notice.tail === 'more' ? 'idle' : notice.tail}
                  onMore={() => void notice.loadMore()}
                />
              </>
            )}
            {chosen && (
              <ObjectSheet
                shiftId={data.shiftId}
                row={chosen}
                name={nameOf(chosen)}
                onClose={() => choose(undefined)}
                onDone={notice.refresh}
              />
            )}
          </>
        )}
      </Answer>
    </Page>
  );
}

const nameOf = ({ maskedName, number = 0 }: NoticeRow): string =>
  maskedName ?? `未成年志愿者 ${number}`;

function Head({ notice }: { notice: Notice }) {
  const now = serverNow();
  const me = useMe();
  const { title, organisationName, noticeUntil, share } = notice;
  const over = noticeUntil < now;
  return (
    <Card title={title}>
      <ListRow title={spanWord(notice, now)} note={organisationName} />
      {share && (
        <ListRow
          id='notice-share'
          title={`共 ${share.rows} 人`}
          note={`事后上传 ${share.late} 人 · 人工补录 ${share.typed} 人`}
        />
      )}
      <Banner id='notice-until' tone={over ? 'info' : 'waiting'}>
        {over ? '公示已结束' : `公示到 ${momentWord(noticeUntil, now)}`}
      </Banner>
      {!over && (
        <Text>
          {me.guest
            ? '登录后点一条记录，可以提出异议。'
            : '点一条记录可以提出异议。提出人不会告诉任何人。'}
        </Text>
      )}
    </Card>
  );
}

function Row({ row, onObject }: { row: NoticeRow; onObject: () => void }) {
  const me = useMe();
  const { creditedMinutes, grade, typed, disputed, noticeUntil } = row;
  const open = !me.guest && !disputed && creditedMinutes > 0 && noticeUntil >= serverNow();
  const lines = [endLine('到达', row.in), endLine('离开', row.out)];
  if (typed) {
    const approved = typed.approvedBy ? `，${typed.approvedBy} 审核` : '';
    lines.push(`补录：${typingReasons[typed.reason]}（${typed.by} 填写${approved}）`);
  }
  return (
    <ListRow
      id={`row-${row.rowId}`}
      title={`${nameOf(row)} · ${minutesWord(creditedMinutes)}`}
      note={lines.join('\n')}
      below={
        <>
          {grade && <Tag tone='sea'>{gradeWord(grade)}</Tag>}
          {disputed && <Tag tone='sun'>正在核实</Tag>}
        </>
      }
      {...(open && { onPress: onObject })}
    />
  );
}
