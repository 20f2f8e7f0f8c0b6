import { Text } from '@tarojs/components';
import type { RedemptionShown } from '#shared/rewards';
import type { RedemptionState } from '#shared/vocabulary';
import { redemptionStates } from '#shared/vocabulary';
import { Answer } from '../../answer/answer';
import { serverNow } from '../../clock';
import { go } from '../../go';
import { useOutbox } from '../../outbox';
import { Banner } from '../../ui/banner/banner';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { ListRow } from '../../ui/list-row/list-row';
import { LoadMore } from '../../ui/load-more/load-more';
import { Page } from '../../ui/page/page';
import type { Tone } from '../../ui/tag/tag';
import { Tag } from '../../ui/tag/tag';
import { usePages } from '../../use-route';
import { momentWord, pointsWord } from '../../words';

const tones: Record<RedemptionState, Tone> = {
  reserved: 'sun',
  picked_up: 'leaf',
  cancelled: 'plain',
  lapsed: 'plain',
  refused: 'plain',
};

/** What I exchanged points for, and what still waits to be fetched. */
export default function Redemptions() {
  const mine = usePages('GET /redemptions', {}, (it) => it.redemptions);
  const waiting = useOutbox(
    (it) => it.waiting.filter((one) => one.route === 'POST /redemptions').length,
  );
  const now = serverNow();
  const unsent = waiting > 0 && (
    <Banner tone='waiting'>{`${waiting} 次兑换待同步，联网后自动提交`}</Banner>
  );
  return (
    <Page id='redemptions' title='我的兑换' banner={unsent}>
      <Answer of={mine}>
        {() =>
          mine.rows.length === 0 ? (
            <Empty
              title='还没有兑换过'
              text='用服务得来的积分换一份礼品。'
              action={{ text: '看礼品', onPress: () => go('/rewards/shelf/index') }}
            />
          ) : (
            <>
              <Card>
                {mine.rows.map((one) => (
                  <RedemptionRow key={one.redemptionId} redemption={one} now={now} />
                ))}
              </Card>
              <LoadMore
                state={mine.tail === 'more' ? 'idle' : mine.tail}
                onMore={() => void mine.loadMore()}
              />
            </>
          )
        }
      </Answer>
    </Page>
  );
}

function RedemptionRow({ redemption, now }: { redemption: RedemptionShown; now: number }) {
  const { redemptionId, title, price, state, reservedAt, fetchBy, stationName } = redemption;
  const when =
    state === 'reserved'
      ? `${stationName} · ${momentWord(fetchBy, now)} 前领取`
      : `${stationName} · ${momentWord(reservedAt, now)}`;
  return (
    <ListRow
      id={`redemption-${redemptionId}`}
      title={title}
      note={when}
      extra={<Text>{pointsWord(price)}</Text>}
      below={<Tag tone={tones[state]}>{redemptionStates[state]}</Tag>}
      onPress={() => go('/rewards/pickup/index', { redemptionId })}
    />
  );
}
