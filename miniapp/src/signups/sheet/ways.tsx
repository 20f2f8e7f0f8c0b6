import type { SignupSheet } from '#shared/signups';
import { call } from '../../api';
import { serverNow } from '../../clock';
import { addToCalendar } from '../../device/calendar';
import { go } from '../../go';
import { Banner } from '../../ui/banner/banner';
import { Card } from '../../ui/card/card';
import { ListRow } from '../../ui/list-row/list-row';
import { useCommand } from '../../use-command';
import { useRoute } from '../../use-route';

export type WaysProps = { sheet: SignupSheet; own: boolean; onChanged: () => Promise<void> };

/** What else one can do about this shift: keep it in mind, or step in when nobody comes. */
export function Ways({ sheet, own, onChanged }: WaysProps) {
  const { said, run } = useCommand();
  const { shiftId, state, mayTakeOver, standingIn, activityId } = sheet;
  const memberships = useRoute('GET /me/memberships', {});
  const leads =
    'data' in memberships &&
    memberships.data.memberships.some(({ roles }) =>
      roles.some((role) => role === 'organiser' || role === 'admin'),
    );
  const open = !sheet.cancelled && sheet.startsAt > serverNow();
  const coming = (state === 'signed_up' || state === 'asked') && sheet.endsAt > serverNow();
  const keep = () =>
    run(async () => {
      await addToCalendar(await call('GET /shifts/{shiftId}/calendar', { shiftId }));
    });
  const takeOver = () =>
    run(async () => {
      await call('POST /shifts/{shiftId}/takeover', { shiftId });
      await onChanged();
    });
  return (
    <Card id='sheet-ways'>
      {said !== '' && <Banner tone='error'>{said}</Banner>}
      {own && mayTakeOver && (
        <ListRow
          id='sheet-takeover'
          title='组织者没有来，由我代为组织'
          note='您可以出示本场签到码、看名单；组织者会收到通知'
          onPress={() => void takeOver()}
        />
      )}
      {own && standingIn && (
        <>
          <ListRow
            id='sheet-code'
            title='出示签到码'
            note='您正在代为组织这一场'
            onPress={() => go('/activities/code/index', { shiftId })}
          />
          <ListRow
            id='sheet-roster'
            title='查看名单'
            onPress={() => go('/activities/roster/index', { shiftId })}
          />
        </>
      )}
      {own && sheet.startsAt <= serverNow() && !sheet.cancelled && (
        <ListRow
          id='sheet-service'
          title='本次服务'
          note='休息、现场复核，没有码可扫时怎么办'
          onPress={() => go('/shifts/running/index', { shiftId })}
        />
      )}
      {coming && (
        <ListRow
          id='sheet-calendar'
          title='加到日历'
          note='提前 1 小时提醒'
          onPress={() => void keep()}
        />
      )}
      {leads && open && (
        <ListRow
          id='sheet-group'
          title='带队报名'
          note='为本组织的成员留名额，由本人确认'
          onPress={() => go('/signups/group/index', { shiftId })}
        />
      )}
      <ListRow
        id='sheet-activity'
        title='活动详情'
        note='活动内容、联系人、地图'
        onPress={() => go('/activities/show/index', { activityId, shiftId })}
      />
    </Card>
  );
}
