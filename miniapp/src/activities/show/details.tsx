import { Text, View } from '@tarojs/components';
import type { ActivityShown } from '#shared/activities';
import { gcj02 } from '#shared/place';
import { beneficiaries, categories, districts } from '#shared/vocabulary';
import { callPhone, openMap } from '../../device/outside';
import { go } from '../../go';
import { a11y } from '../../ui/a11y';
import { Card } from '../../ui/card/card';
import { ListRow } from '../../ui/list-row/list-row';
import { Tag } from '../../ui/tag/tag';
import styles from './index.module.scss';

/** What it is and by whom. */
export function Head({ activity }: { activity: ActivityShown }) {
  return (
    <Card>
      <Text className={styles.title} {...a11y({ role: 'heading', level: 2 })}>
        {activity.title}
      </Text>
      <ListRow
        id='activity-organisation'
        title={activity.organisationName}
        onPress={() => go('/organisations/show/index', { organisationId: activity.organisationId })}
      />
      <View className={styles.tags}>
        <Tag tone='brand'>{categories[activity.category]}</Tag>
        <Tag>{beneficiaries[activity.beneficiary]}</Tag>
        <Tag>{districts[activity.district]}</Tag>
      </View>
    </Card>
  );
}

/** Where it is, whom to call, what it is about, and the risks one must know of before signing up. */
export function Details({ activity }: { activity: ActivityShown }) {
  const { place, contact } = activity;
  const phone = /1\d{10}|0\d{2,3}-?\d{7,8}/.exec(contact)?.[0];
  return (
    <>
      <Card>
        <ListRow
          id='activity-place'
          title={place.name}
          note={place.address}
          extra={<Text className={styles.link}>导航</Text>}
          onPress={() =>
            void openMap({
              place: gcj02(place.latitude, place.longitude),
              name: place.name,
              address: place.address,
            })
          }
        />
        <ListRow
          id='activity-contact'
          title='联系人'
          note={contact}
          extra={phone ? <Text className={styles.link}>拨打</Text> : undefined}
          onPress={phone ? () => void callPhone(phone) : undefined}
        />
      </Card>
      <Card title='活动内容'>
        <Text className={styles.text}>{activity.description}</Text>
      </Card>
      <Card id='activity-risks' title='风险提示'>
        <Text className={styles.text}>{activity.risks || '还没有填写'}</Text>
      </Card>
      {activity.shifts.length > 0 && (
        <Card>
          <ListRow
            id='activity-complain'
            title='举报与投诉'
            note='由上一级组织答复'
            onPress={() =>
              go('/complaints/write/index', {
                ...{ kind: 'activity', id: activity.activityId, title: activity.title },
              })
            }
          />
        </Card>
      )}
    </>
  );
}
