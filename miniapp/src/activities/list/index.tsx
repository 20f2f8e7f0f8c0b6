import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ShiftCard } from '#shared/activities';
import { dayMs, dayOf } from '#shared/time';
import type { Category, District } from '#shared/vocabulary';
import { categories } from '#shared/vocabulary';
import { Answer } from '../../answer/answer';
import { serverNow } from '../../clock';
import { chooseDistrict, districtOptions, useDistrict } from '../../district';
import { go } from '../../go';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { ListRow } from '../../ui/list-row/list-row';
import { LoadMore } from '../../ui/load-more/load-more';
import { Page } from '../../ui/page/page';
import { PickerField } from '../../ui/picker-field/picker-field';
import { usePages } from '../../use-route';
import { ShiftRow } from '../shift-row/shift-row';
import { DayStrip } from './day-strip';
import styles from './index.module.scss';

const categoryOptions = [
  { value: '', text: '全部类别' },
  ...Object.entries(categories).map(([value, text]) => ({ value, text })),
];

/** What one can join on a day in a district. Guests browse. */
export default function ListPage() {
  const district = useDistrict((it) => it.district);
  const [day, chooseDay] = useState(() => dayOf(serverNow()));
  const [category, chooseCategory] = useState('');
  const activities = usePages(
    'GET /activities',
    { district, day, category: (category || undefined) as Category | undefined, limit: 50 },
    (it) => it.shifts,
  );
  const now = serverNow();
  return (
    <Page id='activities' title='志愿活动'>
      <Card>
        <ListRow
          id='activities-find'
          title='搜索活动和组织'
          note='名称、拼音或拼音首字母'
          onPress={() => go('/search/find/index')}
        />
      </Card>
      <View className={styles.filters}>
        <View className={styles.filter}>
          <PickerField
            id='activities-district'
            label='区市'
            kind='option'
            value={district}
            options={districtOptions}
            onChange={(value) => chooseDistrict(value as District)}
          />
        </View>
        <View className={styles.filter}>
          <PickerField
            id='activities-category'
            label='类别'
            kind='option'
            value={category}
            placeholder='全部类别'
            options={categoryOptions}
            onChange={chooseCategory}
          />
        </View>
      </View>
      <DayStrip now={now} day={day} onChange={chooseDay} />
      <Answer of={activities}>
        {() =>
          activities.rows.length === 0 ? (
            <Empty
              id='activities-none'
              title='这一天没有活动'
              text='换一天、换一个区市看看，或者去掉类别。'
              action={{
                text: category ? '看全部类别' : '看后一天',
                onPress: () => (category ? chooseCategory('') : chooseDay(dayAfter(day, now))),
              }}
            />
          ) : (
            <>
              <Card>
                {lastOver(activities.rows, now).map((shift) => (
                  <ShiftRow key={shift.shiftId} shift={shift} now={now} />
                ))}
              </Card>
              <LoadMore
                state={activities.tail === 'more' ? 'idle' : activities.tail}
                onMore={() => void activities.loadMore()}
              />
            </>
          )
        }
      </Answer>
    </Page>
  );
}

/** What is over already stands below what one can still join. */
const lastOver = (shifts: ShiftCard[], now: number): ShiftCard[] => [
  ...shifts.filter(({ endsAt }) => endsAt > now),
  ...shifts.filter(({ endsAt }) => endsAt <= now),
];

/** The next day on the strip; after the last one, today. */
function dayAfter(day: string, now: number): string {
  for (let ahead = 0; ahead < 13; ahead++) {
    if (dayOf(now + ahead * dayMs) === day) return dayOf(now + (ahead + 1) * dayMs);
  }
  return dayOf(now);
}
