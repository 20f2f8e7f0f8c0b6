import type { Publication } from '#shared/activities';
import { dayMs, hourMs } from '#shared/time';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { organisation, publication, volunteer } from '../../support/given';
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

const planned = (more: Partial<Publication> = {}): Publication => ({
  ...publication(cloud, { organisationId }),
  ...more,
});
const shiftsFrom = (count: number, startsAt = cloud.now() + hourMs, capacity = 10) =>
  Array.from({ length: count }, (_, index) => ({
    startsAt: startsAt + index * hourMs,
    endsAt: startsAt + (index + 1) * hourMs,
    capacity,
  }));
const publish = (who: Person, request: Publication) => who.call('POST /activities', request);
const refused = (status: number, code: string) => ({ status, body: { code } });
const activities = async () => (await allItems()).filter(({ sk }) => sk === '#A').length;

test('an organiser publishes → activity, shifts and places are there together', async () => {
  const shifts = shiftsFrom(2, undefined, 120);
  const request = planned({ shifts, title: '  海边清洁  ' });
  const { activityId } = await organiser.ask('POST /activities', request);
  const shown = await organiser.ask('GET /activities/{activityId}', { activityId });
  expect(shown).toMatchObject({
    ...{ title: '海边清洁', organisationId, place: request.place, organising: true },
    shifts: shifts.map((shift) => ({ ...shift, taken: 0, cancelled: false })),
  });
  for (const { shiftId } of shown.shifts) {
    const places = (await allItems()).filter(({ pk }) => pk.startsWith(`T#${shiftId}#C`));
    expect(places.map(({ taken, capacity, open }) => [taken, capacity, open])).toEqual(
      Array(3).fill([0, 40, true]),
    );
    expect(await itemsOf(`T#${shiftId}`)).toMatchObject([{ shards: 3, gates: {} }]);
  }
});

test('the largest that the contract takes → still one transaction', async () => {
  const { status } = await publish(organiser, planned({ shifts: shiftsFrom(8, undefined, 5_000) }));
  expect(status).toBe(200);
});

test('the same request again, and ten times at once → one activity', async () => {
  const before = await activities();
  const request = planned();
  const answers = await Promise.all(Array.from({ length: 10 }, () => publish(organiser, request)));
  answers.push(await publish(organiser, request));
  const [first] = answers;
  expect(first?.status).toBe(200);
  for (const answer of answers) expect(answer).toEqual(first);
  expect(await activities()).toBe(before + 1);
});

test('the same request resent after the shift is over → still the same answer', async () => {
  const request = planned();
  const first = await publish(organiser, request);
  cloud.setTime(cloud.now() + dayMs);
  expect(await publish(organiser, request)).toEqual(first);
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
    expect(await publish(organiser, { ...request, ...other })).toMatchObject(
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
  ['one that ends right now', 'shift_in_the_past', () => shiftsFrom(1, cloud.now() - hourMs)],
  [
    'one more than a year ahead',
    'shift_too_far_ahead',
    () => shiftsFrom(1, cloud.now() + 367 * dayMs),
  ],
])('shifts with %s → %s, nothing kept', async (_name, code, shifts) => {
  const before = await activities();
  expect(await publish(organiser, planned({ shifts: shifts() }))).toMatchObject(refused(409, code));
  expect(await activities()).toBe(before);
});

test('a shift that is running already → may be announced', async () => {
  const shifts = shiftsFrom(1, cloud.now() - hourMs / 2);
  expect(await publish(organiser, planned({ shifts }))).toMatchObject({ status: 200 });
});

describe('who may', () => {
  test('the role reaches down: for a group of the organisation, and for a group of that', async () => {
    const child = await organisation([], [organisationId]);
    const grandchild = await organisation([], [organisationId, child]);
    for (const below of [child, grandchild]) {
      const request = planned({ organisationId: below, requestId: newRequestId() });
      expect(await publish(organiser, request)).toMatchObject({ status: 200 });
    }
  });

  test('never up and never sideways', async () => {
    const leader = await volunteer(cloud, '赵组织');
    const child = await organisation([[leader, 'organiser']], [organisationId]);
    const sibling = await organisation([], [organisationId]);
    expect(await publish(leader, planned({ organisationId: child }))).toMatchObject({
      status: 200,
    });
    for (const other of [organisationId, sibling]) {
      expect(await publish(leader, planned({ organisationId: other }))).toMatchObject(
        refused(403, 'not_allowed'),
      );
    }
  });

  test('somebody of no organisation → not_allowed; an organisation that is not there → not_found', async () => {
    const stranger = await volunteer(cloud);
    expect(await publish(stranger, planned())).toMatchObject(refused(403, 'not_allowed'));
    for (const who of [stranger, organiser]) {
      expect(await publish(who, planned({ organisationId: 'ffffffffffff' }))).toMatchObject(
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
      expect(await publish(leaving, { ...request, requestId })).toMatchObject(
        refused(403, 'not_allowed'),
      );
    }
  });
});
