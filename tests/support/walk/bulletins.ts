import { teamWithBoard, writeRoute } from '../given-bulletins';
import type { Counting } from './counting';

/** A bulletin that somebody looks at first, is put up, pinned and taken down. */
export async function walkBulletins({ cloud, cost }: Counting): Promise<void> {
  const { who, team, writing } = await teamWithBoard(cloud);
  const at = { organisationId: team };
  const request = writing('这里有一句待复核的话');
  const { bulletinId, state } = await cost(who.author, writeRoute, { request });
  expect(state).toBe('in_review');
  await cost(who.approver, 'GET /organisations/{organisationId}/bulletin-queue', { request: at });
  await cost(who.approver, 'POST /bulletins/{bulletinId}/decision', {
    request: { bulletinId, decision: 'publish' },
  });
  await cost(who.author, 'PUT /organisations/{organisationId}/pinned-bulletin', {
    request: { ...at, bulletinId },
  });
  await cost(who.member, 'GET /organisations/{organisationId}/bulletins', { request: at });
  await cost(who.member, 'GET /bulletins/{bulletinId}', { request: { bulletinId } });
  await cost(who.author, 'POST /bulletins/{bulletinId}/removal', {
    request: { bulletinId, reason: '内容已过时' },
  });
}
