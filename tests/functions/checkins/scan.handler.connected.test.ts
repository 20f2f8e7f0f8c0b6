import { dayMs, hourMs, minuteMs } from '#shared/time';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, codeShown, newcomer, organisation, place, volunteer } from '../../support/given';
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

const scanOf = (token: string) => ({ scanId: newRequestId(), token });

/** A service that counts so many minutes; gives both receipts. */
async function serviceOf(who: Person, minutes: number) {
  const { shiftId, startsAt } = await activity(cloud, { organiser, organisationId });
  await signUp(who, shiftId);
  cloud.setTime(startsAt - minuteMs);
  const { token: inToken } = await codeShown(organiser, shiftId, { kind: 'checkin' });
  const checkedIn = await who.ask('POST /checkins', scanOf(inToken));
  cloud.setTime(startsAt + minutes * minuteMs);
  const { token: outToken } = await codeShown(organiser, shiftId, { kind: 'checkout' });
  const checkedOut = await who.ask('POST /checkins', scanOf(outToken));
  return { shiftId, checkedIn, checkedOut, inToken, outToken };
}

test('both ends scanned → hours, points and two chained entries arrive together', async () => {
  const who = await volunteer(cloud);
  const { checkedIn, checkedOut } = await serviceOf(who, 85);
  expect(checkedIn).toMatchObject({ status: 'checked_in', walkIn: false });
  expect(checkedOut).toMatchObject({
    ...{ status: 'checked_out', rawMinutes: 85, creditedMinutes: 90, points: 15, grade: 'C' },
  });
  expect(await who.ask('GET /me', {})).toMatchObject({ minutes: 90, points: 15 });
  const { entries } = await who.ask('GET /me/hours', {});
  expect(entries).toMatchObject([{ sequence: 1, creditedMinutes: 90, pack: 'qingdao 1' }]);
  const { postings, byYear } = await who.ask('GET /me/points', {});
  expect(postings).toMatchObject([{ sequence: 1, cause: 'service', amount: 15, balance: 15 }]);
  expect(Object.values(byYear)).toEqual([15]);
});

test('the same scan, and another scan of the same end → the same receipt, nothing credited again', async () => {
  const who = await volunteer(cloud);
  const { checkedOut, inToken, outToken } = await serviceOf(who, 60);
  const { now: _, ...receipt } = checkedOut;
  expect(await who.ask('POST /checkins', scanOf(outToken))).toMatchObject(receipt);
  expect(await who.ask('POST /checkins', scanOf(inToken))).toMatchObject(receipt);
  expect(await who.ask('GET /me', {})).toMatchObject({ minutes: 60, points: 10 });
});

test('position agrees with the place at both ends → grade B; at one end only → C', async () => {
  const near = { latitude: place.latitude, longitude: place.longitude, accuracyMeters: 30 };
  const far = { ...near, latitude: place.latitude + 0.01 };
  const grades = [];
  for (const places of [
    [near, near],
    [near, far],
    [{ ...near, accuracyMeters: 5_000 }, near],
  ]) {
    cloud.setTime(Date.now());
    const who = await volunteer(cloud);
    const { shiftId, startsAt } = await activity(cloud, { organiser, organisationId });
    for (const [index, kind] of (['checkin', 'checkout'] as const).entries()) {
      cloud.setTime(startsAt + index * hourMs);
      const { token } = await codeShown(organiser, shiftId, { kind });
      const receipt = await who.ask('POST /checkins', {
        ...scanOf(token),
        location: places[index],
      });
      if (kind === 'checkout') grades.push(receipt.grade);
    }
  }
  expect(grades).toEqual(['B', 'C', 'C']);
});

test('not signed up, places left → signed up on the spot; a place is taken and the time reserved', async () => {
  const who = await volunteer(cloud);
  const first = await activity(cloud, { organiser, organisationId, capacity: 1 });
  cloud.setTime(first.startsAt);
  const { token } = await codeShown(organiser, first.shiftId, { kind: 'checkin' });
  expect(await who.ask('POST /checkins', scanOf(token))).toMatchObject({ walkIn: true });

  const late = await volunteer(cloud);
  expect(await late.call('POST /checkins', scanOf(token))).toMatchObject({
    ...{ status: 409, body: { code: 'shift_full' } },
  });
  const overlapping = await activity(cloud, { organiser, organisationId });
  expect(await trySignUp(who, overlapping.shiftId)).toMatchObject({
    status: 409,
    body: { code: 'calendar_overlap' },
  });
});

