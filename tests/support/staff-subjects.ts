import type { StaffRoute } from '#shared/access';
import { dayMs } from '#shared/time';
import { disputeAt, inTurnOf } from '../../functions/disputes/dispute.table';
import { idFor } from '../../functions/platform/ids';
import { newRequestId } from '../../miniapp/src/ids';
import type { TestCloud } from './cloud';
import { examples } from './examples';
import type { Person } from './given';
import { activity } from './given';
import type { Given } from './given-organisations';
import { earn, reward } from './given-rewards';
import { putAll } from './put-all';
import { signUp } from './sign-up';

/**
 * Where a staff route's subject lies, seen from whoever holds a role in the middle of three organisations: `own` is
 * the middle itself, `beside` a sibling, `foreign` another tree, `nowhere` ids that name nothing.
 */
export const places = ['own', 'below', 'above', 'beside', 'foreign', 'nowhere'] as const;
export type PlaceName = (typeof places)[number];

/** What there is at a place: one of each thing that a staff route can be about. */
export type Subject = {
  organisationId: string;
  volunteerId: string;
  activityId: string;
  shiftId: string;
  bulletinId: string;
  complaintId: string;
  disputeId: string;
  pickupToken: string;
  /** Somebody of the place whom nobody elsewhere may learn of, in every form that an answer could take. */
  canaries: string[];
};

type Fill = (subject: Subject) => object;
const organisation: Fill = ({ organisationId }) => ({ organisationId });
const member: Fill = ({ organisationId, volunteerId }) => ({ organisationId, volunteerId });
const anActivity: Fill = ({ activityId }) => ({ activityId });
const shift: Fill = ({ shiftId }) => ({ shiftId });
const bulletin: Fill = ({ bulletinId }) => ({ bulletinId });

/** The ids to fill in for each route that asks for a role. A new one without an entry does not compile. */
const fills: Record<StaffRoute, Fill> = {
  'POST /organisations/{organisationId}/lookups': organisation,
  'POST /organisations/{organisationId}/recoveries': member,
  'GET /organisations/{organisationId}/recoveries': organisation,
  'POST /organisations/{organisationId}/recoveries/{recoveryId}/decision': organisation,
  'GET /organisations/{organisationId}/proposals': organisation,
  'PUT /organisations/{organisationId}/decision': organisation,
  'GET /organisations/{organisationId}/settings': organisation,
  'PUT /organisations/{organisationId}': organisation,
  'PUT /organisations/{organisationId}/parent': ({ organisationId }) => ({
    ...{ organisationId, parentId: organisationId },
  }),
  // What is not frozen is freed: nothing changes for the routes that come after.
  'PUT /organisations/{organisationId}/freeze': ({ organisationId }) => ({
    ...{ organisationId, frozen: false },
  }),
  'POST /organisations/{organisationId}/invitations': organisation,
  'GET /organisations/{organisationId}/requests': organisation,
  'PUT /organisations/{organisationId}/requests/{volunteerId}': member,
  'GET /organisations/{organisationId}/members': organisation,
  'PUT /organisations/{organisationId}/members/{volunteerId}/roles': member,
  'POST /organisations/{organisationId}/members/{volunteerId}/removal': member,
  'GET /organisations/{organisationId}/audits': organisation,
  'PUT /districts/{district}/specialities': () => ({}),
  'POST /activities': organisation,
  'PUT /activities/{activityId}': anActivity,
  'PUT /activities/{activityId}/text': anActivity,
  'POST /activities/{activityId}/submission': anActivity,
  'POST /activities/{activityId}/decision': anActivity,
  'POST /activities/{activityId}/cancellation': anActivity,
  'POST /shifts/{shiftId}/cancellation': shift,
  'GET /shifts/{shiftId}/typed-hours': shift,
  'POST /shifts/{shiftId}/paper-list': shift,
  'POST /shifts/{shiftId}/typed-hours': ({ shiftId, volunteerId }) => ({ shiftId, volunteerId }),
  'POST /shifts/{shiftId}/typed-hours/{volunteerId}/decision': ({ shiftId, volunteerId }) => ({
    ...{ shiftId, volunteerId },
  }),
  'GET /organisations/{organisationId}/typed-hours': organisation,
  'POST /organisations/{organisationId}/typed-allowance': organisation,
  'POST /shifts/{shiftId}/postponement': shift,
  'GET /organisations/{organisationId}/activities': organisation,
  'GET /organisations/{organisationId}/reviews': organisation,
  'GET /activities/{activityId}/poster': anActivity,
  'GET /activities/{activityId}/poster-file': anActivity,
  'POST /shifts/{shiftId}/group': ({ organisationId, shiftId }) => ({ organisationId, shiftId }),
  'POST /organisations/{organisationId}/members/{volunteerId}/trainings': member,
  'GET /shifts/{shiftId}/pending': shift,
  'POST /shifts/{shiftId}/records/{volunteerId}/confirmation': ({ shiftId, volunteerId }) => ({
    ...{ shiftId, volunteerId },
  }),
  'POST /shifts/{shiftId}/settlement': shift,
  'GET /organisations/{organisationId}/disputes': organisation,
  'POST /disputes/{disputeId}/decision': ({ disputeId }) => ({ disputeId }),
  'GET /shifts/{shiftId}/board': shift,
  'GET /shifts/{shiftId}/roster': shift,
  'POST /shifts/{shiftId}/gates': shift,
  'DELETE /shifts/{shiftId}/gates/{gate}': shift,
  'GET /shifts/{shiftId}/gates': shift,
  'POST /shifts/{shiftId}/gates/{gate}/takeover': shift,
  'POST /shifts/{shiftId}/breaks/{volunteerId}': ({ shiftId, volunteerId }) => ({
    ...{ shiftId, volunteerId },
  }),
  'POST /shifts/{shiftId}/extension': shift,
  'POST /checkins/countersigned': shift,
  'POST /organisations/{organisationId}/bulletins': organisation,
  'GET /organisations/{organisationId}/bulletin-queue': organisation,
  'PUT /organisations/{organisationId}/pinned-bulletin': ({ organisationId, bulletinId }) => ({
    ...{ organisationId, bulletinId },
  }),
  'POST /bulletins/{bulletinId}/decision': bulletin,
  'POST /bulletins/{bulletinId}/removal': bulletin,
  'GET /organisations/{organisationId}/complaints': organisation,
  'GET /organisations/{organisationId}/suspicions': organisation,
  'GET /organisations/{organisationId}/suspicions/{findingId}': organisation,
  'POST /organisations/{organisationId}/suspicions/{findingId}/verdict': organisation,
  'GET /organisations/{organisationId}/sample': organisation,
  'GET /organisations/{organisationId}/sample/{volunteerId}/{sequence}': member,
  'PUT /organisations/{organisationId}/sample/{volunteerId}/{sequence}': member,
  'POST /complaints/{complaintId}/answer': ({ complaintId }) => ({ complaintId }),
  'POST /certificates/{certificateId}/revocation': () => ({}),
  'GET /organisations/{organisationId}/certificates': organisation,
  'GET /organisations/{organisationId}/certificate-profile': organisation,
  'PUT /organisations/{organisationId}/certificate-profile': organisation,
  'POST /handovers': ({ pickupToken }) => ({ token: pickupToken }),
  // The city's own: no organisation has a part in them.
  'POST /rule-packs': () => ({}),
  'POST /rule-packs/{packId}/{version}/simulation': () => ({}),
  'GET /rule-packs/{packId}/{version}/simulation': () => ({}),
  'POST /rule-packs/{packId}/{version}/adoption': () => ({}),
  'GET /hour-sources': () => ({}),
  'POST /hour-sources': () => ({}),
  'POST /hour-sources/{sourceId}/decision': () => ({}),
  'POST /hour-sources/{sourceId}/lists': () => ({}),
  'GET /hour-sources/{sourceId}/lists': () => ({}),
  'POST /organisations/{organisationId}/imports': organisation,
  'GET /organisations/{organisationId}/imports': organisation,
  'GET /organisations/{organisationId}/imports/{importId}': organisation,
  'GET /organisations/{organisationId}/imports/{importId}/rows': organisation,
  'POST /organisations/{organisationId}/imports/{importId}/report': organisation,
};

