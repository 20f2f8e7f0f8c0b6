import type { Draft } from '#shared/drafts';
import { dayMs, dayOf, hourMs } from '#shared/time';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { organisation, publication, publish as published, volunteer } from '../../support/given';
import { allItems, itemsOf } from '../../support/items';
import { putAll } from '../../support/put-all';

let cloud: TestCloud;
let organiser: Person;
let organisationId: string;
beforeAll(async () => {
  cloud = await startTestCloud();
  organiser = await volunteer(cloud, '王组织');
  organisationId = await organisation([[organiser, 'organiser']]);
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.setTime(Date.now()));

const planned = (more: Partial<Draft> = {}): Draft => ({
  ...publication(cloud, { organisationId }),
  ...more,
});
const shiftsFrom = (count: number, startsAt = cloud.now() + hourMs, capacity = 10) =>
  Array.from({ length: count }, (_, index) => ({
    startsAt: startsAt + index * hourMs,
    endsAt: startsAt + (index + 1) * hourMs,
    capacity,
  }));
const drafted = (who: Person, request: Draft) => who.call('POST /activities', request);
const refused = (status: number, code: string) => ({ status, body: { code } });
const activities = async () => (await allItems()).filter(({ sk }) => sk === '#A').length;

test('an organiser drafts → kept for its people, with no shift yet', async () => {
  const shifts = shiftsFrom(2);
  const request = planned({ shifts, title: '  海边清洁  ' });
  const { activityId, version } = await organiser.ask('POST /activities', request);
  const shown = await organiser.ask('GET /activities/{activityId}', { activityId });
  expect(shown).toMatchObject({
    ...{ title: '海边清洁', organisationId, place: request.place, state: 'draft' },
    ...{ shifts: [], organising: false },
    staff: { version, plans: shifts, mayWrite: true, mayDecide: false, wroteIt: true },
  });
});

test('a rule → its days stand in the draft; the last day of every month', async () => {
  const [first] = shiftsFrom(1);
  const shifts = first ? [first] : [];
  const request = planned({ shifts, repeat: 'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3' });
  const { activityId } = await organiser.ask('POST /activities', request);
  const { staff } = await organiser.ask('GET /activities/{activityId}', { activityId });
  expect(staff).toMatchObject({ repeat: { rule: request.repeat, of: 1 } });
  const days = staff?.plans.map(({ startsAt }) => dayOf(startsAt + dayMs).slice(6));
  expect(days).toEqual(['01', '01', '01']);
});

test('rescue work → grown-ups only, whatever was typed', async () => {
  const request = planned({ category: 'emergency', conditions: { minAge: 14 } });
  const { activityId } = await organiser.ask('POST /activities', request);
  const shown = await organiser.ask('GET /activities/{activityId}', { activityId });
  expect(shown.conditions).toEqual({ minAge: 18 });
});

test('the same request again, and ten times at once → one activity', async () => {
  const before = await activities();
  const request = planned();
  const answers = await Promise.all(Array.from({ length: 10 }, () => drafted(organiser, request)));
  answers.push(await drafted(organiser, request));
  const [first] = answers;
  expect(first?.status).toBe(200);
  for (const answer of answers) expect(answer).toEqual(first);
  expect(await activities()).toBe(before + 1);
});

test('the same request resent after the shift is over → still the same answer', async () => {
  const request = planned();
  const first = await drafted(organiser, request);
  cloud.setTime(cloud.now() + dayMs);
  expect(await drafted(organiser, request)).toEqual(first);
});

test('the same id with another story → request_differs, the first one stays as it is', async () => {
  const request = planned();
  const { activityId } = await organiser.ask('POST /activities', request);
  const shown = async () => {
    const { now: _, ...rest } = await organiser.ask('GET /activities/{activityId}', { activityId });
    return rest;
  };
  const before = await shown();
  for (const other of [{ title: '海边清洁（改）' }, { shifts: shiftsFrom(2) }]) {
    expect(await drafted(organiser, { ...request, ...other })).toMatchObject(
      refused(409, 'request_differs'),
    );
  }
  expect(await shown()).toEqual(before);
});

test("another person's request with the same id → another activity", async () => {
  const other = await volunteer(cloud, '李组织');
  await organisation([[other, 'organiser']]);
  const theirs = await organisation([[other, 'organiser']]);
  const request = planned();
  const mine = await organiser.ask('POST /activities', request);
  const second = await other.ask('POST /activities', { ...request, organisationId: theirs });
  expect(second.activityId).not.toBe(mine.activityId);
});

test.each([
  [
    'one that is over',
    'shift_in_the_past',
    () => [...shiftsFrom(1), ...shiftsFrom(1, cloud.now() - 2 * hourMs)],
  ],
  ['more than one transaction makes', 'too_many_shifts', () => shiftsFrom(9, undefined, 5_000)],
  ['one that ends right now', 'shift_in_the_past', () => shiftsFrom(1, cloud.now() - hourMs)],
  [
    'one more than a year ahead',
    'shift_too_far_ahead',
    () => shiftsFrom(1, cloud.now() + 367 * dayMs),
  ],
])('shifts with %s → %s, nothing kept', async (_name, code, shifts) => {
  const before = await activities();
  expect(await drafted(organiser, planned({ shifts: shifts() }))).toMatchObject(refused(409, code));
  expect(await activities()).toBe(before);
});

test('a shift that is running already → may be announced', async () => {
  const shifts = shiftsFrom(1, cloud.now() - hourMs / 2);
  expect(await drafted(organiser, planned({ shifts }))).toMatchObject({ status: 200 });
});

describe('an edit', () => {
  const drafts = async (more: Partial<Draft> = {}) => {
    const { requestId: _, organisationId: __, ...story } = planned(more);
    const draft = await organiser.ask('POST /activities', planned(more));
    return { draft, story };
  };

  test('the draft is another one; the same again → the same answer', async () => {
    const { draft, story } = await drafts({
      repeat: 'FREQ=DAILY;COUNT=2',
      insurance: { insurer: '甲', policyNumber: '1', coverage: '意外' },
    });
    const { repeat: _, insurance: __, ...bare } = story;
    const request = { ...draft, ...bare, title: '改过的', risks: undefined };
    const first = await organiser.ask('PUT /activities/{activityId}', request);
    expect(first.version).toBe(draft.version + 1);
    expect(await organiser.ask('PUT /activities/{activityId}', request)).toEqual(first);
    const { activityId } = draft;
    const shown = await organiser.ask('GET /activities/{activityId}', { activityId });
    expect(shown).toMatchObject({ title: '改过的', risks: '' });
    expect(shown.insurance).toBeUndefined();
    expect(shown.staff?.repeat).toBeUndefined();
    expect(shown.staff?.plans).toHaveLength(1);
  });

  test('two editors at once → one winner, the other is told', async () => {
    const { draft, story } = await drafts();
    const other = await volunteer(cloud, '孙组织');
    await putAll([await membershipOf(organiser, other)]);
    const answers = await Promise.all(
      [organiser, other].map((who, index) =>
        who.call('PUT /activities/{activityId}', { ...draft, ...story, title: `第${index}版` }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = answers.find(({ status }) => status === 409);
    expect(lost).toMatchObject(refused(409, 'activity_changed'));
  });

  test('what is in review is nobody’s to edit; a stranger sees nothing at all', async () => {
    const { draft, story } = await drafts();
    const { activityId } = draft;
    const stranger = await volunteer(cloud);
    const edit = (who: Person, version: number) =>
      who.call('PUT /activities/{activityId}', { ...story, activityId, version });
    expect(await edit(stranger, draft.version)).toMatchObject(refused(404, 'not_found'));
    const handedIn = await organiser.ask('POST /activities/{activityId}/submission', draft);
    expect(await edit(organiser, handedIn.version)).toMatchObject(
      refused(409, 'activity_moved_on'),
    );
  });

  test('the text of a public activity → changed; of a draft → refused', async () => {
    const { draft } = await drafts();
    const text = { description: '改过', contact: '王五' };
    const asked = { ...draft, ...text };
    expect(await organiser.call('PUT /activities/{activityId}/text', asked)).toMatchObject(
      refused(409, 'activity_moved_on'),
    );
    const activityId = await published(cloud, organiser, planned());
    const { staff } = await organiser.ask('GET /activities/{activityId}', { activityId });
    const request = { ...text, activityId, version: staff?.version ?? 0 };
    const first = await organiser.ask('PUT /activities/{activityId}/text', request);
    expect(await organiser.ask('PUT /activities/{activityId}/text', request)).toEqual(first);
    expect(await cloud.call('GET /activities/{activityId}', { activityId })).toMatchObject({
      body: { ...text, state: 'published' },
    });
    expect(
      await organiser.call('PUT /activities/{activityId}/text', { ...request, contact: '赵六' }),
    ).toMatchObject(refused(409, 'activity_changed'));
  });
});

/** The same roles as somebody has, for somebody else. */
async function membershipOf(like: Person, other: Person) {
  const members = await itemsOf(`O#${organisationId}`);
  const known = members.find(({ sk }) => sk === `M#${like.volunteerId}`);
  const { volunteerId } = other;
  return { ...known, sk: `M#${volunteerId}`, volunteerId, gx1pk: `V#${volunteerId}` };
}

describe('who may', () => {
  test('the role reaches down: for a group of the organisation, and for a group of that', async () => {
    const child = await organisation([], [organisationId]);
    const grandchild = await organisation([], [organisationId, child]);
    for (const below of [child, grandchild]) {
      const request = planned({ organisationId: below, requestId: newRequestId() });
      expect(await drafted(organiser, request)).toMatchObject({ status: 200 });
    }
  });

  test('never up and never sideways', async () => {
    const leader = await volunteer(cloud, '赵组织');
    const child = await organisation([[leader, 'organiser']], [organisationId]);
    const sibling = await organisation([], [organisationId]);
    expect(await drafted(leader, planned({ organisationId: child }))).toMatchObject({
      status: 200,
    });
    for (const other of [organisationId, sibling]) {
      expect(await drafted(leader, planned({ organisationId: other }))).toMatchObject(
        refused(403, 'not_allowed'),
      );
    }
  });

  test('somebody of no organisation → not_allowed; an organisation that is not there → not_found', async () => {
    const stranger = await volunteer(cloud);
    expect(await drafted(stranger, planned())).toMatchObject(refused(403, 'not_allowed'));
    for (const who of [stranger, organiser]) {
      expect(await drafted(who, planned({ organisationId: 'ffffffffffff' }))).toMatchObject(
        refused(404, 'not_found'),
      );
    }
  });

  test('the role was taken away → the next request is refused, also one that was answered before', async () => {
    const leaving = await volunteer(cloud, '钱组织');
    const theirs = await organisation([[leaving, 'organiser']]);
    const request = planned({ organisationId: theirs });
    await leaving.ask('POST /activities', request);
    const [member] = (await itemsOf(`O#${theirs}`)).filter(({ sk }) => sk.startsWith('M#'));
    await putAll([{ ...member, roles: ['member'] }]);
    for (const requestId of [newRequestId(), request.requestId]) {
      expect(await drafted(leaving, { ...request, requestId })).toMatchObject(
        refused(403, 'not_allowed'),
      );
    }
  });
});
