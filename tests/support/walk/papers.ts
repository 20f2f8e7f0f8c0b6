import { activity, organisation, volunteer } from '../given';
import type { Counting } from './counting';

/** What an organiser prints. */
export async function walkPapers({ cloud, cost }: Counting): Promise<void> {
  const organiser = await volunteer(cloud, '陈静');
  const organisationId = await organisation([[organiser, 'organiser']]);
  const { activityId } = await activity(cloud, { organiser, organisationId });
  await cost(organiser, 'GET /activities/{activityId}/poster-file', { request: { activityId } });
}
