import { Text, View } from '@tarojs/components';
import type { RewardCard } from '#shared/rewards';
import type { District } from '#shared/vocabulary';
import { districts } from '#shared/vocabulary';
import { Answer } from '../../answer/answer';
import { chooseDistrict, districtOptions, useDistrict } from '../../district';
import { go, goTab } from '../../go';
import { useMe } from '../../session';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { Figure } from '../../ui/figure/figure';
import { ListRow } from '../../ui/list-row/list-row';
import { LoadMore } from '../../ui/load-more/load-more';
import { Page } from '../../ui/page/page';
import { PickerField } from '../../ui/picker-field/picker-field';
import { Tag } from '../../ui/tag/tag';
import { usePages } from '../../use-route';
import { countWord, pointsWord } from '../../words';
import styles from './index.module.scss';

/** What points can be exchanged for in a district. Guests look as well. */
export default function Shelf() {
  const district = useDistrict((it) => it.district);
  const shelf = usePages('GET /rewards', { district }, (it) => it.rewards);
  const me = useMe();
  return (
    <Page id='shelf' title='积分兑换'>
      {'data' in me && (
        <Card>
          <Figure id='balance' label='我的积分' parts={[[countWord(me.data.points), '分']]} />
        </Card>
      )}
      <PickerField
        id='shelf-district'
        label='在哪里领'
        kind='option'
        value={district}
        options={districtOptions}
        onChange={(value) => chooseDistrict(value as District)}
      />
      <Answer of={shelf}>
        {() =>
          shelf.rows.length === 0 ? (
            <Empty
              title={`${districts[district]}还没有礼品`}
              text='换一个区市看看，或者过几天再来。'
              action={{ text: '回到我的', onPress: () => goTab('/tabs/me/index') }}
            />
          ) : (
            <>
              <Card id='rewards'>
                {shelf.rows.map((reward) => (
                  <RewardRow key={reward.rewardId} reward={reward} />
                ))}
              </Card>
              <LoadMore
                state={shelf.tail === 'more' ? 'idle' : shelf.tail}
                onMore={() => void shelf.loadMore()}
              />
            </>
          )
        }
      </Answer>
    </Page>
  );
}

function RewardRow({ reward }: { reward: RewardCard }) {
  const { rewardId, title, sponsorName, stationName, stock, price, onShelf } = reward;
  const left = !onShelf ? '已下架' : stock === 0 ? '已兑完' : `余 ${countWord(stock)} 份`;
  return (
    <ListRow
      id={`reward-${rewardId}`}
      title={title}
      note={`${sponsorName}提供 · ${stationName}领取`}
      extra={
        <View className={styles.price}>
          <Text>{pointsWord(price)}</Text>
        </View>
      }
      below={<Tag tone={onShelf && stock > 0 ? 'leaf' : 'plain'}>{left}</Tag>}
      onPress={() => go('/rewards/show/index', { rewardId })}
    />
  );
}
