import { hourMs, minuteMs } from '#shared/time';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, codeShown, crowd, organisation, volunteer } from '../../support/given';
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

const route = 'POST /shifts/{shiftId}/joint-statements';
type Kind = 'arrival' | 'leaving';
const state = (who: Person, shiftId: string, kind: Kind, requestId = newRequestId()) =>
  who.call(route, { shiftId, kind, requestId });
const mine = (who: Person, shiftId: string) =>
  who.ask('GET /shifts/{shiftId}/service', { shiftId });
const published = () => activity(cloud, { organiser, organisationId, capacity: 3 });
const scan = async (who: Person, shiftId: string, kind: 'checkin' | 'checkout') => {
  const { token } = await codeShown(organiser, shiftId, { kind });
  return who.ask('POST /checkins', { scanId: newRequestId(), token });
};
const refused = (status: number, code: string) => ({ status, body: { code } });
const entriesOf = async (who: Person) =>
  (await itemsOf(`V#${who.volunteerId}`)).filter(({ sk }) => /^[HL]#/.test(sk));

test('signed up and not, arrived and left → both wait for a word, with the server’s times; nothing is credited', async () => {
  const [one, two] = (await crowd(cloud, 2)) as [Person, Person];
  const { shiftId, startsAt, endsAt } = await published();
  const beside = await activity(cloud, {
    ...{ organiser, organisationId, startsAt: endsAt - 30 * minuteMs },
  });
  await signUp(one, shiftId);
  cloud.setTime(startsAt + 5 * minuteMs);
  expect((await mine(one, shiftId)).joint).toEqual({ arrival: true, leaving: false, people: 0 });
  expect(await state(one, shiftId, 'arrival')).toMatchObject({
    ...{ status: 200, body: { state: 'late', people: 1 } },
  });
  expect(await state(two, shiftId, 'arrival')).toMatchObject({
    body: { state: 'late', people: 2 },
  });
  cloud.setTime(endsAt);
  expect(await state(one, shiftId, 'leaving')).toMatchObject({ status: 200 });
  const shown = await mine(one, shiftId);
  expect(shown).toMatchObject({
    state: 'late',
    inAt: expect.any(Number),
    outAt: expect.any(Number),
  });
  expect(Math.abs((shown.inAt ?? 0) - (startsAt + 5 * minuteMs))).toBeLessThan(minuteMs);
  expect(await entriesOf(one)).toEqual([]);
  const { rows } = await organiser.ask('GET /shifts/{shiftId}/roster', { shiftId });
  expect(rows.map(({ doubts }) => doubts.includes('joint_statement'))).toEqual([true, true]);
  // Whoever walked in took the time for it.
  expect(await trySignUp(two, beside.shiftId)).toMatchObject(refused(409, 'calendar_overlap'));
});

test('said five times at once, and again later → once; the first time stays', async () => {
  const who = await volunteer(cloud);
  const { shiftId, startsAt } = await published();
  cloud.setTime(startsAt);
  const requestId = newRequestId();
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => state(who, shiftId, 'arrival', requestId)),
  );
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  const { inAt } = await mine(who, shiftId);
  cloud.setTime(startsAt + 30 * minuteMs);
  expect(await state(who, shiftId, 'arrival')).toMatchObject({
    status: 200,
    body: { inAt, people: 1 },
  });
});

test('the organiser’s phone dies after the check-in → one can only say that one leaves', async () => {
  const [one, two] = (await crowd(cloud, 2)) as [Person, Person];
  const { shiftId, startsAt, endsAt } = await published();
  cloud.setTime(startsAt);
  await scan(one, shiftId, 'checkin');
  await cloud.drain();
  expect(await state(two, shiftId, 'arrival')).toMatchObject(refused(409, 'codes_shown'));
  cloud.setTime(endsAt);
  expect(await state(one, shiftId, 'leaving')).toMatchObject({ body: { state: 'late' } });
  cloud.setTime(endsAt + 3 * hourMs);
  expect(await state(two, shiftId, 'arrival')).toMatchObject(refused(409, 'joint_too_late'));
});

test('full, elsewhere at that time, not there yet, no such shift → refused, nothing is written', async () => {
  const [who, ...others] = (await crowd(cloud, 4)) as [Person, ...Person[]];
  const { shiftId, startsAt } = await published();
  expect(await state(who, shiftId, 'arrival')).toMatchObject(refused(409, 'joint_too_early'));
  expect(await state(who, 'ffffffffffff', 'arrival')).toMatchObject(refused(404, 'not_found'));
  for (const other of others) await signUp(other, shiftId);
  cloud.setTime(startsAt);
  expect(await state(who, shiftId, 'arrival')).toMatchObject(refused(409, 'shift_full'));
  const beside = await published();
  cloud.setTime(beside.startsAt);
  const [busy] = others as [Person];
  expect(await state(busy, beside.shiftId, 'arrival')).toMatchObject(
    refused(409, 'calendar_overlap'),
  );
  expect(await state(who, beside.shiftId, 'leaving')).toMatchObject(refused(409, 'not_checked_in'));
  expect((await itemsOf(`T#${shiftId}`)).filter(({ sk }) => sk.startsWith('JS#'))).toEqual([]);
});
