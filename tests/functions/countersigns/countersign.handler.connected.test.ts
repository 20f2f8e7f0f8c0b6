import { minuteMs } from '#shared/time';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, codeShown, organisation, volunteer } from '../../support/given';
import { born, bornIn, cardOf, dependant, guarded } from '../../support/given-family';
import { itemsOf } from '../../support/items';
import { signUp } from '../../support/sign-up';

let cloud: TestCloud;
let organiser: Person;
let second: Person;
let organisationId: string;
beforeAll(async () => {
  cloud = await startTestCloud();
  organiser = await volunteer(cloud, '王组织');
  second = await volunteer(cloud, '赵组织');
  organisationId = await organisation([
    [organiser, 'organiser'],
    [second, 'organiser'],
  ]);
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.setTime(Date.now()));

const refused = (status: number, code: string) => ({ status, body: { code } });
type Scan = { token: string; shiftId: string; kind?: 'checkin' | 'checkout'; scanId?: string };
const scanning = (who: Person, { kind = 'checkin', scanId = newRequestId(), ...rest }: Scan) =>
  who.call('POST /checkins/countersigned', { ...rest, kind, scanId });
const recordOf = async (volunteerId: string) =>
  (await itemsOf(`V#${volunteerId}`)).find(({ sk }) => sk.startsWith('R#'));
const elder = { relation: 'elder', birthMonth: born.elder, name: '李大山' } as const;

/** An elder without a phone, with a card, beside a shift that begins in a minute. */
async function scene() {
  const guardian = await volunteer(cloud);
  const volunteerId = await dependant(guardian, elder);
  const token = await cardOf(guardian, volunteerId);
  const shift = await activity(cloud, { organiser, organisationId });
  cloud.setTime(shift.startsAt - minuteMs);
  return { guardian, volunteerId, token, ...shift };
}

test('an elder’s card scanned at both ends → hours and points of their own, grade C, with who countersigned', async () => {
  const { guardian, volunteerId, token, shiftId, endsAt } = await scene();
  await signUp(guardian, shiftId, { forVolunteerId: volunteerId });
  const arrived = await organiser.call('POST /checkins/countersigned', {
    ...{ token, shiftId, kind: 'checkin', scanId: newRequestId() },
  });
  expect(arrived).toMatchObject({
    ...{ status: 200, body: { status: 'checked_in', walkIn: false, maskedName: '李*山' } },
  });
  cloud.setTime(endsAt);
  const left = await second.call('POST /checkins/countersigned', {
    ...{ token, shiftId, kind: 'checkout', scanId: newRequestId() },
  });
  expect(left).toMatchObject({
    ...{
      status: 200,
      body: { status: 'checked_out', creditedMinutes: 120, points: 20, grade: 'C' },
    },
  });
  const { entries } = await guardian.ask('GET /me/hours', { forVolunteerId: volunteerId });
  expect(entries).toMatchObject([{ shiftId, creditedMinutes: 120, grade: 'C' }]);
  expect(await guardian.ask('GET /me', {})).toMatchObject({ minutes: 0 });
  expect(await recordOf(volunteerId)).toMatchObject({
    inEvidence: { by: 'card', gate: 1, step: 0, countersignedBy: organiser.volunteerId },
    outEvidence: { by: 'card', countersignedBy: second.volunteerId },
  });
});

test('not signed up → a walk-in; the same scan again → the same receipt, one place', async () => {
  const { volunteerId, token, shiftId } = await scene();
  const scan = { token, shiftId, scanId: newRequestId() };
  const answers = [await scanning(organiser, scan), await scanning(organiser, scan)];
  for (const answer of answers) {
    expect(answer).toMatchObject({ status: 200, body: { status: 'checked_in', walkIn: true } });
  }
  expect((await itemsOf(`T#${shiftId}#C0`))[0]).toMatchObject({ taken: 1 });
  expect(await recordOf(volunteerId)).toMatchObject({ version: 1, state: 'checked_in' });
});

test('two organisers scan the same card at once → checked in once', async () => {
  const { token, shiftId } = await scene();
  const answers = await Promise.all(
    [organiser, second].map((who) => scanning(who, { token, shiftId })),
  );
  expect(answers).toMatchObject(Array(2).fill({ status: 200, body: { status: 'checked_in' } }));
  expect((await itemsOf(`T#${shiftId}#C0`))[0]).toMatchObject({ taken: 1 });
});

// In the order of precedence.
test('what is refused, and nothing is written for it', async () => {
  const { guardian, volunteerId, token, shiftId, endsAt } = await scene();
  const before = await itemsOf(`V#${volunteerId}`);
  expect(await scanning(organiser, { token, shiftId: '0123456789ab' })).toMatchObject(
    refused(404, 'not_found'),
  );
  expect(await scanning(guardian, { token, shiftId })).toMatchObject(refused(403, 'not_allowed'));
  expect(await scanning(organiser, { token: 'A'.repeat(28), shiftId })).toMatchObject(
    refused(422, 'code_forged'),
  );
  const { token: screen } = await codeShown(organiser, shiftId, { kind: 'checkin' });
  expect(await scanning(organiser, { token: screen, shiftId })).toMatchObject(
    refused(422, 'code_wrong_kind'),
  );
  const own = await cardOf(organiser);
  expect(await scanning(organiser, { token: own, shiftId })).toMatchObject(
    refused(403, 'not_ones_own_card'),
  );
  expect(await scanning(organiser, { token, shiftId, kind: 'checkout' })).toMatchObject(
    refused(409, 'not_checked_in'),
  );
  cloud.setTime(endsAt);
  expect(await scanning(organiser, { token, shiftId })).toMatchObject(
    refused(409, 'checkin_too_late'),
  );
  expect(await itemsOf(`V#${volunteerId}`)).toEqual(before);
});

test('an organiser’s own dependant → another organiser has to scan the card', async () => {
  const volunteerId = await dependant(organiser, elder);
  const token = await cardOf(organiser, volunteerId);
  const { shiftId, startsAt } = await activity(cloud, { organiser, organisationId });
  cloud.setTime(startsAt);
  expect(await scanning(organiser, { token, shiftId })).toMatchObject(
    refused(403, 'not_ones_own_card'),
  );
  expect(await scanning(second, { token, shiftId })).toMatchObject({ status: 200 });
});

test('a lost card that was replaced → card_replaced; the new one counts', async () => {
  const { guardian, volunteerId, token, shiftId } = await scene();
  const { card } = await guardian.ask('POST /me/card', {
    ...{ forVolunteerId: volunteerId, replaces: 1 },
  });
  expect(await scanning(organiser, { token, shiftId })).toMatchObject(
    refused(410, 'card_replaced'),
  );
  const next = { token: card?.token ?? '', shiftId };
  expect(await scanning(organiser, next)).toMatchObject({ status: 200 });
});

test('a card in the volunteer’s own scan, and by link → code_wrong_kind: it credits nothing by itself', async () => {
  const { guardian, token } = await scene();
  expect(await guardian.call('POST /checkins', { scanId: newRequestId(), token })).toMatchObject(
    refused(422, 'code_wrong_kind'),
  );
  expect(await guardian.call('GET /codes/{token}', { token })).toMatchObject(
    refused(422, 'code_wrong_kind'),
  );
});

test('a child without consent: alone → refused; the guardian is checked in here → comes along', async () => {
  const [child, guardian] = [await bornIn(cloud, born.child), await volunteer(cloud)];
  await guarded(child, guardian);
  const { volunteerId } = child;
  await guardian.ask('DELETE /me/dependants/{volunteerId}/consent', { volunteerId });
  const token = await cardOf(child);
  const { shiftId, startsAt } = await activity(cloud, { organiser, organisationId });
  cloud.setTime(startsAt);
  const alone = refused(403, 'guardian_consent_needed');
  expect(await scanning(organiser, { token, shiftId })).toMatchObject(alone);
  const shown = await codeShown(organiser, shiftId, { kind: 'checkin' });
  await guardian.ask('POST /checkins', { scanId: newRequestId(), token: shown.token });
  expect(await scanning(organiser, { token, shiftId })).toMatchObject({ status: 200 });

  const { readings } = await guardian.ask('GET /me/dependants/{volunteerId}/readings', {
    volunteerId,
  });
  expect(readings).toMatchObject([{ kind: 'roster', purpose: 'attendance', maskedName: '王*织' }]);
});
