import { readScanned, startOfStep, stepAt } from '#shared/code';
import { dayMs, hourMs } from '#shared/time';
import type { ServiceRecord } from '../../functions/records/record.rules';
import { codeAt } from '../../miniapp/src/activities/code/batch';
import { newRequestId } from '../../miniapp/src/ids';
import { sendAll, submit, useOutbox } from '../../miniapp/src/outbox';
import { deviceId } from '../../miniapp/src/tabs/scan/device-id';
import { keep, leave } from '../../miniapp/src/tokens';
import type { RawEvent, TestCloud } from '../support/cloud';
import { startTestCloud } from '../support/cloud';
import type { Person } from '../support/given';
import { activity, organisation, volunteer } from '../support/given';
import { itemsOf } from '../support/items';
import { freshPhone, network, noNetwork } from '../support/phone';
import { signUp } from '../support/sign-up';

declare global {
  /** Where the API is; a build of the phone puts it in. */
  var API: string;
}

/** The phone's own outbox against the real cloud: what becomes of scans that were made without network. */
jest.mock('../../miniapp/src/device/storage', () => require('../support/phone').phoneStorage);
jest.mock('../../miniapp/src/device/request', () => require('../support/phone').phoneRequest);
jest.mock('../../miniapp/src/device/wake', () => ({ onWake: () => () => undefined }));
jest.mock('../../miniapp/src/device/network', () => ({
  onNetworkChange: () => () => undefined,
}));

let cloud: TestCloud;
let organiser: Person;
let organisationId: string;

beforeAll(async () => {
  globalThis.API = '';
  cloud = await startTestCloud();
  organiser = await volunteer(cloud, '王组织');
  organisationId = await organisation([[organiser, 'organiser']]);
});
afterAll(() => cloud.stop());
beforeEach(() => {
  freshPhone();
  leave();
  cloud.setTime(Date.now());
});

/** What the phone sends reaches the cloud, and its answer the phone; `lost`: what a scan did does not come back. */
const online = ({ lost = false } = {}) =>
  network(async ({ method, url, header, body }) => {
    const route = `${method} ${url}` as RawEvent['route'];
    const answer = await cloud.send({ route, headers: header, body: JSON.stringify(body ?? {}) });
    const isLost = lost && url === '/checkins';
    return isLost ? undefined : { status: answer.statusCode, data: JSON.parse(answer.body) };
  });
const offline = () => network(noNetwork);

const recordOf = async ({ volunteerId }: Person) =>
  (await itemsOf(`V#${volunteerId}`)).find(({ sk }) => sk.startsWith('R#')) as
    | ServiceRecord
    | undefined;
const settledOf = (scanId: string) =>
  useOutbox.getState().settled.find(({ id }) => id === scanId)?.outcome;

/** A shift whose organiser fetched the codes at the start and has had no network since. */
async function beach(staff = { organiser, organisationId }) {
  const shift = await activity(cloud, staff);
  cloud.setTime(shift.startsAt);
  const { shiftId } = shift;
  const batch = await staff.organiser.ask('POST /shifts/{shiftId}/gates', { shiftId });
  /** What the organiser's phone shows at a moment, by its own means. */
  const screen = (end: 'checkin' | 'checkout', at: number) =>
    `https://volunteer.example.cn/c/${codeAt(batch, end, at)?.token}`;
  return { ...shift, screen };
}

/** The person takes this phone and scans what they see; gives the scan's id and what the phone said. */
async function scans(who: Person, seen: string) {
  keep(who.session);
  const scanned = readScanned(seen);
  if (!scanned || !('token' in scanned)) throw new Error('nothing was read');
  const request = { scanId: newRequestId(), token: scanned.token, deviceId: deviceId() };
  const outcome = await submit({ id: request.scanId, route: 'POST /checkins', request });
  return { scanId: request.scanId, outcome };
}

test('nobody has network, neither organiser nor volunteer → 待同步, then 待组织者确认, never 已签到', async () => {
  const { shiftId, startsAt, endsAt, screen } = await beach();
  const who = await volunteer(cloud);
  await signUp(who, shiftId);
  offline();
  const came = await scans(who, screen('checkin', startsAt + 60_000));
  const left = await scans(who, screen('checkout', endsAt));
  expect([came.outcome.status, left.outcome.status]).toEqual(['pending', 'pending']);
  expect(await recordOf(who)).toMatchObject({ state: 'signed_up' });

  cloud.setTime(endsAt + 3 * hourMs);
  online();
  await sendAll();
  expect(useOutbox.getState().waiting).toEqual([]);
  for (const { scanId } of [came, left]) {
    expect(settledOf(scanId)).toMatchObject({ status: 'done', answer: { status: 'late' } });
  }
  expect(await recordOf(who)).toMatchObject({
    state: 'late',
    inAt: startOfStep(stepAt(startsAt + 60_000)),
    outAt: startOfStep(stepAt(endsAt)),
  });
  expect(await who.ask('GET /me', {})).toMatchObject({ minutes: 0, points: 0 });
});