/** In the order in which they can all be asked: what ends something comes after what needs it. */
export const staffRoutes = Object.keys(fills) as StaffRoute[];

/** A request about the subject of a place, or about ids that name nothing. */
export const requestAt = (route: StaffRoute, subject: Subject | undefined): object => ({
  ...(examples()[route] as object),
  ...(subject && fills[route](subject)),
});

/** What asks for the role above the organisation, not in it. */
const fromAbove: StaffRoute[] = [
  'PUT /organisations/{organisationId}/decision',
  'PUT /organisations/{organisationId}/parent',
  'PUT /organisations/{organisationId}/freeze',
];

/** Whether a role that is held in the middle reaches the route's subject at a place. */
export function reaches(route: StaffRoute, place: PlaceName): boolean {
  if (route === 'PUT /districts/{district}/specialities') return false;
  if (route.includes('/rule-packs') || route.includes('/hour-sources')) return false;
  return place === 'below' || (place === 'own' && !fromAbove.includes(route));
}

type Scene = { chief: Person; at: Given; mark: string; member: Person };

/** One of each thing at an organisation, made by somebody who may do so there. */
export async function subjectAt(cloud: TestCloud, scene: Scene): Promise<Subject> {
  const { chief, at, mark, member: own } = scene;
  const { organisationId, path } = at;
  const { activityId, shiftId } = await activity(cloud, { organiser: chief, organisationId });
  await signUp(own, shiftId);
  const { bulletinId } = await chief.ask('POST /organisations/{organisationId}/bulletins', {
    ...{ organisationId, requestId: newRequestId(), title: '周六集合', text: '带好手套' },
  });
  const { complaintId } = await own.ask('POST /complaints', {
    ...{ requestId: newRequestId(), subject: { kind: 'activity', id: activityId } },
    ...{ reason: 'safety', text: '没有防护' },
  });
  await earn(cloud, own, { '2026': 100 });
  const { rewardId, price } = await reward({ pieces: 5 }, path);
  const redemptionId = newRequestId();
  await own.ask('POST /redemptions', { redemptionId, rewardId, price });
  const { token } = await own.ask('POST /redemptions/{redemptionId}/pickup-code', {
    redemptionId,
  });
  return {
    ...{ organisationId, volunteerId: own.volunteerId, activityId, shiftId, bulletinId },
    ...{ complaintId, disputeId: await disputed(own, shiftId, path), pickupToken: token },
    canaries: [`${mark}丝雀`, `${mark}*雀`, own.volunteerId],
  };
}

/** An appeal that waits for the place's decision, as if its shift were long over. */
async function disputed({ volunteerId }: Person, shiftId: string, path: string[]) {
  const disputeId = idFor('appeal', volunteerId, shiftId);
  const now = Date.now();
  const dispute = inTurnOf(
    {
      ...{ version: 1, disputeId, requestId: newRequestId(), kind: 'appeal', by: volunteerId },
      ...{ volunteerId, shiftId, title: '海边清洁', text: '我做到了活动结束', at: now },
    },
    { path, name: '志愿服务队', dueAt: now + dayMs },
  );
  await putAll([{ ...disputeAt(disputeId), ...dispute }]);
  return disputeId;
}
