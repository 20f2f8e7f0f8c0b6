import { stepSeconds } from '#shared/code';
import { hourMs, minuteMs } from '#shared/time';
import type { ServiceRecord } from '../../../functions/records/record.rules';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, codeShown, newcomer, organisation, volunteer } from '../../support/given';
import { itemsOf } from '../../support/items';
import { signUp } from '../../support/sign-up';

let cloud: TestCloud;
let organiser: Person;
let keeper: Person;
let organisationId: string;
beforeAll(async () => {
  cloud = await startTestCloud();
  organiser = await volunteer(cloud, '王组织');
  keeper = await volunteer(cloud, '孙站长');
  organisationId = await organisation([
    [organiser, 'organiser'],
    [keeper, 'keeper'],
  ]);
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.setTime(Date.now()));

const refused = (status: number, code: string) => ({ status, body: { code } });
const recordOf = async ({ volunteerId }: Person) =>
  (await itemsOf(`V#${volunteerId}`)).find(({ sk }) => sk.startsWith('R#')) as
    | ServiceRecord
    | undefined;
/** What the phone of somebody shows so many steps after it fetched its codes. */
const shownBy = async (who: Person, step = 0) =>
  (await who.ask('POST /me/codes', {})).tokens[step] ?? '';
type End = 'checkin' | 'checkout';
const scanning = (by: Person, token: string, shiftId: string, kind: End = 'checkin') =>
  by.call('POST /checkins/countersigned', { token, shiftId, kind, scanId: newRequestId() });

async function scene() {
  const who = await volunteer(cloud);
  const shift = await activity(cloud, { organiser, organisationId });
  await signUp(who, shift.shiftId);
  cloud.setTime(shift.startsAt);
  return { who, ...shift };
}

/** Scans the organiser's screen, as a volunteer does. */
async function scanned(who: Person, shiftId: string, kind: End) {
  const { token } = await codeShown(organiser, shiftId, { kind });
  return who.ask('POST /checkins', { scanId: newRequestId(), token });
}

test('codes for four hours, each good for its moment; only somebody registered has any', async () => {
  const { who, shiftId } = await scene();
  const { tokens, firstStep, now } = await who.ask('POST /me/codes', {});
  expect(tokens).toHaveLength((4 * hourMs) / (stepSeconds * 1000));
  expect(new Set(tokens).size).toBe(tokens.length);
  expect(firstStep).toBeGreaterThan(0);
  expect(await scanning(organiser, tokens[2] ?? '', shiftId)).toMatchObject(
    refused(409, 'code_ahead'),
  );
  cloud.setTime(now + 3 * stepSeconds * 1000);
  expect(await scanning(organiser, tokens[0] ?? '', shiftId)).toMatchObject(
    refused(410, 'code_stale'),
  );
  expect(await scanning(organiser, tokens[3] ?? '', shiftId)).toMatchObject({ status: 200 });
  const unknown = await newcomer(cloud);
  expect(await unknown.call('POST /me/codes', {})).toMatchObject(refused(403, 'not_registered'));
});

test('the organiser scans the volunteer’s code in, the volunteer scans the screen out → grade A', async () => {
  const { who, shiftId, endsAt } = await scene();
  expect(await scanning(organiser, await shownBy(who), shiftId)).toMatchObject({
    ...{ status: 200, body: { status: 'checked_in', vouched: true, maskedName: '*雷' } },
  });
  expect(await recordOf(who)).toMatchObject({
    inEvidence: { by: 'countersign', countersignedBy: organiser.volunteerId },
  });
  cloud.setTime(endsAt);
  expect(await scanned(who, shiftId, 'checkout')).toMatchObject({ grade: 'A', why: 'vouched' });
});

test('scanned in by oneself, then vouched for by a keeper → the record goes on, grade A at the end', async () => {
  const { who, shiftId, startsAt, endsAt } = await scene();
  const { inAt } = await scanned(who, shiftId, 'checkin');
  cloud.setTime(startsAt + hourMs);
  expect(await scanning(keeper, await shownBy(who), shiftId)).toMatchObject({
    ...{ status: 200, body: { status: 'checked_in', vouched: true, inAt } },
  });
  expect(await recordOf(who)).toMatchObject({
    state: 'checked_in',
    inEvidence: { by: 'token', countersignedBy: keeper.volunteerId },
  });
  cloud.setTime(endsAt);
  expect(await scanned(who, shiftId, 'checkout')).toMatchObject({ grade: 'A' });
  // What is credited is not graded anew: that would be an edit of what the ledger says.
  const before = await recordOf(who);
  expect(await scanning(organiser, await shownBy(who), shiftId, 'checkout')).toMatchObject({
    ...{ status: 200, body: { status: 'checked_out', grade: 'A', vouched: false } },
  });
  expect(await recordOf(who)).toEqual(before);
});

test('scanned out by the organiser → grade A, and credited at once', async () => {
  const { who, shiftId, endsAt } = await scene();
  await scanned(who, shiftId, 'checkin');
  cloud.setTime(endsAt);
  expect(await scanning(organiser, await shownBy(who), shiftId, 'checkout')).toMatchObject({
    ...{ status: 200, body: { status: 'checked_out', grade: 'A', creditedMinutes: 120 } },
  });
});

test('vouched for and checking out at the same moment → both hold, in either order', async () => {
  const { who, shiftId, endsAt } = await scene();
  await scanned(who, shiftId, 'checkin');
  cloud.setTime(endsAt - minuteMs);
  const [token, out] = [
    await shownBy(who),
    await codeShown(organiser, shiftId, { kind: 'checkout' }),
  ];
  const answers = await Promise.all([
    scanning(organiser, token, shiftId),
    who.call('POST /checkins', { scanId: newRequestId(), token: out.token }),
  ]);
  expect(answers).toMatchObject([{ status: 200 }, { status: 200 }]);
  const record = await recordOf(who);
  const vouched = record?.inEvidence?.countersignedBy !== undefined;
  expect(record).toMatchObject({ state: 'credited', grade: vouched ? 'A' : 'C' });
});

test('a way in that came late → its way out, countersigned, waits with it', async () => {
  const { who, shiftId, startsAt, endsAt } = await scene();
  const { token } = await codeShown(organiser, shiftId, { kind: 'checkin' });
  cloud.setTime(startsAt + 10 * minuteMs);
  await who.ask('POST /checkins', { scanId: newRequestId(), token });
  cloud.setTime(endsAt);
  expect(await scanning(organiser, await shownBy(who), shiftId, 'checkout')).toMatchObject({
    ...{ status: 200, body: { status: 'late', vouched: true, doubts: ['late_upload'] } },
  });
});

// In the order of precedence.
test('what is refused, and nothing is written for it', async () => {
  const { who, shiftId } = await scene();
  const stranger = await volunteer(cloud);
  const [token, own] = [await shownBy(who), await shownBy(organiser)];
  const before = await itemsOf(`V#${who.volunteerId}`);
  expect(await scanning(organiser, token, '0123456789ab')).toMatchObject(refused(404, 'not_found'));
  expect(await scanning(stranger, token, shiftId)).toMatchObject(refused(403, 'not_allowed'));
  expect(await scanning(organiser, own, shiftId)).toMatchObject(refused(403, 'not_ones_own_card'));
  expect(await scanning(organiser, token, shiftId, 'checkout')).toMatchObject(
    refused(409, 'not_checked_in'),
  );
  expect(await who.call('POST /checkins', { scanId: newRequestId(), token })).toMatchObject(
    refused(422, 'code_wrong_kind'),
  );
  expect(await itemsOf(`V#${who.volunteerId}`)).toEqual(before);
});
