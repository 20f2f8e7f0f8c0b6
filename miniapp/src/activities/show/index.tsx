import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { ActivityShown } from '#shared/activities';
import { activityStates } from '#shared/vocabulary';
import { Answer } from '../../answer/answer';
import { serverNow } from '../../clock';
import { go } from '../../go';
import { Banner } from '../../ui/banner/banner';
import { Page } from '../../ui/page/page';
import { useRoute } from '../../use-route';
import { ActionBar } from './action-bar';
import { ChangeCard } from './change-card';
import { Details, Head } from './details';
import { NoticeCard } from './notice-card';
import { OrganiserCard } from './organiser-card';
import { RemindMe } from './remind-me';
import { ShiftChoice } from './shift-choice';
import { TermsCard } from './terms';

/** One activity: its shifts, what one should know before joining, and the one thing one can do now. */
export default function ShowPage() {
  const { activityId, shiftId } = useRouter().params;
  const activity = useRoute(
    'GET /activities/{activityId}',
    activityId ? { activityId } : undefined,
  );
  const [chosen, choose] = useState(shiftId);
  const shown = 'data' in activity ? activity.data : undefined;
  const shift = shown && shiftOf(shown, chosen);
  return (
    <Page
      id='activity'
      title='活动详情'
      bottom={
        shown &&
        shift && (
          <ActionBar
            key={shift.shiftId}
            title={shown.title}
            shift={shift}
            onChanged={activity.refresh}
          />
        )
      }
    >
      <Answer of={activity} shape='card'>
        {(data) => (
          <>
            {!isOut(data) && (
              <Banner
                id='activity-draft'
                tone='waiting'
                action={{
                  text: '去处理',
                  onPress: () => go('/activities/review/index', { activityId: data.activityId }),
                }}
              >
                {`还没有发布，现在是：${activityStates[data.state]}`}
              </Banner>
            )}
            <Head activity={data} />
            <ShiftChoice shifts={data.shifts} chosen={shift?.shiftId} onChoose={choose} />
            {(shift?.mine?.state === 'signed_up' || shift?.mine?.state === 'waiting') && (
              <RemindMe />
            )}
            {data.organising && shift && (
              <>
                <OrganiserCard
                  activityId={data.activityId}
                  shiftId={shift.shiftId}
                  began={shift.startsAt <= serverNow()}
                />
                <ChangeCard
                  key={shift.shiftId}
                  activity={data}
                  shift={shift}
                  onChanged={activity.refresh}
                  onMoved={choose}
                />
              </>
            )}
            {shift?.noticeUntil !== undefined && (
              <NoticeCard shiftId={shift.shiftId} until={shift.noticeUntil} />
            )}
            <TermsCard conditions={data.conditions} insurance={data.insurance} />
            <Details activity={data} />
          </>
        )}
      </Answer>
    </Page>
  );
}

/** Whether it is, or was, open to everybody; a draft has only its plans. */
const isOut = ({ shifts }: ActivityShown): boolean => shifts.length > 0;

/** The chosen one; else mine, else the first that is not over, else the last. */
function shiftOf({ shifts }: ActivityShown, chosen: string | undefined) {
  const now = serverNow();
  const mine = (it: ActivityShown['shifts'][number]) =>
    it.mine !== undefined && it.mine.state !== 'withdrawn';
  return (
    shifts.find((it) => it.shiftId === chosen) ??
    shifts.find((it) => mine(it) && it.endsAt > now) ??
    shifts.find((it) => it.endsAt > now && !it.cancelled) ??
    shifts[shifts.length - 1]
  );
}
