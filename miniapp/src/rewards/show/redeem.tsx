import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { RewardCard } from '#shared/rewards';
import { enter } from '../../entry';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Dialog } from '../../ui/dialog/dialog';
import { ListRow } from '../../ui/list-row/list-row';
import { countWord, pointsWord } from '../../words';
import type { Redeeming } from './use-redeeming';

export type RedeemProps = {
  reward: RewardCard;
  /** Undefined: a guest, or not known yet. */
  balance: number | undefined;
  redeeming: Redeeming;
};

/** The button at the lower edge, which says why when it cannot be used, and the question before the exchange. */
export function Redeem({ reward, balance, redeeming }: RedeemProps) {
  const [asked, setAsked] = useState(false);
  const [entering, setEntering] = useState(false);
  const [problem, setProblem] = useState('');
  const obstacle = obstacleOf(reward, balance);
  const ask = async () => {
    setEntering(true);
    setProblem('');
    const entry = await enter();
    setEntering(false);
    if (entry.status === 'ready') setAsked(true);
    if (entry.status === 'failed') setProblem(entry.reason);
  };
  const agree = () => {
    setAsked(false);
    void redeeming.redeem(reward);
  };
  return (
    <>
      {problem && <Banner tone='error'>{problem}</Banner>}
      <Button
        id='redeem'
        disabled={obstacle !== undefined}
        busy={entering || redeeming.busy}
        busyText={redeeming.busy ? '正在兑换…' : undefined}
        onPress={() => void ask()}
      >
        {obstacle ?? `用 ${pointsWord(reward.price)}兑换`}
      </Button>
      <Dialog
        id='redeem-dialog'
        open={asked}
        title={`兑换「${reward.title}」？`}
        confirm='兑换'
        cancel='再想想'
        onConfirm={agree}
        onCancel={() => setAsked(false)}
      >
        <View>
          <ListRow title='花费' extra={<Text>{pointsWord(reward.price)}</Text>} />
          {balance !== undefined && (
            <ListRow
              title='兑换后剩余'
              extra={<Text id='balance-after'>{pointsWord(balance - reward.price)}</Text>}
            />
          )}
          <ListRow title='领取地点' note={reward.stationName} />
        </View>
      </Dialog>
    </>
  );
}

/** Why it cannot be exchanged now, as the button says it. */
export function obstacleOf(
  { onShelf, stock, price }: Pick<RewardCard, 'onShelf' | 'stock' | 'price'>,
  balance: number | undefined,
): string | undefined {
  if (!onShelf) return '已下架';
  if (stock === 0) return '已兑完';
  if (balance !== undefined && balance < price) {
    return `积分不够，还差 ${countWord(price - balance)} 分`;
  }
  return undefined;
}