test('every way a scan can fail has its own refusal, and writes nothing', async () => {
  const who = await volunteer(cloud);
  const { shiftId, startsAt, endsAt } = await activity(cloud, {
    ...{ organiser, organisationId, startsAt: Date.now() + 29 * minuteMs },
  });
  const other = await activity(cloud, { organiser, organisationId });
  await signUp(who, shiftId);
  const before = await itemsOf(`V#${who.volunteerId}`);
  const refusedAs = async (request: object) => {
    const answer = await who.call('POST /checkins', { scanId: newRequestId(), ...request });
    return 'code' in answer.body ? answer.body.code : answer.status;
  };
  const shown = async (kind: 'checkin' | 'checkout') =>
    (await codeShown(organiser, shiftId, { kind })).token;

  const checkin = await shown('checkin');
  const forged = `${checkin.slice(0, -2)}${checkin.endsWith('AA') ? 'BB' : 'AA'}`;
  expect(await refusedAs({ token: forged })).toBe('code_forged');
  expect(await refusedAs({ token: checkin, expectedShiftId: other.shiftId })).toBe(
    'wrong_activity',
  );
  const { token: poster } = await organiser.ask('GET /activities/{activityId}/poster', {
    activityId: other.activityId,
  });
  expect(await refusedAs({ token: poster })).toBe('code_wrong_kind');
  expect(await refusedAs({ token: await shown('checkout') })).toBe('not_checked_in');
  const batch = await organiser.ask('POST /shifts/{shiftId}/gates', { shiftId });
  expect(await refusedAs({ token: batch.checkin[4]?.token })).toBe('code_ahead');
  cloud.setTime(startsAt - 31 * minuteMs);
  expect(await refusedAs({ token: batch.checkin[0]?.token })).toBe('code_ahead');
  cloud.setTime(endsAt);
  expect(await refusedAs({ token: await shown('checkin') })).toBe('checkin_too_late');
  cloud.setTime(batch.now);
  await organiser.ask('DELETE /shifts/{shiftId}/gates/{gate}', { shiftId, gate: batch.gate });
  expect(await refusedAs({ token: batch.checkin[0]?.token })).toBe('gate_revoked');
  expect(await itemsOf(`V#${who.volunteerId}`)).toEqual(before);
});

test('typed digits of the shift → checked in, at most grade C; five wrong ones → spent', async () => {
  const who = await volunteer(cloud);
  const { shiftId, startsAt } = await activity(cloud, { organiser, organisationId });
  cloud.setTime(startsAt);
  const { digits } = await codeShown(organiser, shiftId, { kind: 'checkin' });
  const typed = (text: string) =>
    who.call('POST /checkins', { scanId: newRequestId(), digits: text, shiftId });
  expect(await typed(digits)).toMatchObject({ status: 200, body: { status: 'checked_in' } });

  const clumsy = await volunteer(cloud);
  const wrong = digits === '000000' ? '000001' : '000000';
  const codes = [];
  for (const text of [wrong, wrong, wrong, wrong, wrong, digits]) {
    const answer = await clumsy.call('POST /checkins', {
      ...{ scanId: newRequestId(), digits: text, shiftId },
    });
    codes.push('code' in answer.body ? answer.body.code : 'ok');
  }
  expect(codes).toEqual([...Array(5).fill('digits_wrong'), 'digits_exhausted']);
});

test('the same typed scan resent when its digits are long stale → its receipt, no try counted', async () => {
  const who = await volunteer(cloud);
  const { shiftId, startsAt } = await activity(cloud, { organiser, organisationId });
  const receipts = [];
  for (const [index, kind] of (['checkin', 'checkout'] as const).entries()) {
    cloud.setTime(startsAt + index * hourMs);
    const { digits } = await codeShown(organiser, shiftId, { kind });
    const typed = { scanId: newRequestId(), digits, shiftId };
    const { now: _, ...receipt } = await who.ask('POST /checkins', typed);
    const before = await itemsOf(`V#${who.volunteerId}`);
    cloud.setTime(cloud.now() + 5 * minuteMs);
    expect(await who.call('POST /checkins', typed)).toMatchObject({ status: 200, body: receipt });
    expect(await itemsOf(`V#${who.volunteerId}`)).toEqual(before);
    receipts.push(receipt.status);
  }
  expect(receipts).toEqual(['checked_in', 'checked_out']);
});

