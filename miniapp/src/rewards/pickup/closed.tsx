import type { RefusalCode } from '#shared/refusals';
import { refusals } from '#shared/refusals';
import type { RedemptionShown } from '#shared/rewards';
import type { RedemptionState } from '#shared/vocabulary';
import { serverNow } from '../../clock';
import { go, goTab } from '../../go';
import { Result } from '../../ui/result/result';
import { momentWord, pointsWord } from '../../words';

type Ended = Exclude<RedemptionState, 'reserved'>;
const headlines: Record<Ended, string> = {
  picked_up: '已领取',
  cancelled: '已取消',
  lapsed: '逾期没有领取',
  refused: '没有兑换',
};
const texts: Record<Exclude<Ended, 'refused'>, string> = {
  picked_up: '礼品已经交到您手上',
  cancelled: '积分已退回',
  lapsed: '积分已退回，可以重新兑换',
};

/** What became of an exchange that no longer waits. */
export function Closed({ redemption }: { redemption: RedemptionShown }) {
  const state = redemption.state as Ended;
  return (
    <Result
      id='result'
      tone={state === 'picked_up' ? 'done' : 'refused'}
      headline={headlines[state]}
      text={state === 'refused' ? whyRefused(redemption.refusedBecause) : texts[state]}
      rows={[
        { label: '礼品', value: redemption.title },
        { label: '积分', value: pointsWord(redemption.price) },
        { label: '地点', value: redemption.stationName },
        {
          label: '时间',
          value: momentWord(redemption.closedAt ?? redemption.reservedAt, serverNow()),
        },
      ]}
      actions={[
        { id: 'to-shelf', text: '看礼品', onPress: () => go('/rewards/shelf/index') },
        { id: 'to-home', text: '回首页', onPress: () => goTab('/tabs/home/index') },
      ]}
    />
  );
}

const whyRefused = (code: string | undefined): string =>
  refusals[code as RefusalCode]?.message ?? '积分没有扣';
