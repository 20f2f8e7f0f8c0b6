import type { ShiftCard } from '#shared/activities';
import { dayOf } from '#shared/time';
import { districts } from '#shared/vocabulary';
import { ShiftRow } from '../../activities/shift-row/shift-row';
import { Answer } from '../../answer/answer';
import { serverNow } from '../../clock';
import { useDistrict } from '../../district';
import { go } from '../../go';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { useRoute } from '../../use-route';

const shownRows = 3;

/** What one can still join today in the district one looks at. */
export function TodayCard() {
  const district = useDistrict((it) => it.district);
  const now = serverNow();
  const activities = useRoute('GET /activities', { district, day: dayOf(now) });
  const toList = () => go('/activities/list/index', { district });
  return (
    <Card
      id='today'
      title={`${districts[district]}今天的活动`}
      action={{ id: 'all-activities', text: '看全部', onPress: toList }}
    >
      <Answer of={activities}>
        {({ shifts }) => {
          const open = joinable(shifts, now);
          return open.length === 0 ? (
            <Empty title='今天没有可参加的活动' action={{ text: '看其他日子', onPress: toList }} />
          ) : (
            open
              .slice(0, shownRows)
              .map((shift) => <ShiftRow key={shift.shiftId} shift={shift} now={now} />)
          );
        }}
      </Answer>
    </Card>
  );
}

/** What is not over, the most useful first: what one can still come to in time, then what is running, then what is full. */
export function joinable(shifts: ShiftCard[], now: number): ShiftCard[] {
  const rank = ({ startsAt, capacity, taken }: ShiftCard) =>
    taken >= capacity ? 2 : startsAt <= now ? 1 : 0;
  return shifts
    .filter((it) => !it.cancelled && it.endsAt > now)
    .sort((a, b) => rank(a) - rank(b) || a.startsAt - b.startsAt);
}
