import { publishCatalogue } from '../../../functions/catalogue/publish-catalogue';
import { activity, organisation, volunteer } from '../given';
import type { Counting } from './counting';

/** Finding an activity by a few letters, in a function that has just begun and in one that is warm. */
export async function walkSearch({ cloud, cost }: Counting): Promise<void> {
  const [organiser, who] = [await volunteer(cloud), await volunteer(cloud)];
  const organisationId = await organisation([[organiser, 'organiser']]);
  await activity(cloud, { organiser, organisationId, title: '海边清洁' });
  await cloud.drain();
  await publishCatalogue({ now: cloud.now() });
  const request = { q: 'haibian' };
  const { activities } = await cost(who, 'GET /search', { request, when: 'the first time' });
  expect(activities.length).toBeGreaterThan(0);
  await cost(who, 'GET /search', { request });
}
