import { useRouter } from '@tarojs/taro';
import type { AuditRow } from '#shared/organisations';
import { Answer } from '../../answer/answer';
import { serverNow } from '../../clock';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { ListRow } from '../../ui/list-row/list-row';
import { LoadMore } from '../../ui/load-more/load-more';
import { Page } from '../../ui/page/page';
import { usePages } from '../../use-route';
import { momentWord } from '../../words';

/** Who changed what, when and why; nothing of it is ever edited. */
export default function AuditPage() {
  const { organisationId } = useRouter().params;
  const log = usePages(
    'GET /organisations/{organisationId}/audits',
    organisationId ? { organisationId } : undefined,
    (it) => it.audits,
  );
  return (
    <Page id='audit' title='操作记录'>
      <Answer of={log}>
        {() =>
          log.rows.length === 0 ? (
            <Empty id='audit-none' title='还没有记录' text='角色、成员和组织的变更会记在这里。' />
          ) : (
            <>
              <Card>
                {log.rows.map((row) => (
                  <ListRow
                    key={`${row.at} ${row.what} ${row.subjectName}`}
                    title={`${row.what}：${row.subjectName}`}
                    note={noteOf(row)}
                  />
                ))}
              </Card>
              <LoadMore
                state={log.tail === 'more' ? 'idle' : log.tail}
                onMore={() => void log.loadMore()}
              />
            </>
          )
        }
      </Answer>
    </Page>
  );
}

function noteOf({ at, byName, secondByName, from, to, why }: AuditRow): string {
  const who = secondByName ? `${byName}、${secondByName}` : byName;
  return [
    from && to ? `${from} → ${to}` : (to ?? ''),
    why === '' ? '' : `原因：${why}`,
    `${who} · ${momentWord(at, serverNow())}`,
  ]
    .filter(Boolean)
    .join('；');
}
