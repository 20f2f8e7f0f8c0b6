import { dayOf, minuteMs } from '#shared/time';
import type { Person } from '../given';
import { activity, approverOf, organisation, publication, volunteer } from '../given';
import type { Counting } from './counting';

type Scene = { organiser: Person; organisationId: string };

/** An activity from its draft to its publication, and called off. */
export async function walkDrafts(it: Counting): Promise<void> {
  const organiser = await volunteer(it.cloud, '王组织');
  const organisationId = await organisation([[organiser, 'organiser']]);
  const scene = { organiser, organisationId };
  const activityId = await drafted(it, scene);
  await calledOff(it, { ...scene, activityId });
  const request = { rule: 'FREQ=MONTHLY;COUNT=12', day: dayOf(it.cloud.now()) };
  await it.cost(organiser, 'GET /repeats', { request });
}

async function drafted({ cloud, cost }: Counting, { organiser, organisationId }: Scene) {
  const approver = await approverOf(cloud, organisationId);
  const request = publication(cloud, { organisationId });
  const { requestId: _, organisationId: __, ...story } = request;
  const { activityId, ...first } = await cost(organiser, 'POST /activities', { request });
  const edited = await cost(organiser, 'PUT /activities/{activityId}', {
    request: { ...story, ...first, activityId },
  });
  const { version } = await cost(organiser, 'POST /activities/{activityId}/submission', {
    request: edited,
  });
  await cost(approver, 'GET /organisations/{organisationId}/reviews', {
    request: { organisationId },
  });
  const published = await cost(approver, 'POST /activities/{activityId}/decision', {
    request: { activityId, version, verdict: 'approve' },
  });
  const text = { description: '清理沙滩', contact: '现场组织者' };
  await cost(organiser, 'PUT /activities/{activityId}/text', {
    request: { activityId, version: published.version, ...text },
  });
  await cost(organiser, 'GET /organisations/{organisationId}/activities', {
    request: { organisationId, state: 'published' },
  });
  return activityId;
}

async function calledOff(
  { cloud, cost }: Counting,
  { organiser, organisationId, activityId }: Scene & { activityId: string },
) {
  const { shifts } = await organiser.ask('GET /activities/{activityId}', { activityId });
  const [{ shiftId, startsAt, endsAt }] = shifts as [(typeof shifts)[0]];
  const reason = '大风';
  const moved = await cost(organiser, 'POST /shifts/{shiftId}/postponement', {
    request: { shiftId, startsAt: startsAt + minuteMs, endsAt: endsAt + minuteMs, reason },
  });
  await cost(organiser, 'POST /shifts/{shiftId}/cancellation', { request: { ...moved, reason } });
  const off = await activity(cloud, { organiser, organisationId });
  await cost(organiser, 'POST /activities/{activityId}/cancellation', {
    request: { activityId: off.activityId, reason },
  });
}
