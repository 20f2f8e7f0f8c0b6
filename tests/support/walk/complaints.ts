import { newRequestId } from '../../../miniapp/src/ids';
import { activity, organisation, volunteer } from '../given';
import type { Counting } from './counting';

/** A complaint about an activity: the organisation above answers, and the one above that looks again. */
export async function walkComplaints({ cloud, cost }: Counting): Promise<void> {
  const [organiser, auditor] = [await volunteer(cloud), await volunteer(cloud)];
  const root = await organisation([]);
  const corps = await organisation([[auditor, 'auditor']], [root]);
  const team = await organisation([[organiser, 'organiser']], [root, corps]);
  const { activityId } = await activity(cloud, { organiser, organisationId: team });
  const who = await volunteer(cloud);
  const { complaintId } = await cost(who, 'POST /complaints', {
    request: {
      ...{ requestId: newRequestId(), subject: { kind: 'activity', id: activityId } },
      ...{ reason: 'safety', text: '现场没有防护措施' },
    },
  });
  await cost(auditor, 'GET /organisations/{organisationId}/complaints', {
    request: { organisationId: corps },
  });
  await cost(auditor, 'POST /complaints/{complaintId}/answer', {
    request: { complaintId, text: '已整改' },
  });
  await cost(who, 'GET /me/complaints', { request: {} });
  await cost(who, 'POST /complaints/{complaintId}/objection', { request: { complaintId } });
}