describe('guessing digits', () => {
  const code = (answer: { status: number; body: object }) =>
    'code' in answer.body ? answer.body.code : answer.status;
  const guess = async (who: Person, shiftId: string, digits: string) =>
    code(await who.call('POST /checkins', { scanId: newRequestId(), digits, shiftId }));
  const notOf = (...right: string[]) =>
    ['000000', '000001', '000002'].find((it) => !right.includes(it)) ?? '';

  test('fifty wrong ones at once → five are counted, none is lost', async () => {
    const who = await volunteer(cloud);
    const { shiftId, startsAt } = await activity(cloud, { organiser, organisationId });
    cloud.setTime(startsAt);
    const { digits } = await codeShown(organiser, shiftId, { kind: 'checkin' });
    const wrong = notOf(digits);
    const answers = await Promise.all(Array.from({ length: 50 }, () => guess(who, shiftId, wrong)));
    expect(answers.filter((it) => it === 'digits_wrong').length).toBeLessThanOrEqual(5);
    for (const it of answers) expect(['digits_wrong', 'digits_exhausted', 'busy']).toContain(it);
    for (let turn = 0; turn < 5; turn++) await guess(who, shiftId, wrong);
    expect(await guess(who, shiftId, digits)).toBe('digits_exhausted');
  });

  test('a right one that raced five wrong ones → spent like one that came after them', async () => {
    const who = await volunteer(cloud);
    const { shiftId, startsAt } = await activity(cloud, { organiser, organisationId });
    await signUp(who, shiftId);
    cloud.setTime(startsAt);
    const { digits } = await codeShown(organiser, shiftId, { kind: 'checkin' });
    await who.ask('GET /me', {});
    const held = holdNextRead();
    const right = guess(who, shiftId, digits);
    await held.reached;
    for (let turn = 0; turn < 5; turn++) await guess(who, shiftId, notOf(digits));
    held.release();
    expect(await right).toBe('digits_exhausted');
  });

  test('before the codes are shown and after the grace → no guess at all', async () => {
    const who = await volunteer(cloud);
    const { shiftId, startsAt, endsAt } = await activity(cloud, { organiser, organisationId });
    const before = await itemsOf(`V#${who.volunteerId}`);
    cloud.setTime(startsAt - 31 * minuteMs);
    expect(await guess(who, shiftId, '000000')).toBe('checkin_too_early');
    cloud.setTime(endsAt + 2 * hourMs + 1);
    expect(await guess(who, shiftId, '000000')).toBe('checkout_too_late');
    expect(await itemsOf(`V#${who.volunteerId}`)).toEqual(before);
  });
});

/** Holds the answer of the next batch read until it is released. */
function holdNextRead() {
  const { database } =
    require('../../../functions/platform/table') as typeof import('../../../functions/platform/table');
  const [reached, released] = [signal(), signal()];
  const name = 'hold-next-read';
  database().middlewareStack.add(
    (next, context) => async (args) => {
      const answer = await next(args);
      if (context.commandName !== 'BatchGetItemCommand') return answer;
      database().middlewareStack.remove(name);
      reached.give();
      await released.given;
      return answer;
    },
    { step: 'finalizeRequest', name, priority: 'low', override: true },
  );
  return { reached: reached.given, release: released.give };
}

function signal() {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

test('signed in but not registered → told to register, nothing taken', async () => {
  const who = await newcomer(cloud);
  const { shiftId, startsAt } = await activity(cloud, { organiser, organisationId });
  cloud.setTime(startsAt);
  const { token } = await codeShown(organiser, shiftId, { kind: 'checkin' });
  expect(await who.call('POST /checkins', scanOf(token))).toMatchObject({
    ...{ status: 403, body: { code: 'not_registered' } },
  });
});

test('a check-out in the grace after the end credits until the end; after it, refused', async () => {
  const who = await volunteer(cloud);
  const { shiftId, startsAt, endsAt } = await activity(cloud, { organiser, organisationId });
  cloud.setTime(startsAt - 10 * minuteMs);
  const { token } = await codeShown(organiser, shiftId, { kind: 'checkin' });
  await who.ask('POST /checkins', scanOf(token));
  cloud.setTime(endsAt + 119 * minuteMs);
  const out = await codeShown(organiser, shiftId, { kind: 'checkout' });
  const late = await volunteer(cloud);
  expect(await late.call('POST /checkins', scanOf(out.token))).toMatchObject({ status: 409 });
  expect(await who.ask('POST /checkins', scanOf(out.token))).toMatchObject({ rawMinutes: 120 });
  expect(endsAt).toBeLessThan(startsAt + dayMs);
});
