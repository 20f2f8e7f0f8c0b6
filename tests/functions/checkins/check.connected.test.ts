import { startOfStep, stepAt } from '#shared/code';
import { dayMs, hourMs, minuteMs } from '#shared/time';
import type { ServiceRecord } from '../../../functions/records/record.rules';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, codeShown, organisation, volunteer } from '../../support/given';
import { itemsOf } from '../../support/items';
import { signUp, trySignUp } from '../../support/sign-up';

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

type End = 'checkin' | 'checkout';
const refused = (status: number, code: string) => ({ status, body: { code } });
const recordOf = async ({ volunteerId }: Person) =>
  (await itemsOf(`V#${volunteerId}`)).find(({ sk }) => sk.startsWith('R#')) as
    | ServiceRecord
    | undefined;
/** The beginning of a code's step: what a late scan counts for. */
const stepOf = (at: number) => startOfStep(stepAt(at));

/** A shift at which somebody without network has scanned both ends: what their phone keeps. */
async function offline({ capacity = 10, signsUp = false } = {}) {
  const who = await volunteer(cloud);
  const shift = await activity(cloud, { organiser, organisationId, capacity });
  const { shiftId, startsAt, endsAt } = shift;
  if (signsUp) await signUp(who, shiftId);
  const scans = {} as Record<End, { scanId: string; token: string }>;
  for (const [kind, at] of [
    ['checkin', startsAt],
    ['checkout', endsAt],
  ] as const) {
    cloud.setTime(at);
    const { token } = await codeShown(organiser, shiftId, { kind });
    scans[kind] = { scanId: newRequestId(), token };
  }
  return { who, ...shift, ...scans };
}

test('both ends scanned without network, sent in the evening → kept with their times, nothing credited', async () => {
  const { who, startsAt, endsAt, checkin, checkout } = await offline({ signsUp: true });
  cloud.setTime(endsAt + 5 * hourMs);
  const inside = await who.ask('POST /checkins', checkin);
  expect(inside).toMatchObject({
    status: 'late',
    inAt: stepOf(startsAt),
    doubts: ['late_upload', 'one_end'],
  });
  const left = await who.ask('POST /checkins', checkout);
  expect(left).toMatchObject({
    ...{ status: 'late', inAt: stepOf(startsAt), outAt: stepOf(endsAt), doubts: ['late_upload'] },
  });
  expect(left).not.toHaveProperty('creditedMinutes');
  expect(left).not.toHaveProperty('why');
  const arrived = expect.any(Number);
  expect(await recordOf(who)).toMatchObject({
    state: 'late',
    inEvidence: { by: 'token', late: true, arrivedAt: arrived, scanId: checkin.scanId },
    outEvidence: { by: 'token', late: true, arrivedAt: arrived, scanId: checkout.scanId },
  });
  expect(await who.ask('GET /me', {})).toMatchObject({ minutes: 0, points: 0 });
});

test('the way out arrives before the way in → the same record', async () => {
  const records = [];
  for (const order of [
    ['checkin', 'checkout'],
    ['checkout', 'checkin'],
  ] as const) {
    cloud.setTime(Date.now());
    const scene = await offline();
    cloud.setTime(scene.endsAt + hourMs);
    for (const kind of order) await scene.who.ask('POST /checkins', scene[kind]);
    const record = await recordOf(scene.who);
    const { state, walkIn, version, inAt, outAt } = record ?? {};
    records.push({
      ...{ state, walkIn, version },
      served: [Number(inAt) - stepOf(scene.startsAt), Number(outAt) - stepOf(scene.endsAt)],
    });
  }
  expect(records[0]).toEqual({ state: 'late', walkIn: true, version: 2, served: [0, 0] });
  expect(records[1]).toEqual(records[0]);
});

test.each(['checkin', 'checkout'] as const)(
  'only the %s is late → the whole record waits',
  async (kind) => {
    const who = await volunteer(cloud);
    const { shiftId, startsAt, endsAt } = await activity(cloud, { organiser, organisationId });
    await signUp(who, shiftId);
    for (const [end, at] of [
      ['checkin', startsAt],
      ['checkout', endsAt - 10 * minuteMs],
    ] as const) {
      cloud.setTime(at);
      const { token } = await codeShown(organiser, shiftId, { kind: end });
      if (end === kind) cloud.setTime(at + 5 * minuteMs);
      const { status } = await who.ask('POST /checkins', { scanId: newRequestId(), token });
      expect(status).toBe(kind === 'checkin' || end === 'checkout' ? 'late' : 'checked_in');
    }
    const record = await recordOf(who);
    expect(record).toMatchObject({
      state: 'late',
      inAt: expect.any(Number),
      outAt: expect.any(Number),
    });
    expect([record?.inEvidence, record?.outEvidence].map((it) => it?.late)).toEqual(
      kind === 'checkin' ? [true, undefined] : [undefined, true],
    );
  },
);

test('the same scan again, twice at once, and another scan of that end → one record, one receipt', async () => {
  const { who, shiftId, endsAt, startsAt, checkin } = await offline({ capacity: 5 });
  cloud.setTime(endsAt + hourMs);
  const answers = await Promise.all([1, 2].map(() => who.call('POST /checkins', checkin)));
  expect(answers).toMatchObject(Array(2).fill({ status: 200, body: { status: 'late' } }));
  const again = await who.ask('POST /checkins', { ...checkin, scanId: newRequestId() });
  expect(again).toMatchObject({ status: 'late', inAt: stepOf(startsAt) });
  expect(await recordOf(who)).toMatchObject({ version: 1 });
  expect((await itemsOf(`T#${shiftId}#C0`))[0]).toMatchObject({ taken: 1 });
});

