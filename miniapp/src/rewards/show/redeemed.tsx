import { serverNow } from '../../clock';
import { goInstead, goTab } from '../../go';
import type { Outcome } from '../../outbox';
import { Result } from '../../ui/result/result';
import { momentWord, pointsWord } from '../../words';

export type RedeemedProps = {
  redemptionId: string;
  outcome: Outcome<'POST /redemptions'>;
  onAgain: () => void;
};

/** What became of an exchange: done, waiting to be sent, or refused without a point being taken. */
export function Redeemed({ redemptionId, outcome, onAgain }: RedeemedProps) {
  const toPickup = {
    id: 'to-pickup',
    text: '去领取',
    onPress: () => goInstead('/rewards/pickup/index', { redemptionId }),
  };
  const home = { id: 'to-home', text: '回首页', onPress: () => goTab('/tabs/home/index') };
  const again = { id: 'again', text: '返回礼品', onPress: onAgain };
  if (outcome.status === 'done') {
    const { redemption, balance } = outcome.answer;
    return (
      <Result
        id='result'
        tone='done'
        headline='兑换成功'
        text='到领取地点，打开领取码给柜台扫'
        rows={[
          { label: '礼品', value: redemption.title },
          { label: '花费', value: pointsWord(redemption.price) },
          { label: '剩余', value: pointsWord(balance) },
          { label: '领取地点', value: redemption.stationName },
          { label: '最晚领取', value: momentWord(redemption.fetchBy, serverNow()) },
        ]}
        actions={[toPickup, home]}
      />
    );
  }
  if (outcome.status === 'pending') {
    return (
      <Result
        id='result'
        tone='waiting'
        headline='待同步'
        text={`${outcome.reason}。还没有兑换成功，已保存在手机上，会自动提交。`}
        actions={[home, again]}
      />
    );
  }
  return (
    <Result
      id='result'
      tone='refused'
      headline='没有兑换'
      text={outcome.status === 'refused' ? outcome.message : outcome.reason}
      actions={[again, home]}
    />
  );
}
