import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, organisation, volunteer } from '../../support/given';

let cloud: TestCloud;
let who: Person;
let organiser: Person;
let auditor: Person;
let [root, corps, team] = ['', '', ''];

beforeAll(async () => {
  cloud = await startTestCloud();
  organiser = await volunteer(cloud, '陈静');
  auditor = await volunteer(cloud, '周正');
  root = await organisation([]);
  corps = await organisation([[auditor, 'auditor']], [root]);
  team = await organisation([[organiser, 'organiser', 'admin']], [root, corps]);
});
afterAll(() => cloud.stop());
beforeEach(async () => {
  who = await volunteer(cloud, '王小四');
});

const about = (id: string, kind: 'activity' | 'organisation' = 'organisation') => ({
  ...{ requestId: newRequestId(), subject: { kind, id } },
  ...{ reason: 'safety' as const, text: '现场没有防护措施' },
});
const queueOf = async (organisationId: string, by: Person) =>
  (await by.ask('GET /organisations/{organisationId}/complaints', { organisationId })).complaints;

test('about an activity → waits at the organisation above its own, until a day that is told', async () => {
  const { activityId } = await activity(cloud, { organiser, organisationId: team });
  const complaint = await who.ask('POST /complaints', about(activityId, 'activity'));
  expect(complaint).toMatchObject({ state: 'open', answers: [], mayObject: false });
  expect(complaint.dueAt).toBeGreaterThan(cloud.now());
  const { complaints } = await who.ask('GET /me/complaints', {});
  expect(complaints).toEqual([complaint]);
  expect(await queueOf(corps, auditor)).toContainEqual(complaint);
});

test('the same request again, also at once → one complaint', async () => {
  const request = about(team);
  const sent = await Promise.all([1, 2, 3].map(() => who.ask('POST /complaints', request)));
  expect(new Set(sent.map(({ complaintId }) => complaintId)).size).toBe(1);
  expect((await who.ask('GET /me/complaints', {})).complaints).toHaveLength(1);
});

test('the same request with other words → request_differs', async () => {
  const request = about(team);
  await who.ask('POST /complaints', request);
  const { body } = await who.call('POST /complaints', { ...request, text: '别的事' });
  expect(body).toMatchObject({ code: 'request_differs' });
});

test.each([['organisation'], ['activity']] as const)(
  'about an %s there is not → not_found',
  async (kind) => {
    const { body } = await who.call('POST /complaints', about('0123456789ab', kind));
    expect(body).toMatchObject({ code: 'not_found' });
  },
);

test('the one complained of neither sees it nor answers it', async () => {
  const { complaintId } = await who.ask('POST /complaints', about(team));
  const asked = { complaintId, text: '没有的事' };
  const answer = await organiser.call('POST /complaints/{complaintId}/answer', asked);
  expect(answer).toMatchObject({ status: 404 });
  const queue = await organiser.call('GET /organisations/{organisationId}/complaints', {
    organisationId: corps,
  });
  expect(queue).toMatchObject({ status: 403 });
});

test('nobody is named: not who complains, not who answers', async () => {
  const { complaintId } = await who.ask('POST /complaints', about(team));
  const answered = await auditor.ask('POST /complaints/{complaintId}/answer', {
    ...{ complaintId, text: '已经整改' },
  });
  const text = JSON.stringify([answered, await queueOf(corps, auditor)]);
  for (const secret of [who.volunteerId, auditor.volunteerId, '小四', '周正']) {
    expect(text).not.toContain(secret);
  }
});

test('two answer at once → one answer stands, the other is told; whoever complained is told once', async () => {
  const { complaintId } = await who.ask('POST /complaints', about(team));
  const second = await volunteer(cloud, '吴海平');
  const other = await organisation([[second, 'admin']]);
  expect(
    await second.call('POST /complaints/{complaintId}/answer', { complaintId, text: '一' }),
  ).toMatchObject({ status: 404 });
  expect(other).not.toBe(corps);
  const answers = await Promise.all(
    ['一', '二'].map((text) =>
      auditor.call('POST /complaints/{complaintId}/answer', { complaintId, text }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const { complaints } = await who.ask('GET /me/complaints', {});
  expect(complaints[0]).toMatchObject({ state: 'answered', mayObject: true });
  expect(complaints[0]?.answers).toHaveLength(1);
  expect((await queueOf(corps, auditor)).map((it) => it.complaintId)).not.toContain(complaintId);
});

test('an answer that does not help → once to the one above, also when it is sent twice', async () => {
  const { complaintId } = await who.ask('POST /complaints', about(team));
  const object = () => who.call('POST /complaints/{complaintId}/objection', { complaintId });
  expect(await object()).toMatchObject({ body: { code: 'complaint_open' } });
  await auditor.ask('POST /complaints/{complaintId}/answer', { complaintId, text: '已经整改' });
  const [first, second] = await Promise.all([object(), object()]);
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(second.body).toMatchObject({ state: 'open', mayObject: false });
  const late = await auditor.call('POST /complaints/{complaintId}/answer', {
    ...{ complaintId, text: '还是一样' },
  });
  expect(late).toMatchObject({ status: 404 });
});

test('another person’s complaint → not_found', async () => {
  const { complaintId } = await who.ask('POST /complaints', about(team));
  const stranger = await volunteer(cloud);
  const object = await stranger.call('POST /complaints/{complaintId}/objection', { complaintId });
  expect(object).toMatchObject({ status: 404 });
});

test('five in a day are enough', async () => {
  for (let sent = 0; sent < 5; sent++) await who.ask('POST /complaints', about(team));
  expect(await who.call('POST /complaints', about(team))).toMatchObject({
    body: { code: 'too_many_requests' },
  });
});
