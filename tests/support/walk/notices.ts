import { volunteer } from '../given';
import { given } from '../given-organisations';
import type { Counting } from './counting';

/** The inbox of somebody who was just let into a team, and the messages they tap for. */
export async function walkNotices({ cloud, cost }: Counting): Promise<void> {
  const [head, who] = [await volunteer(cloud), await volunteer(cloud)];
  const { organisationId } = await given({ kind: 'team', members: [[head, 'member', 'admin']] });
  await who.ask('PUT /organisations/{organisationId}/membership', { organisationId });
  await head.ask('PUT /organisations/{organisationId}/requests/{volunteerId}', {
    ...{ organisationId, volunteerId: who.volunteerId, decision: 'approve' },
  });
  const { notices } = await cost(who, 'GET /me/notices', { request: {} });
  expect(notices).toHaveLength(1);
  await cost(who, 'PUT /me/notices/read', { request: { until: notices[0]?.at ?? 0 } });
  const loginCode = cloud.wechat.issueLoginCode(who.openid);
  await cost(who, 'POST /me/subscriptions', { request: { loginCode, accepted: ['reminder'] } });
  await cost(who, 'GET /me/subscriptions', { request: {} });
}
