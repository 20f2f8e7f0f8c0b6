import { dayMs } from '#shared/time';
import { newRequestId } from '../../../miniapp/src/ids';
import type { Person } from '../given';
import { volunteer } from '../given';
import { given } from '../given-organisations';
import type { Counting } from './counting';

type Scene = { head: Person; organisationId: string };

/** Coming into a team of the city, being given roles there, and leaving it. */
export async function walkMemberships(it: Counting): Promise<void> {
  const head = await volunteer(it.cloud, '吴海平');
  const city = await given({ kind: 'federation' });
  const corps = await given({ kind: 'corps', under: city });
  const { organisationId } = await given({
    ...{ kind: 'team', under: corps, members: [[head, 'member', 'admin']] },
  });
  await joining(it, { head, organisationId });
  await invited(it, { head, organisationId });
}

async function joining({ cloud, cost }: Counting, { head, organisationId }: Scene) {
  const who = await volunteer(cloud);
  const at = { organisationId };
  await cost(who, 'PUT /organisations/{organisationId}/membership', { request: at });
  await cost(head, 'GET /organisations/{organisationId}/requests', { request: at });
  await cost(head, 'PUT /organisations/{organisationId}/requests/{volunteerId}', {
    request: { ...at, volunteerId: who.volunteerId, decision: 'approve' },
  });
  await cost(who, 'GET /me/memberships', { request: {} });
  await cost(who, 'DELETE /organisations/{organisationId}/membership', { request: at });
}

async function invited({ cloud, cost }: Counting, { head, organisationId }: Scene) {
  const who = await volunteer(cloud);
  const at = { organisationId };
  const { code } = await cost(head, 'POST /organisations/{organisationId}/invitations', {
    request: at,
  });
  await cost(who, 'POST /me/memberships', { request: { code } });
  const { members } = await cost(head, 'GET /organisations/{organisationId}/members', {
    request: at,
  });
  const { volunteerId } = who;
  const { version = 0 } = members.find((one) => one.volunteerId === volunteerId) ?? {};
  await cost(head, 'PUT /organisations/{organisationId}/members/{volunteerId}/roles', {
    request: {
      ...{ ...at, volunteerId, roles: [{ role: 'organiser' }], reason: '新任组织者', version },
    },
  });
  await cost(head, 'POST /organisations/{organisationId}/members/{volunteerId}/trainings', {
    request: {
      ...{ ...at, volunteerId, requestId: newRequestId(), training: 'first_aid' },
      ...{ endsAt: cloud.now() + 365 * dayMs, why: '完成 8 学时培训' },
    },
  });
  await cost(head, 'POST /organisations/{organisationId}/members/{volunteerId}/removal', {
    request: { ...at, volunteerId, reason: '长期不参加' },
  });
}
