import { dayMs, hourMs } from '#shared/time';
import type { TestCloud } from '../../support/cloud';
import { handlerOf, startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, organisation, volunteer } from '../../support/given';

let cloud: TestCloud;
let organiser: Person;
let organisationId: string;

beforeAll(async () => {
  cloud = await startTestCloud();
  organiser = await volunteer(cloud, '陈静');
  organisationId = await organisation([[organiser, 'organiser', 'admin']]);
});
afterAll(() => cloud.stop());

/** The stream tells, the clock publishes, and a function looks for a newer pack after a minute. */
async function published(): Promise<void> {
  await cloud.drain();
  const main = handlerOf('catalogue') as unknown as () => Promise<void>;
  await main();
  cloud.setTime(cloud.now() + 61_000);
}
const found = async (q: string) => {
  const { activities } = await organiser.ask('GET /search', { q });
  return activities.map(({ name }) => name);
};

test('published → found by its words and its sound, with its organisation and its next shift', async () => {
  const { activityId, startsAt } = await activity(cloud, {
    ...{ organiser, organisationId, title: '栈桥文明引导' },
    startsAt: cloud.now() + 2 * dayMs,
  });
  await published();
  for (const q of ['栈桥', 'zhanqiao', 'zqwm']) expect(await found(q)).toEqual(['栈桥文明引导']);
  const { activities, organisations } = await organiser.ask('GET /search', { q: '栈桥' });
  expect(activities[0]).toMatchObject({ id: activityId, startsAt, district: '370202' });
  expect(activities[0]?.of).toBeTruthy();
  expect(organisations).toEqual([]);
});

test('an organisation is found; nothing else is', async () => {
  await published();
  const { organisations } = await organiser.ask('GET /search', { q: 'zhiyuanfuwudui' });
  expect(organisations.map(({ id }) => id)).toContain(organisationId);
  expect(await organiser.ask('GET /search', { q: '没有这样的活动' })).toMatchObject({
    ...{ activities: [], organisations: [] },
  });
});

test('its last shift is over → not found, also without a new pack', async () => {
  await activity(cloud, { organiser, organisationId, title: '早市清扫', minutes: 60 });
  await published();
  expect(await found('早市')).toEqual(['早市清扫']);
  cloud.setTime(cloud.now() + 3 * hourMs);
  expect(await found('早市')).toEqual([]);
});

test('a guest may search; too long or empty → request_invalid', async () => {
  expect(await cloud.call('GET /search', { q: 'qd' })).toMatchObject({ status: 200 });
  for (const q of ['', '   ', '长'.repeat(21)]) {
    expect(await cloud.call('GET /search', { q })).toMatchObject({ status: 400 });
  }
});
