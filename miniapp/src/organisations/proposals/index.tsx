import { useRouter } from '@tarojs/taro';
import { Answer } from '../../answer/answer';
import { serverNow } from '../../clock';
import { go } from '../../go';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { ListRow } from '../../ui/list-row/list-row';
import { LoadMore } from '../../ui/load-more/load-more';
import { Page } from '../../ui/page/page';
import { usePages } from '../../use-route';
import { momentWord } from '../../words';
import { kindWord } from '../organisation-row';

/** What waits below an organisation to be verified; each opens with what to decide. */
export default function ProposalsPage() {
  const { organisationId } = useRouter().params;
  const queue = usePages(
    'GET /organisations/{organisationId}/proposals',
    organisationId ? { organisationId } : undefined,
    (it) => it.proposals,
  );
  const now = serverNow();
  return (
    <Page id='proposals' title='待核验的组织'>
      <Answer of={queue}>
        {() =>
          queue.rows.length === 0 ? (
            <Empty
              id='proposals-none'
              title='没有待核验的组织'
              text='有人在这里发起组织后会出现在这里。'
            />
          ) : (
            <>
              <Card>
                {queue.rows.map((one) => (
                  <ListRow
                    key={one.organisationId}
                    id={`proposal-${one.organisationId}`}
                    title={one.name}
                    note={`${kindWord(one)} · ${one.proposerName} 发起于 ${momentWord(one.proposedAt, now)}`}
                    onPress={() =>
                      go('/organisations/show/index', { organisationId: one.organisationId })
                    }
                  />
                ))}
              </Card>
              <LoadMore
                state={queue.tail === 'more' ? 'idle' : queue.tail}
                onMore={() => void queue.loadMore()}
              />
            </>
          )
        }
      </Answer>
    </Page>
  );
}
