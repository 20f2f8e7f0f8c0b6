import type { Draft } from '#shared/drafts';
import { hourMs } from '#shared/time';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { organisation, publication, volunteer } from '../../support/given';
import { allItems, itemsOf } from '../../support/items';

let cloud: TestCloud;
let organiser: Person;
let [approver, second]: [Person, Person] = [] as never;
let organisationId: string;
let top: string;
beforeAll(async () => {
  cloud = await startTestCloud();
  organiser = await volunteer(cloud, '王组织');
  [approver, second] = [await volunteer(cloud, '刘审核'), await volunteer(cloud, '赵审核')];
  top = await organisation([
    [approver, 'approver'],
    [second, 'approver'],
  ]);
  organisationId = await organisation([[organiser, 'organiser', 'approver']], [top]);
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.setTime(Date.now()));

const plans = (count: number, capacity = 10) =>
  Array.from({ length: count }, (_, index) => ({
    startsAt: cloud.now() + (index + 1) * hourMs,
    endsAt: cloud.now() + (index + 2) * hourMs,
    capacity,
  }));

async function handedIn(more: Partial<Draft> = {}) {
  const request = { ...publication(cloud, { organisationId }), ...more };
  const draft = await organiser.ask('POST /activities', request);
  const answer = await organiser.ask('POST /activities/{activityId}/submission', draft);
  return { activityId: answer.activityId, version: answer.version };
}
type HandedIn = Awaited<ReturnType<typeof handedIn>>;
const approve = (it: HandedIn, who = approver) =>
  who.call('POST /activities/{activityId}/decision', { ...it, verdict: 'approve' });
const sendBack = (it: HandedIn, who = approver) =>
  who.call('POST /activities/{activityId}/decision', {
    ...{ ...it, verdict: 'return', reason: '地点不清楚' },
  });
const refused = (status: number, code: string) => ({ status, body: { code } });
const shown = async ({ activityId }: HandedIn) =>
  organiser.ask('GET /activities/{activityId}', { activityId });
const notices = async (who: Person, activityId: string) =>
  (await itemsOf(`V#${who.volunteerId}`)).filter(
    ({ sk, link }) => sk.startsWith('N#') && (link as { id?: string })?.id === activityId,
  );
const audits = async (activityId: string) =>
  (await itemsOf(`O#${organisationId}`)).filter(
    ({ sk, subjectId }) => sk.startsWith('Z#') && subjectId === activityId,
  );

test('approved → public: activity, shifts and places are there together, the author is told', async () => {
  const it = await handedIn({ shifts: plans(2, 120), conditions: { minAge: 16 } });
  const answer = await approve(it);
  expect(answer.body).toEqual({ ...it, state: 'published', version: it.version + 1 });
  expect(await approve(it)).toEqual(answer);
  const { activityId } = it;
  const seen = await cloud.call('GET /activities/{activityId}', { activityId });
  expect(seen).toMatchObject({
    status: 200,
    body: { state: 'published', conditions: { minAge: 16 }, organising: false },
  });
  const { shifts } = await shown(it);
  expect(shifts).toHaveLength(2);
  for (const { shiftId } of shifts) {
    const places = (await allItems()).filter(({ pk }) => pk.startsWith(`T#${shiftId}#C`));
    expect(places.map(({ taken, capacity, open }) => [taken, capacity, open])).toEqual(
      Array(3).fill([0, 40, true]),
    );
    expect(await itemsOf(`T#${shiftId}`)).toMatchObject([
      { shards: 3, gates: {}, conditions: { minAge: 16 } },
    ]);
  }
  expect(await notices(organiser, activityId)).toMatchObject([{ kind: 'activity_review' }]);
  expect(await audits(activityId)).toMatchObject([
    { action: 'activity_published', by: approver.volunteerId },
  ]);
});

test('the largest that a draft takes → still one transaction', async () => {
  for (const shifts of [plans(8, 5_000), plans(44)]) {
    expect(await approve(await handedIn({ shifts }))).toMatchObject({ status: 200 });
  }
});

test('sent back → a draft again, with the reason for its people; then edited, handed in, approved', async () => {
  const it = await handedIn();
  const answer = await sendBack(it);
  expect(answer.body).toEqual({ ...it, state: 'draft', version: it.version + 1 });
  expect(await sendBack(it)).toEqual(answer);
  const { staff, state } = await shown(it);
  expect({ state, reason: staff?.returned?.reason }).toEqual({
    ...{ state: 'draft', reason: '地点不清楚' },
  });
  expect(await notices(organiser, it.activityId)).toHaveLength(1);
  expect(
    (await cloud.call('GET /activities/{activityId}', { activityId: it.activityId })).status,
  ).toBe(404);

  const draft = { activityId: it.activityId, version: it.version + 1 };
  const again = await organiser.ask('POST /activities/{activityId}/submission', draft);
  expect(await approve(it)).toMatchObject(refused(409, 'decided_meanwhile'));
  expect(await approve({ ...draft, version: again.version })).toMatchObject({ status: 200 });
});

test('nobody approves what they wrote, though they have the role', async () => {
  const it = await handedIn();
  expect(await approve(it, organiser)).toMatchObject(refused(403, 'not_to_oneself'));
  expect((await shown(it)).staff).toMatchObject({ mayDecide: false, wroteIt: true });
});

test('two approvers at once, one approves and one sends back → one winner, a clear answer', async () => {
  for (let round = 0; round < 3; round++) {
    const it = await handedIn();
    const answers = await Promise.all([approve(it), sendBack(it, second)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)).toMatchObject(
      refused(409, 'decided_meanwhile'),
    );
    expect(await audits(it.activityId)).toHaveLength(1);
  }
});

test('approved while it is called off → one of the two, never a cancelled activity with open places', async () => {
  for (let round = 0; round < 3; round++) {
    const it = await handedIn();
    const { activityId } = it;
    const reason = '不办了';
    await Promise.all([
      approve(it),
      organiser.call('POST /activities/{activityId}/cancellation', { activityId, reason }),
    ]);
    const { state, shifts } = await shown(it);
    for (const { shiftId, cancelled } of shifts) {
      const places = (await allItems()).filter(({ pk }) => pk.startsWith(`T#${shiftId}#C`));
      const open = places.some((one) => one.open === true);
      expect({ cancelled, open }).toEqual(
        state === 'cancelled' ? { cancelled: true, open: false } : { cancelled: false, open: true },
      );
    }
  }
});

test('a stranger → not_found; an organiser, who sees it → not_allowed; over by now → refused', async () => {
  const it = await handedIn();
  expect(await approve(it, await volunteer(cloud))).toMatchObject(refused(404, 'not_found'));
  const other = await volunteer(cloud, '孙组织');
  const here = await organisation([[other, 'organiser']], [top, organisationId]);
  const request = publication(cloud, { organisationId: here });
  const draft = await other.ask('POST /activities', request);
  const { version } = await other.ask('POST /activities/{activityId}/submission', draft);
  const theirs = { activityId: draft.activityId, version };
  expect(await approve(theirs, other)).toMatchObject(refused(403, 'not_allowed'));
  cloud.setTime(cloud.now() + 5 * hourMs);
  expect(await approve(it)).toMatchObject(refused(409, 'shift_in_the_past'));
  expect(await sendBack(it)).toMatchObject({ status: 200 });
});

test('sent back without a reason → request_invalid', async () => {
  const it = await handedIn();
  const answer = await approver.call('POST /activities/{activityId}/decision', {
    ...{ ...it, verdict: 'return' },
  });
  expect(answer).toMatchObject(refused(400, 'request_invalid'));
});
