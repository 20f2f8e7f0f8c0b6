import { hourMs, minuteMs } from '#shared/time';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { handlerOf, startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, codeShown, crowd, organisation, volunteer } from '../../support/given';
import { allItems, itemsOf } from '../../support/items';
import { deliverAgain } from '../../support/redelivery';
import { trySignUp } from '../../support/sign-up';

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

const published = (capacity: number, startsAt = cloud.now() + 72 * hourMs) =>
  activity(cloud, { organiser, organisationId, capacity, startsAt });
const signUp = (who: Person, shiftId: string) => trySignUp(who, shiftId, { wait: true });
const withdraw = (who: Person, shiftId: string) =>
  who.call('DELETE /shifts/{shiftId}/signup', { shiftId });
const cancel = (shiftId: string) =>
  organiser.ask('POST /shifts/{shiftId}/cancellation', { shiftId, reason: '大风' });
const postpone = async (shiftId: string, startsAt: number) => {
  const endsAt = startsAt + 2 * hourMs;
  const request = { shiftId, startsAt, endsAt, reason: '大风' };
  return (await organiser.ask('POST /shifts/{shiftId}/postponement', request)).shiftId;
};
const sheet = (who: Person, shiftId: string) =>
  who.ask('GET /shifts/{shiftId}/signup', { shiftId });
const statesOf = (people: Person[], shiftId: string) =>
  Promise.all(people.map(async (who) => (await sheet(who, shiftId)).state));
const takenAt = async (shiftId: string) =>
  (await allItems())
    .filter(({ pk }) => pk.startsWith(`T#${shiftId}#C`))
    .reduce((sum, { taken }) => sum + Number(taken), 0);
const noticesOf = async ({ volunteerId }: Person, kind: string) =>
  (await itemsOf(`V#${volunteerId}`)).filter((it) => it.sk.startsWith('N#') && it.kind === kind);
const reservedBy = async ({ volunteerId }: Person) => {
  const calendar = (await itemsOf(`V#${volunteerId}`)).find(({ sk }) => sk === '#K');
  return ((calendar?.reserved ?? []) as { shiftId: string }[]).map(({ shiftId }) => shiftId);
};
const tick = async () => {
  await handlerOf('clock')({} as never, {} as never);
  await cloud.drain();
};
const sweepOf = async (shiftId: string) =>
  (await itemsOf(`T#${shiftId}`)).find(({ sk }) => sk === '#S');

test('called off → everybody is freed and told, whoever waits too; redelivered, nothing more', async () => {
  const people = await crowd(cloud, 60);
  const { shiftId } = await published(58);
  for (let from = 0; from < 60; from += 20) {
    await Promise.all(people.slice(from, from + 20).map((who) => signUp(who, shiftId)));
  }
  await cancel(shiftId);
  await cloud.drain();
  expect(await statesOf(people, shiftId)).toEqual(Array(60).fill('withdrawn'));
  expect(await takenAt(shiftId)).toBe(0);
  for (const who of people) {
    expect(await reservedBy(who)).toEqual([]);
    expect(await noticesOf(who, 'activity_cancelled')).toHaveLength(1);
  }
  expect(await noticesOf(people[0] as Person, 'activity_cancelled')).toMatchObject([
    { text: expect.stringContaining('大风') },
  ]);
  expect(await sweepOf(shiftId)).toMatchObject({ pass: 2, done: false });
  await deliverAgain();
  expect(await noticesOf(people[0] as Person, 'activity_cancelled')).toHaveLength(1);
  cloud.setTime(cloud.now() + 2 * minuteMs);
  await tick();
  expect(await sweepOf(shiftId)).toMatchObject({ done: true });
  expect((await sweepOf(shiftId))?.gx2pk).toBeUndefined();
  expect(await takenAt(shiftId)).toBe(0);
}, 120_000);

