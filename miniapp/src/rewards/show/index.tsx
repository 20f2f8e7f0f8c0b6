import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { RewardCard } from '#shared/rewards';
import { districts } from '#shared/vocabulary';
import { Answer } from '../../answer/answer';
import { go } from '../../go';
import { useMe } from '../../session';
import { Card } from '../../ui/card/card';
import { Figure } from '../../ui/figure/figure';
import { ListRow } from '../../ui/list-row/list-row';
import { Page } from '../../ui/page/page';
import { useRoute } from '../../use-route';
import { countWord } from '../../words';
import styles from './index.module.scss';
import { Redeem } from './redeem';
import { Redeemed } from './redeemed';
import { useRedeeming } from './use-redeeming';

/** One reward: what it costs, where it waits, and exchanging points for it. */
export default function RewardPage() {
  const { rewardId = '' } = useRouter().params;
  const reward = useRoute('GET /rewards/{rewardId}', { rewardId });
  const me = useMe();
  const redeeming = useRedeeming();
  const again = () => {
    redeeming.forget();
    void reward.refresh();
    void me.refresh();
  };
  if (redeeming.outcome) {
    return (
      <Page id='redeemed' title='礼品'>
        <Redeemed
          redemptionId={redeeming.redemptionId}
          outcome={redeeming.outcome}
          onAgain={again}
        />
      </Page>
    );
  }
  const shown = 'data' in reward ? reward.data : undefined;
  const balance = 'data' in me ? me.data.points : undefined;
  return (
    <Page
      id='reward'
      title='礼品'
      bottom={shown && <Redeem reward={shown} balance={balance} redeeming={redeeming} />}
    >
      <Answer of={reward} shape='card'>
        {(data) => <About reward={data} />}
      </Answer>
    </Page>
  );
}

function About({ reward }: { reward: RewardCard }) {
  return (
    <>
      <Card>
        <Text id='reward-title' className={styles.title}>
          {reward.title}
        </Text>
        <Figure
          id='price'
          label='兑换需要'
          tone='brand'
          parts={[[countWord(reward.price), '积分']]}
        />
        <View className={styles.about}>
          <Text>{reward.description}</Text>
        </View>
      </Card>
      <Card title='怎么领'>
        <ListRow title='剩余' extra={<Text>{`${countWord(reward.stock)} 份`}</Text>} />
        <ListRow title='每人每月' extra={<Text>{`最多 ${reward.monthlyLimit} 份`}</Text>} />
        <ListRow
          id='pickup-station'
          title='领取地点'
          note={`${districts[reward.district]} ${reward.stationName}`}
          onPress={() => go('/stations/show/index', { stationId: reward.stationId })}
        />
        <ListRow
          title='领取期限'
          extra={<Text>{`兑换后 ${reward.pickupDays} 天`}</Text>}
          note='到期没领，积分自动退回'
        />
        <ListRow title='提供' extra={<Text>{reward.sponsorName}</Text>} />
      </Card>
    </>
  );
}
