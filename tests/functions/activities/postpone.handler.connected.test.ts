import { dayMs, dayOf, hourMs } from '#shared/time';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, organisation, volunteer } from '../../support/given';
import { allItems } from '../../support/items';

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

const published = (capacity = 10) =>
  activity(cloud, { organiser, organisationId, capacity, startsAt: cloud.now() + hourMs });
type Published = Awaited<ReturnType<typeof published>>;
const later = ({ startsAt, endsAt }: Published, days = 1) => ({
  startsAt: startsAt + days * dayMs,
  endsAt: endsAt + days * dayMs,
});
const postpone = (shiftId: string, to: { startsAt: number; endsAt: number }, who = organiser) =>
  who.call('POST /shifts/{shiftId}/postponement', { shiftId, ...to, reason: '大雨' });
const refused = (status: number, code: string) => ({ status, body: { code } });
const places = async (shiftId: string) =>
  (await allItems())
    .filter(({ pk }) => pk.startsWith(`T#${shiftId}#C`))
    .map(({ taken, capacity, open }) => [taken, capacity, open]);

test('moved → the old one is off and names the new one, which is open and of its own day', async () => {
  const it = await published(120);
  const to = later(it);
  const answer = await postpone(it.shiftId, to);
  const { shiftId } = answer.body as { shiftId: string };
  expect(answer.status).toBe(200);
  expect(await postpone(it.shiftId, to)).toEqual(answer);

  const { activityId } = it;
  const shown = await organiser.ask('GET /activities/{activityId}', { activityId });
  expect(shown.state).toBe('published');
  expect(shown.shifts).toMatchObject([
    { shiftId: it.shiftId, cancelled: true, cancelReason: '大雨', movedTo: shiftId },
    { shiftId, ...to, cancelled: false, capacity: 120, movedFrom: it.shiftId },
  ]);
  expect(await places(it.shiftId)).toEqual(Array(3).fill([0, 40, false]));
  expect(await places(shiftId)).toEqual(Array(3).fill([0, 40, true]));
  const agenda = await organiser.ask('GET /activities', {
    ...{ district: '370202', day: dayOf(to.startsAt), limit: 50 },
  });
  expect(agenda.shifts.map((one) => one.shiftId)).toContain(shiftId);
});

test('moved to another time before, or called off → shift_cancelled; the new one may be moved on', async () => {
  const it = await published();
  const { shiftId } = (await postpone(it.shiftId, later(it))).body as { shiftId: string };
  expect(await postpone(it.shiftId, later(it, 2))).toMatchObject(refused(409, 'shift_cancelled'));
  expect(await postpone(shiftId, later(it, 2))).toMatchObject({ status: 200 });
});

test('two move it at once to different times → one winner', async () => {
  const it = await published();
  const answers = await Promise.all([1, 2].map((days) => postpone(it.shiftId, later(it, days))));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const { activityId } = it;
  const { shifts } = await organiser.ask('GET /activities/{activityId}', { activityId });
  expect(shifts).toHaveLength(2);
});

test('it has started → refused; into the past → refused', async () => {
  const it = await published();
  const past = { startsAt: cloud.now() - 2 * hourMs, endsAt: cloud.now() - hourMs };
  expect(await postpone(it.shiftId, past)).toMatchObject(refused(409, 'shift_in_the_past'));
  cloud.setTime(it.startsAt);
  expect(await postpone(it.shiftId, later(it))).toMatchObject(refused(409, 'shift_started'));
});

test('who may not → not_allowed; no such shift → not_found; backwards → request_invalid', async () => {
  const it = await published();
  const stranger = await volunteer(cloud);
  expect(await postpone(it.shiftId, later(it), stranger)).toMatchObject(
    refused(403, 'not_allowed'),
  );
  expect(await postpone('ffffffffffff', later(it))).toMatchObject(refused(404, 'not_found'));
  const { startsAt, endsAt } = later(it);
  const backwards = { startsAt: endsAt, endsAt: startsAt };
  expect(await postpone(it.shiftId, backwards)).toMatchObject(refused(400, 'request_invalid'));
});
