import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { ActivityShown } from '#shared/activities';
import { Answer } from '../../answer/answer';
import { serverNow } from '../../clock';
import { Page } from '../../ui/page/page';
import { useRoute } from '../../use-route';
import { ActionBar } from './action-bar';
import { Details, Head } from './details';
import { OrganiserCard } from './organiser-card';
import { ShiftChoice } from './shift-choice';

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
            <Head activity={data} />
            <ShiftChoice shifts={data.shifts} chosen={shift?.shiftId} onChoose={choose} />
            {data.organising && shift && (
              <OrganiserCard activityId={data.activityId} shiftId={shift.shiftId} />
            )}
            <Details activity={data} />
          </>
        )}
      </Answer>
    </Page>
  );
}

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
