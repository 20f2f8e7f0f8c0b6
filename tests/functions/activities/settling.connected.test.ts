import { dayMs, dayOf, startOfDay } from '#shared/time';
import { beginSettling } from '../../../functions/activities/settling';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, organisation, volunteer } from '../../support/given';

let cloud: TestCloud;
let organiser: Person;
let organisationId: string;
beforeAll(async () => {
  cloud = await startTestCloud();
  organiser = await volunteer(cloud, '王组织');
  organisationId = await organisation([[organiser, 'organiser']]);
});
afterAll(() => cloud.stop());

const stateOf = async (activityId: string) =>
  (await organiser.ask('GET /activities/{activityId}', { activityId })).state;
/** The end of the day after the one on which it ended. */
const overAt = (endsAt: number) => startOfDay(dayOf(endsAt)) + 2 * dayMs;

test('a day after the day of its last end → settling, however often the clock runs', async () => {
  const now = cloud.now();
  const first = await activity(cloud, { organiser, organisationId });
  const later = await activity(cloud, { organiser, organisationId, startsAt: now + 3 * dayMs });
  const off = await activity(cloud, { organiser, organisationId });
  const reason = '大风';
  const { activityId } = off;
  await organiser.ask('POST /activities/{activityId}/cancellation', { activityId, reason });

  await beginSettling({ now: overAt(first.endsAt) - 1 });
  expect(await stateOf(first.activityId)).toBe('published');
  const at = overAt(first.endsAt) + 1;
  await Promise.all([beginSettling({ now: at }), beginSettling({ now: at })]);
  expect(await stateOf(first.activityId)).toBe('settling');
  expect(await stateOf(later.activityId)).toBe('published');
  expect(await stateOf(off.activityId)).toBe('cancelled');

  await beginSettling({ now: overAt(later.endsAt) + 1 });
  expect(await stateOf(later.activityId)).toBe('settling');
});

test('a shift was moved past the day → settled by its new end, not the old one', async () => {
  const it = await activity(cloud, { organiser, organisationId, startsAt: cloud.now() + dayMs });
  const { shiftId, startsAt, endsAt } = it;
  const to = { startsAt: startsAt + 5 * dayMs, endsAt: endsAt + 5 * dayMs };
  await organiser.ask('POST /shifts/{shiftId}/postponement', { shiftId, ...to, reason: '大雨' });
  await beginSettling({ now: overAt(endsAt) + 3 * dayMs });
  expect(await stateOf(it.activityId)).toBe('published');
  await beginSettling({ now: overAt(to.endsAt) + 1 });
  expect(await stateOf(it.activityId)).toBe('settling');
});
