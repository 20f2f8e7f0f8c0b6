import { hourMs } from '#shared/time';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { organisation, publication, publish, volunteer } from '../../support/given';

let cloud: TestCloud;
let organiser: Person;
let approver: Person;
let sideways: Person;
let [top, here, beside]: [string, string, string] = ['', '', ''];
beforeAll(async () => {
  cloud = await startTestCloud();
  organiser = await volunteer(cloud, '王组织');
  [approver, sideways] = [await volunteer(cloud, '刘审核'), await volunteer(cloud, '孙审核')];
  top = await organisation([[approver, 'approver']]);
  here = await organisation([[organiser, 'organiser']], [top]);
  beside = await organisation([[sideways, 'organiser', 'approver', 'admin']], [top]);
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.setTime(Date.now()));

const drafted = () =>
  organiser.ask('POST /activities', publication(cloud, { organisationId: here }));
async function handedIn() {
  const draft = await drafted();
  return organiser.ask('POST /activities/{activityId}/submission', draft);
}
const listed = async (state: 'draft' | 'in_review' | 'published', who = organiser) => {
  const route = 'GET /organisations/{organisationId}/activities';
  const { activities } = await who.ask(route, { organisationId: here, state, limit: 50 });
  return activities;
};
const queue = (who: Person, organisationId: string, more: object = {}) =>
  who.call('GET /organisations/{organisationId}/reviews', { organisationId, ...more });
const waiting = async (organisationId = top) => {
  const { activities } = await approver.ask('GET /organisations/{organisationId}/reviews', {
    ...{ organisationId, limit: 50 },
  });
  return activities.map(({ activityId }) => activityId);
};
const refused = (status: number, code: string) => ({ status, body: { code } });

test('an activity stands in the list of its state, and moves with it', async () => {
  const { activityId } = await handedIn();
  expect((await listed('in_review')).map((it) => it.activityId)).toContain(activityId);
  expect((await listed('draft')).map((it) => it.activityId)).not.toContain(activityId);
  const published = await publish(cloud, organiser, publication(cloud, { organisationId: here }));
  expect((await listed('published', approver))[0]).toMatchObject({
    ...{ activityId: published, title: '海边清洁', placeName: '五四广场', shifts: 1 },
  });
});

test('sent back → among the drafts, with the reason', async () => {
  const { activityId, version } = await handedIn();
  await approver.ask('POST /activities/{activityId}/decision', {
    ...{ activityId, version, verdict: 'return', reason: '地点不清楚' },
  });
  const line = (await listed('draft')).find((it) => it.activityId === activityId);
  expect(line?.returned).toBe('地点不清楚');
});

test('the queue reaches down, whoever waited longest first, and forgets what was decided', async () => {
  const first = await handedIn();
  cloud.setTime(cloud.now() + hourMs / 4);
  const second = await handedIn();
  const before = await waiting();
  expect(before.indexOf(second.activityId)).toBeGreaterThan(before.indexOf(first.activityId));
  expect(await waiting(here)).toEqual(before);
  const { activityId, version } = first;
  await approver.ask('POST /activities/{activityId}/decision', {
    ...{ activityId, version, verdict: 'approve' },
  });
  expect(await waiting()).toEqual(before.filter((it) => it !== activityId));
  const reason = '不办了';
  await organiser.ask('POST /activities/{activityId}/cancellation', {
    ...{ activityId: second.activityId, reason },
  });
  expect(await waiting()).not.toContain(second.activityId);
});

test('never sideways, never for a stranger; page by page', async () => {
  await Promise.all([handedIn(), handedIn()]);
  const stranger = await volunteer(cloud);
  for (const who of [sideways, stranger]) {
    expect(await queue(who, here)).toMatchObject(refused(403, 'not_allowed'));
    expect(await queue(who, top)).toMatchObject(refused(403, 'not_allowed'));
    const route = 'GET /organisations/{organisationId}/activities';
    expect(await who.call(route, { organisationId: here, state: 'draft' })).toMatchObject(
      refused(403, 'not_allowed'),
    );
  }
  expect(await queue(sideways, beside)).toMatchObject({ body: { activities: [] } });
  expect(await queue(approver, 'ffffffffffff')).toMatchObject(refused(404, 'not_found'));
  const first = await approver.ask('GET /organisations/{organisationId}/reviews', {
    ...{ organisationId: top, limit: 1 },
  });
  const next = await queue(approver, top, { limit: 1, cursor: first.cursor });
  expect(first.activities).toHaveLength(1);
  expect(next.body).toMatchObject({ activities: [expect.anything()] });
  expect(next.body).not.toMatchObject({ activities: first.activities });
});
