import { useRouter } from '@tarojs/taro';
import { Answer } from '../../answer/answer';
import { go, goTab } from '../../go';
import type { Outcome } from '../../outbox';
import { useOutcome } from '../../outbox';
import { Page } from '../../ui/page/page';
import { Result } from '../../ui/result/result';
import { useRoute } from '../../use-route';
import { Closed } from './closed';
import { Waiting } from './waiting';

/** One exchange: the code for the counter while it waits to be fetched, else what became of it. */
export default function Pickup() {
  const { redemptionId = '' } = useRouter().params;
  const sent = useOutcome({ id: redemptionId, route: 'POST /redemptions' });
  const unsent = sent && sent.outcome.status !== 'done' ? sent.outcome : undefined;
  return (
    <Page id='pickup' title='领取'>
      {unsent ? <Unsent outcome={unsent} /> : <Redemption redemptionId={redemptionId} />}
    </Page>
  );
}

function Redemption({ redemptionId }: { redemptionId: string }) {
  const redemption = useRoute('GET /redemptions/{redemptionId}', { redemptionId });
  return (
    <Answer of={redemption} shape='card'>
      {(data) =>
        data.state === 'reserved' ? (
          <Waiting redemption={data} onChanged={redemption.refresh} />
        ) : (
          <Closed redemption={data} />
        )
      }
    </Answer>
  );
}

/** It is still on the phone, or the answer was no. */
function Unsent({ outcome }: { outcome: Outcome }) {
  const home = { text: '回首页', onPress: () => goTab('/tabs/home/index') };
  const shelf = { text: '看礼品', onPress: () => go('/rewards/shelf/index') };
  if (outcome.status === 'pending') {
    return (
      <Result
        id='result'
        tone='waiting'
        headline='待同步'
        text={`${outcome.reason}。兑换成功后，这里会出现领取码。`}
        actions={[home]}
      />
    );
  }
  const text = outcome.status === 'refused' ? outcome.message : '';
  return (
    <Result id='result' tone='refused' headline='没有兑换' text={text} actions={[shelf, home]} />
  );
}