test('two people on one phone → each in their own name; that it was one phone stands in both records', async () => {
  const { startsAt, screen } = await beach();
  const [one, other] = [await volunteer(cloud), await volunteer(cloud)];
  offline();
  const first = await scans(one, screen('checkin', startsAt));
  const second = await scans(other, screen('checkin', startsAt));
  cloud.setTime(startsAt + hourMs);
  online();
  await sendAll();
  expect(settledOf(second.scanId)).toMatchObject({ status: 'done' });
  expect(await recordOf(one)).toBeUndefined();
  keep(one.session);
  await sendAll();
  expect(settledOf(first.scanId)).toMatchObject({ status: 'done', answer: { status: 'late' } });
  const marks = [await recordOf(one), await recordOf(other)].map((it) => it?.inEvidence?.device);
  expect(marks[0]).toBeDefined();
  expect(marks[1]).toBe(marks[0]);
});

test('the app is killed between the scan and the sending → sent when it is opened again', async () => {
  const { startsAt, screen } = await beach();
  const who = await volunteer(cloud);
  offline();
  const { scanId } = await scans(who, screen('checkin', startsAt));
  cloud.setTime(startsAt + hourMs);
  online();
  // A new process: nothing is left but what the phone has kept.
  await jest.isolateModulesAsync(async () => {
    const again = require('../../miniapp/src/outbox') as typeof import('../../miniapp/src/outbox');
    const stop = again.startOutbox();
    await again.sendAll();
    stop();
    expect(again.useOutbox.getState()).toMatchObject({ waiting: [], settled: [{ id: scanId }] });
  });
  expect(await recordOf(who)).toMatchObject({ state: 'late', inEvidence: { scanId } });
});

test('sent a day after the end → kept; two days after → refused for good, and the phone keeps that answer', async () => {
  const { startsAt, endsAt, screen } = await beach();
  const [prompt, slow] = [await volunteer(cloud), await volunteer(cloud)];
  offline();
  const inTime = await scans(prompt, screen('checkin', startsAt));
  const tooLate = await scans(slow, screen('checkin', startsAt));
  online();
  cloud.setTime(endsAt + dayMs - hourMs);
  keep(prompt.session);
  await sendAll();
  expect(settledOf(inTime.scanId)).toMatchObject({ answer: { status: 'late' } });
  cloud.setTime(endsAt + 2 * dayMs);
  keep(slow.session);
  await sendAll();
  expect(settledOf(tooLate.scanId)).toMatchObject({ status: 'refused', code: 'upload_too_late' });
  expect(useOutbox.getState().waiting).toEqual([]);
  expect(await recordOf(slow)).toBeUndefined();
});

test('the answer is lost, and it is sent again → the same receipt, one record', async () => {
  const { startsAt, screen } = await beach();
  const who = await volunteer(cloud);
  offline();
  const { scanId } = await scans(who, screen('checkin', startsAt));
  cloud.setTime(startsAt + hourMs);
  online({ lost: true });
  await sendAll();
  expect(settledOf(scanId)).toBeUndefined();
  const before = await recordOf(who);
  expect(before).toMatchObject({ state: 'late' });
  online();
  await sendAll();
  expect(settledOf(scanId)).toMatchObject({ answer: { status: 'late', inAt: before?.inAt } });
  expect(await recordOf(who)).toEqual(before);
});

test('the phone’s clock is a year slow → times come from the code and from answers', async () => {
  cloud.setTime(Date.now() + 365 * dayMs);
  const later = await volunteer(cloud);
  const { startsAt, screen } = await beach({
    organiser: later,
    organisationId: await organisation([[later, 'organiser']]),
  });
  const who = await volunteer(cloud);
  online();
  const live = await scans(who, screen('checkin', startsAt));
  expect(live.outcome).toMatchObject({ status: 'done', answer: { status: 'checked_in' } });
  offline();
  const left = await scans(who, screen('checkout', startsAt + hourMs));
  cloud.setTime(startsAt + 2 * hourMs);
  online();
  await sendAll();
  expect(settledOf(left.scanId)).toMatchObject({ answer: { status: 'late' } });
  expect(await recordOf(who)).toMatchObject({
    state: 'late',
    outAt: startOfStep(stepAt(startsAt + hourMs)),
  });
  // Once an answer has come, the phone goes by the server's time, whatever its own clock says.
  const settledAt = useOutbox.getState().settled[0]?.settledAt ?? 0;
  expect(Math.abs(settledAt - cloud.now())).toBeLessThan(60_000);
});
