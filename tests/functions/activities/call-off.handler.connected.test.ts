import type { Draft } from '#shared/drafts';
import { hourMs } from '#shared/time';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { codeShown, organisation, publication, publish, volunteer } from '../../support/given';
import { allItems, itemsOf } from '../../support/items';
import { termsOf, trySignUp } from '../../support/sign-up';

let cloud: TestCloud;
let organiser: Person;
let admin: Person;
let organisationId: string;
beforeAll(async () => {
  cloud = await startTestCloud();
  [organiser, admin] = [await volunteer(cloud, '王组织'), await volunteer(cloud, '吴管理')];
  organisationId = await organisation([
    [organiser, 'organiser'],
    [admin, 'admin'],
  ]);
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.setTime(Date.now()));

const plans = (count: number, capacity = 10) =>
  Array.from({ length: count }, (_, index) => ({
    startsAt: cloud.now() + (index + 1) * hourMs,
    endsAt: cloud.now() + (index + 2) * hourMs,
    capacity,
  }));
const planned = (more: Partial<Draft> = {}) => ({
  ...publication(cloud, { organisationId }),
  ...more,
});
const reason = '大风预警';
const callOff = (activityId: string, who = organiser) =>
  who.call('POST /activities/{activityId}/cancellation', { activityId, reason });
const callOffShift = (shiftId: string, who = organiser) =>
  who.call('POST /shifts/{shiftId}/cancellation', { shiftId, reason });
const shown = (activityId: string) => organiser.ask('GET /activities/{activityId}', { activityId });
const refused = (status: number, code: string) => ({ status, body: { code } });
const openPlaces = async (shiftId: string) =>
  (await allItems()).filter(({ pk, open }) => pk.startsWith(`T#${shiftId}#C`) && open === true);
const audits = async (activityId: string) =>
  (await itemsOf(`O#${organisationId}`)).filter(
    ({ action, subjectId }) => action === 'activity_cancelled' && subjectId === activityId,
  );

test('the whole called off → every shift closed with the reason, nobody signs up any more', async () => {
  const activityId = await publish(cloud, organiser, planned({ shifts: plans(2, 120) }));
  const answer = await callOff(activityId, admin);
  expect(answer).toMatchObject({ status: 200, body: { state: 'cancelled' } });
  expect(await callOff(activityId, admin)).toEqual(answer);
  const { state, shifts } = await shown(activityId);
  expect(state).toBe('cancelled');
  const late = await volunteer(cloud);
  for (const { shiftId, ...shift } of shifts) {
    expect(shift).toMatchObject({ cancelled: true, cancelReason: reason });
    expect(await openPlaces(shiftId)).toEqual([]);
    const signup = await trySignUp(late, shiftId);
    expect(signup.status).toBe(409);
  }
  expect(await audits(activityId)).toHaveLength(1);
  const told = (await itemsOf(`V#${organiser.volunteerId}`)).filter(
    ({ kind, link }) =>
      kind === 'activity_cancelled' && (link as { id?: string })?.id === activityId,
  );
  expect(told).toHaveLength(1);
});

test('the largest → still one transaction', async () => {
  const activityId = await publish(cloud, organiser, planned({ shifts: plans(8, 5_000) }));
  expect(await callOff(activityId)).toMatchObject({ status: 200 });
});

test('one shift of two → the other stays; then that one, too → the activity goes with it', async () => {
  const activityId = await publish(cloud, organiser, planned({ shifts: plans(2) }));
  const [first, last] = (await shown(activityId)).shifts.map(({ shiftId }) => shiftId);
  expect(await callOffShift(first ?? '')).toMatchObject({ status: 200 });
  expect(await callOffShift(first ?? '')).toMatchObject({ status: 200 });
  expect(await shown(activityId)).toMatchObject({
    state: 'published',
    shifts: [{ cancelled: true }, { cancelled: false }],
  });
  await callOffShift(last ?? '');
  expect((await shown(activityId)).state).toBe('cancelled');
});

test('two call off at once, the whole and a shift → one line each at most, and it is off', async () => {
  const activityId = await publish(cloud, organiser, planned());
  const [shift] = (await shown(activityId)).shifts;
  await Promise.all([callOff(activityId), callOffShift(shift?.shiftId ?? '', admin)]);
  expect((await shown(activityId)).state).toBe('cancelled');
  expect(await audits(activityId)).toHaveLength(1);
});

test('signed up while it is called off → in before, or refused; never in a closed shift afterwards', async () => {
  const activityId = await publish(cloud, organiser, planned());
  const [shift] = (await shown(activityId)).shifts;
  const shiftId = shift?.shiftId ?? '';
  const crowd = await Promise.all(Array.from({ length: 5 }, () => volunteer(cloud)));
  const terms = await termsOf(organiser, shiftId);
  await Promise.all([
    ...crowd.map((who) => trySignUp(who, shiftId, { terms })),
    callOffShift(shiftId),
  ]);
  expect(await openPlaces(shiftId)).toEqual([]);
  const another = await volunteer(cloud);
  const late = await trySignUp(another, shiftId);
  expect(late.status).toBe(409);
});

test('called off while somebody serves → they check out and keep their minutes; nobody else comes in', async () => {
  const shifts = plans(1);
  const activityId = await publish(cloud, organiser, planned({ shifts }));
  const [shift] = (await shown(activityId)).shifts;
  const shiftId = shift?.shiftId ?? '';
  const [inside, late] = [await volunteer(cloud), await volunteer(cloud)];
  cloud.setTime(shift?.startsAt ?? 0);
  const entry = await codeShown(organiser, shiftId, { kind: 'checkin' });
  await inside.ask('POST /checkins', { scanId: newRequestId(), token: entry.token });
  cloud.setTime(cloud.now() + hourMs / 2);
  await callOffShift(shiftId);
  cloud.setTime(cloud.now() + hourMs / 12);
  const exit = await codeShown(organiser, shiftId, { kind: 'checkout' });
  const left = { scanId: newRequestId(), token: exit.token };
  expect(await inside.ask('POST /checkins', left)).toMatchObject({ status: 'checked_out' });
  const again = await codeShown(organiser, shiftId, { kind: 'checkin' });
  const coming = { scanId: newRequestId(), token: again.token };
  expect(await late.call('POST /checkins', coming)).toMatchObject(refused(409, 'shift_cancelled'));
});

test('what is over stays: a shift that ended, the whole when all ended', async () => {
  const shifts = plans(2);
  const activityId = await publish(cloud, organiser, planned({ shifts }));
  const [first, last] = (await shown(activityId)).shifts.map(({ shiftId }) => shiftId);
  cloud.setTime(shifts[0]?.endsAt ?? 0);
  expect(await callOffShift(first ?? '')).toMatchObject(refused(409, 'shift_ended'));
  expect(await callOff(activityId)).toMatchObject({ status: 200, body: { state: 'published' } });
  const left = await shown(activityId);
  expect(left.shifts.map(({ cancelled }) => cancelled)).toEqual([false, true]);
  expect(await callOffShift(last ?? '')).toMatchObject({ status: 200 });
});

test('a draft dropped → gone for strangers, still there for its people', async () => {
  const { activityId } = await organiser.ask('POST /activities', planned());
  const stranger = await volunteer(cloud);
  expect(await callOff(activityId, stranger)).toMatchObject(refused(404, 'not_found'));
  expect(await callOff(activityId)).toMatchObject({ body: { state: 'cancelled' } });
  expect(await stranger.call('GET /activities/{activityId}', { activityId })).toMatchObject(
    refused(404, 'not_found'),
  );
  expect((await shown(activityId)).state).toBe('cancelled');
});

test('who sees it but may not → not_allowed; what is not there → not_found', async () => {
  const activityId = await publish(cloud, organiser, planned());
  const [shift] = (await shown(activityId)).shifts;
  const stranger = await volunteer(cloud);
  expect(await callOff(activityId, stranger)).toMatchObject(refused(403, 'not_allowed'));
  expect(await callOffShift(shift?.shiftId ?? '', stranger)).toMatchObject(
    refused(403, 'not_allowed'),
  );
  expect(await callOff('ffffffffffff')).toMatchObject(refused(404, 'not_found'));
  expect(await callOffShift('ffffffffffff')).toMatchObject(refused(404, 'not_found'));
});
