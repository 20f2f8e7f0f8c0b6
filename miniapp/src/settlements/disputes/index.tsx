import { useRouter } from '@tarojs/taro';
import { Answer } from '../../answer/answer';
import { Empty } from '../../ui/empty/empty';
import { LoadMore } from '../../ui/load-more/load-more';
import { Page } from '../../ui/page/page';
import { usePages } from '../../use-route';
import { DisputeCard } from './dispute-card';

/** What waits for my organisation's decision on hours, the most urgent first. */
export default function DisputeQueue() {
  const { organisationId } = useRouter().params;
  const waiting = usePages(
    'GET /organisations/{organisationId}/disputes',
    organisationId ? { organisationId } : undefined,
    (it) => it.disputes,
  );
  return (
    <Page id='disputes' title='异议与申诉'>
      <Answer of={waiting} shape='card'>
        {() =>
          waiting.rows.length === 0 ? (
            <Empty
              id='disputes-none'
              title='都核实了'
              text='有人对公示提出异议或本人申诉时会出现在这里。'
            />
          ) : (
            <>
              {waiting.rows.map((one) => (
                <DisputeCard key={one.disputeId} dispute={one} onDone={waiting.refresh} />
              ))}
              <LoadMore
                state={waiting.tail === 'more' ? 'idle' : waiting.tail}
                onMore={() => void waiting.loadMore()}
              />
            </>
          )
        }
      </Answer>
    </Page>
  );
}