test('never signed up → takes a place and the time like anybody; when it is full, it is refused', async () => {
  const first = await offline({ capacity: 1 });
  const { shiftId, checkin, endsAt } = first;
  const second = await volunteer(cloud);
  cloud.setTime(endsAt - hourMs);
  const overlapping = await activity(cloud, {
    ...{ organiser, organisationId, startsAt: cloud.now() + 10 * minuteMs },
  });
  expect(await first.who.ask('POST /checkins', checkin)).toMatchObject({ walkIn: true });
  expect(await second.call('POST /checkins', checkin)).toMatchObject(refused(409, 'shift_full'));
  expect((await itemsOf(`T#${shiftId}#C0`))[0]).toMatchObject({ taken: 1 });
  expect(await trySignUp(first.who, overlapping.shiftId)).toMatchObject(
    refused(409, 'calendar_overlap'),
  );
});

test('sent a day after the end → kept; two days after → refused for good, and nothing is written', async () => {
  const { who, endsAt, checkin, checkout } = await offline();
  cloud.setTime(endsAt + dayMs - minuteMs);
  expect(await who.ask('POST /checkins', checkin)).toMatchObject({ status: 'late' });
  const before = await itemsOf(`V#${who.volunteerId}`);
  cloud.setTime(endsAt + 2 * dayMs);
  expect(await who.call('POST /checkins', checkout)).toMatchObject(refused(410, 'upload_too_late'));
  // What was taken in time is still answered.
  expect(await who.ask('POST /checkins', checkin)).toMatchObject({ status: 'late' });
  expect(await itemsOf(`V#${who.volunteerId}`)).toEqual(before);
});

test('a gate that is stopped later → what was scanned before is kept, with the doubt; afterwards nothing is', async () => {
  const who = await volunteer(cloud);
  const { shiftId, startsAt, endsAt } = await activity(cloud, { organiser, organisationId });
  cloud.setTime(startsAt);
  const batch = await organiser.ask('POST /shifts/{shiftId}/gates', { shiftId });
  cloud.setTime(startsAt + 5 * minuteMs);
  await organiser.ask('DELETE /shifts/{shiftId}/gates/{gate}', { shiftId, gate: batch.gate });
  cloud.setTime(endsAt);
  const scanAt = (at: number) => ({
    scanId: newRequestId(),
    token: batch.checkin[stepAt(at) - batch.firstStep]?.token ?? '',
  });
  expect(await who.call('POST /checkins', scanAt(startsAt + 6 * minuteMs))).toMatchObject(
    refused(410, 'gate_revoked'),
  );
  expect(await who.ask('POST /checkins', scanAt(startsAt + minuteMs))).toMatchObject({
    status: 'late',
    doubts: ['revoked_gate', 'late_upload', 'one_end'],
  });
});

test('checked in at a gate that was stopped since → a living way out waits for the organiser', async () => {
  const who = await volunteer(cloud);
  const { shiftId, startsAt, endsAt } = await activity(cloud, { organiser, organisationId });
  cloud.setTime(startsAt);
  const { token, gate } = await codeShown(organiser, shiftId, { kind: 'checkin' });
  await who.ask('POST /checkins', { scanId: newRequestId(), token });
  await organiser.ask('DELETE /shifts/{shiftId}/gates/{gate}', { shiftId, gate });
  cloud.setTime(endsAt);
  const out = await codeShown(organiser, shiftId, { kind: 'checkout' });
  expect(out.gate).not.toBe(gate);
  const left = await who.ask('POST /checkins', { scanId: newRequestId(), token: out.token });
  expect(left).toMatchObject({ status: 'late', doubts: ['revoked_gate'] });
  expect(await recordOf(who)).toMatchObject({ state: 'late' });
  expect((await recordOf(who))?.outEvidence).not.toHaveProperty('late');
});

test('a newcomer’s claim stays a thing of the moment: a code that has gone is stale', async () => {
  const { checkin, endsAt } = await offline();
  cloud.setTime(endsAt);
  const claim = { token: checkin.token, browserKey: 'b'.repeat(32) };
  expect(await cloud.call('POST /claims', claim)).toMatchObject(refused(410, 'code_stale'));
});

test('it is counted as waiting, and still holds its place', async () => {
  const { who, shiftId, activityId, endsAt, checkin } = await offline();
  cloud.setTime(endsAt + minuteMs);
  await who.ask('POST /checkins', checkin);
  await cloud.drain();
  const { counts } = await organiser.ask('GET /shifts/{shiftId}/board', { shiftId });
  expect(counts).toEqual({ signedUp: 0, checkedIn: 0, pending: 1, credited: 0 });
  const { shifts } = await organiser.ask('GET /activities/{activityId}', { activityId });
  expect(shifts[0]).toMatchObject({ taken: 1 });
});

test('the phone leaves a mark, the same for two people who use it; never what it called itself', async () => {
  const { who, shiftId, startsAt } = await offline();
  cloud.setTime(startsAt);
  const { token } = await codeShown(organiser, shiftId, { kind: 'checkin' });
  const other = await volunteer(cloud);
  const deviceId = newRequestId();
  for (const one of [who, other]) {
    await one.ask('POST /checkins', { scanId: newRequestId(), token, deviceId });
  }
  const marks = [await recordOf(who), await recordOf(other)].map(
    (record) => record?.inEvidence?.device,
  );
  expect(marks[0]).toMatch(/^[\w-]{32}$/);
  expect(marks[1]).toBe(marks[0]);
  expect(marks[0]).not.toContain(deviceId);
});
