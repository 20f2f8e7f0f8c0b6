import { dayMs, dayOf, hourMs, startOfDay } from '#shared/time';
import { daysFrom, repeated } from '../../../functions/activities/repeat';

test('morning and afternoon repeat together, at the same times of the day', async () => {
  const day = startOfDay('20261124');
  const morning = { startsAt: day + 9 * hourMs, endsAt: day + 11 * hourMs, capacity: 5 };
  const night = { startsAt: day + 22 * hourMs, endsAt: day + 26 * hourMs, capacity: 9 };
  const days = await daysFrom([night, morning], 'FREQ=DAILY;COUNT=2');
  expect(days).toEqual(['20261124', '20261125']);
  const plans = repeated([morning, night], days);
  expect(plans).toEqual([
    ...[morning, night],
    ...[morning, night].map((it) => ({
      ...it,
      startsAt: it.startsAt + dayMs,
      endsAt: it.endsAt + dayMs,
    })),
  ]);
  expect(plans.map(({ startsAt }) => dayOf(startsAt))).toEqual([
    ...['20261124', '20261124', '20261125', '20261125'],
  ]);
});
