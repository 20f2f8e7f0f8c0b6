import { go } from '../../go';
import { Card } from '../../ui/card/card';
import { ListRow } from '../../ui/list-row/list-row';

type Props = { activityId: string; shiftId: string; began: boolean };

/** What an organiser does at this shift. */
export function OrganiserCard({ activityId, shiftId, began }: Props) {
  return (
    <Card id='organising' title='我是组织者'>
      <ListRow
        id='open-code'
        title='出示签到码'
        note='开始前 30 分钟起可用，没有网络也会自动更新'
        onPress={() => go('/activities/code/index', { shiftId })}
      />
      <ListRow
        id='open-roster'
        title='查看名单'
        note='谁报了名、谁到了、谁已签退'
        onPress={() => go('/activities/roster/index', { shiftId })}
      />
      {began && (
        <ListRow
          id='open-desk'
          title='确认与结算'
          note='事后上传的签到和没有签退的人逐个确认，结束一天后结算公示'
          onPress={() => go('/settlements/desk/index', { shiftId })}
        />
      )}
      <ListRow
        id='open-poster'
        title='活动海报'
        note='可以打印张贴，扫码了解和报名'
        onPress={() => go('/activities/poster/index', { activityId })}
      />
    </Card>
  );
}