test('signing up, withdrawing and calling off at once → nobody keeps a place or a time', async () => {
  const people = await crowd(cloud, 20);
  const { shiftId } = await published(15);
  await Promise.all(people.slice(0, 10).map((who) => signUp(who, shiftId)));
  await Promise.all([
    ...people.slice(10).map((who) => signUp(who, shiftId)),
    cancel(shiftId),
    ...people.slice(0, 5).map((who) => withdraw(who, shiftId)),
  ]);
  await cloud.drain();
  cloud.setTime(cloud.now() + 2 * minuteMs);
  await tick();
  const states = await statesOf(people, shiftId);
  expect(states.every((state) => state === undefined || state === 'withdrawn')).toBe(true);
  expect((await Promise.all(people.map(reservedBy))).flat()).toEqual([]);
  expect(await takenAt(shiftId)).toBe(0);
});

test('moved → asked again with a place but no time; yes, no and no answer', async () => {
  const people = await crowd(cloud, 5);
  const [yes, no, silent, waiting, late] = people as [Person, Person, Person, Person, Person];
  const { shiftId, startsAt } = await published(3);
  for (const who of [yes, no, silent, waiting]) await signUp(who, shiftId);
  const next = await postpone(shiftId, startsAt + 24 * hourMs);
  await cloud.drain();
  expect(await statesOf([yes, no, silent, waiting], shiftId)).toEqual(Array(4).fill('withdrawn'));
  expect(await statesOf([yes, no, silent, waiting], next)).toEqual([
    ...Array(3).fill('asked'),
    undefined,
  ]);
  expect(await takenAt(next)).toBe(3);
  expect(await reservedBy(yes)).toEqual([]);
  for (const who of [yes, no, silent, waiting]) {
    expect(await noticesOf(who, 'shift_moved')).toHaveLength(1);
  }
  const { question } = await sheet(yes, next);
  expect(question).toMatchObject({ by: 'moved' });
  expect(await signUp(yes, next)).toMatchObject({ body: { state: 'signed_up' } });
  expect(await reservedBy(yes)).toEqual([next]);
  await signUp(late, next);
  expect(await withdraw(no, next)).toMatchObject({ body: { state: 'withdrawn' } });
  await cloud.drain();
  expect(await statesOf(people, next)).toEqual([
    'signed_up',
    'withdrawn',
    'asked',
    undefined,
    'signed_up',
  ]);
  // They were asked one after the other.
  cloud.setTime((question?.until ?? 0) + minuteMs);
  await tick();
  expect(await statesOf([silent], next)).toEqual(['withdrawn']);
  expect(await noticesOf(silent, 'signup')).toHaveLength(1);
  expect(await takenAt(next)).toBe(2);
  await deliverAgain();
  expect(await takenAt(next)).toBe(2);
});

test('moved onto something else one does → yes is refused until that is given up', async () => {
  const who = await volunteer(cloud);
  const { shiftId, startsAt } = await published(3);
  const { shiftId: other } = await published(3, startsAt + 24 * hourMs);
  await signUp(who, shiftId);
  await signUp(who, other);
  const next = await postpone(shiftId, startsAt + 25 * hourMs);
  await cloud.drain();
  expect(await signUp(who, next)).toMatchObject({ body: { code: 'calendar_overlap' } });
  expect(await statesOf([who], next)).toEqual(['asked']);
  await withdraw(who, other);
  expect(await signUp(who, next)).toMatchObject({ body: { state: 'signed_up' } });
  await cloud.drain();
  expect(await takenAt(next)).toBe(1);
});

test('asked and comes without answering → checked in on the place that was held', async () => {
  const who = await volunteer(cloud);
  const { shiftId, startsAt } = await published(3);
  await signUp(who, shiftId);
  const next = await postpone(shiftId, startsAt + hourMs);
  await cloud.drain();
  cloud.setTime(startsAt + hourMs);
  const { token } = await codeShown(organiser, next, { kind: 'checkin' });
  const receipt = await who.ask('POST /checkins', { scanId: newRequestId(), token });
  expect(receipt).toMatchObject({ status: 'checked_in', walkIn: false });
  expect(await takenAt(next)).toBe(1);
  expect(await reservedBy(who)).toEqual([next]);
});
