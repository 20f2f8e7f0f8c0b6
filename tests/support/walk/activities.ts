import { dayOf } from '#shared/time';
import { activity, organisation, volunteer } from '../given';
import { signUp } from '../sign-up';
import type { Counting } from './counting';

/** Finding an activity, and what its organiser's screens show. */
export async function walkActivities({ cloud, cost }: Counting): Promise<void> {
  const [organiser, who] = [await volunteer(cloud, '王组织'), await volunteer(cloud)];
  const organisationId = await organisation([[organiser, 'organiser']]);
  const { activityId, shiftId, startsAt } = await activity(cloud, { organiser, organisationId });
  const day = dayOf(startsAt);
  await cost(who, 'GET /activities', { request: { district: '370202', day } });
  await cost(who, 'GET /activities/{activityId}', { request: { activityId } });
  const { token } = await cost(organiser, 'GET /activities/{activityId}/poster', {
    request: { activityId },
  });
  await cost(who, 'GET /codes/{token}', { request: { token } });
  await signUp(who, shiftId);
  await cost(organiser, 'GET /shifts/{shiftId}/board', { request: { shiftId } });
  await cost(organiser, 'GET /shifts/{shiftId}/roster', { request: { shiftId } });
  const { gate } = await cost(organiser, 'POST /shifts/{shiftId}/gates', { request: { shiftId } });
  await cost(organiser, 'DELETE /shifts/{shiftId}/gates/{gate}', { request: { shiftId, gate } });
}
