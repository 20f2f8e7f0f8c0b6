import { dayMs, dayOf, hourMs, startOfDay } from '#shared/time';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { publication, publish, volunteer } from '../../support/given';
import type { Team } from '../../support/given-settlements';
import {
  afterwards,
  changed,
  held,
  late,
  recordOf,
  settled,
  team,
  tick,
} from '../../support/given-settlements';
import { itemsOf } from '../../support/items';
import { deliverAgain } from '../../support/redelivery';

let cloud: TestCloud;
let staff: Team;
beforeAll(async () => {
  cloud = await startTestCloud();
  staff = await team(cloud);
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.setTime(Date.now()));

const settle = (by: Person, shiftId: string) =>
  by.call('POST /shifts/{shiftId}/settlement', { shiftId });
const refused = (status: number, code: string) => ({ status, body: { code } });
const stateOf = async (activityId: string) =>
  (await staff.organiser.ask('GET /activities/{activityId}', { activityId })).state;

test('settled once, a day after the end: every credited row is public for the seven days, and the activity is settled', async () => {
  const [came, absent] = [await volunteer(cloud), await volunteer(cloud)];
  const shift = await held(cloud, staff, { who: [came], left: [came] });
  const { shiftId, activityId, endsAt } = shift;
  expect(await settle(staff.organiser, shiftId)).toMatchObject(refused(409, 'settle_too_early'));
  cloud.setTime(endsAt + dayMs + hourMs);
  expect(await settle(absent, shiftId)).toMatchObject(refused(403, 'not_allowed'));
  const answer = await settle(staff.organiser, shiftId);
  const noticeUntil = startOfDay(dayOf(cloud.now())) + 8 * dayMs - 1;
  expect(answer).toMatchObject({ status: 200, body: { noticeUntil, activityState: 'settled' } });
  expect(await settle(staff.second, shiftId)).toEqual(answer);
  await cloud.drain();
  expect(await recordOf(came, shiftId)).toMatchObject({ noticeUntil });
  expect(await stateOf(activityId)).toBe('settled');
  const lines = (await itemsOf(`O#${staff.organisationId}`)).filter(
    ({ action, subjectId }) => action === 'shift_settled' && subjectId === shiftId,
  );
  expect(lines).toHaveLength(1);
});

test('somebody is checked in, late, closed or typed → records_waiting', async () => {
  const who = await volunteer(cloud);
  const shift = await held(cloud, staff, { who: [who] });
  const { shiftId } = shift;
  cloud.setTime(shift.endsAt + dayMs + hourMs);
  for (const state of ['checked_in', 'late', 'closed', 'typed'] as const) {
    await changed(who, { shiftId, state });
    expect(await settle(staff.organiser, shiftId)).toMatchObject(refused(409, 'records_waiting'));
  }
  await changed(who, { shiftId, state: 'declined' });
  expect(await settle(staff.organiser, shiftId)).toMatchObject({ status: 200 });
});

test('a shift that was called off before anybody could be in → shift_cancelled', async () => {
  const { organiser, organisationId } = staff;
  const startsAt = cloud.now() + 3 * hourMs;
  const activityId = await publish(
    cloud,
    organiser,
    publication(cloud, { organisationId, startsAt }),
  );
  const shown = await organiser.ask('GET /activities/{activityId}', { activityId });
  const shiftId = shown.shifts[0]?.shiftId ?? '';
  await organiser.ask('POST /shifts/{shiftId}/cancellation', { shiftId, reason: '大风' });
  expect(await settle(organiser, shiftId)).toMatchObject(refused(409, 'shift_cancelled'));
});

test('two shifts of an activity settled at the same moment: both are, and the activity with the second', async () => {
  const { organiser, organisationId } = staff;
  const request = publication(cloud, { organisationId });
  const [first] = request.shifts as [(typeof request.shifts)[0]];
  const day = 24 * hourMs;
  const second = { ...first, startsAt: first.startsAt + day, endsAt: first.endsAt + day };
  const activityId = await publish(cloud, organiser, { ...request, shifts: [first, second] });
  const { shifts } = await organiser.ask('GET /activities/{activityId}', { activityId });
  cloud.setTime(second.endsAt + dayMs + hourMs);
  const answers = await Promise.all(shifts.map(({ shiftId }) => settle(organiser, shiftId)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(await stateOf(activityId)).toBe('settled');
});

test('what was on its way into the index is found by the second pass; a redelivered stream changes nothing', async () => {
  const who = await volunteer(cloud);
  const shift = await held(cloud, staff, { who: [who], left: [who] });
  await afterwards(cloud, shift);
  const noticeUntil = await settled(cloud, staff, shift);
  const [sweep] = (await itemsOf(`T#${shift.shiftId}`)).filter(({ sk }) => sk === '#NS');
  expect(sweep).toMatchObject({ done: true, pass: 2 });
  const before = await recordOf(who, shift.shiftId);
  expect(before).toMatchObject({ noticeUntil });
  expect(await deliverAgain()).toMatchObject({ dead: [] });
  expect(await recordOf(who, shift.shiftId)).toEqual(before);
});

test('the desk: who waits with what stands behind it, the doubtful first; one’s own is marked', async () => {
  const [late1, forgot, own] = [
    await volunteer(cloud, '李晚到'),
    await volunteer(cloud, '韩忘了'),
    staff.second,
  ];
  const shift = await held(cloud, staff, { who: [late1, forgot, own] });
  const { shiftId } = shift;
  await late(late1, shift);
  const { outEvidence, inEvidence } = await recordOf(late1, shiftId);
  const picture = outEvidence && { ...outEvidence, entryScene: 1013 };
  await changed(late1, { shiftId, ...(picture && { outEvidence: picture }) });
  await afterwards(cloud, shift);
  const desk = await own.ask('GET /shifts/{shiftId}/pending', { shiftId });
  expect(desk).toMatchObject({
    counts: { late: 1, closed: 2, typed: 0, checkedIn: 0 },
    credited: 0,
    maySettle: true,
  });
  expect(desk.rows[0]).toMatchObject({
    maskedName: '李*到',
    state: 'late',
    in: { by: inEvidence?.by, late: false },
    out: { by: 'token', late: true },
    grade: 'C',
    doubts: ['forwarded_picture', 'late_upload'],
    own: false,
  });
  expect(desk.rows.map((it) => it.own)).toEqual([false, expect.any(Boolean), expect.any(Boolean)]);
  expect(desk.rows.find(({ volunteerId }) => volunteerId === own.volunteerId)?.own).toBe(true);
  expect(await late1.call('GET /shifts/{shiftId}/pending', { shiftId })).toMatchObject(
    refused(403, 'not_allowed'),
  );
  await tick(cloud);
});
