import { hourMs, minuteMs } from '#shared/time';
import type { TestCloud } from '../../support/cloud';
import { handlerOf, startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, crowd, organisation, volunteer } from '../../support/given';
import { itemsOf } from '../../support/items';
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

const published = (capacity: number, startsAt = cloud.now() + 26 * hourMs) =>
  activity(cloud, { organiser, organisationId, capacity, startsAt });
const signUp = (who: Person, shiftId: string, wait = true) => trySignUp(who, shiftId, { wait });
const withdraw = (who: Person, shiftId: string) =>
  who.ask('DELETE /shifts/{shiftId}/signup', { shiftId });
const sheet = (who: Person, shiftId: string) =>
  who.ask('GET /shifts/{shiftId}/signup', { shiftId });
const stateOf = async (who: Person, shiftId: string) => (await sheet(who, shiftId)).state;
const statesOf = (people: Person[], shiftId: string) =>
  Promise.all(people.map((who) => stateOf(who, shiftId)));
const takenAt = async (shiftId: string) => (await itemsOf(`T#${shiftId}#C0`))[0]?.taken;
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

test('full → waiting only by one’s own choice, in order, holding neither a place nor time', async () => {
  const people = await crowd(cloud, 4);
  const [first, second, third, fourth] = people as [Person, Person, Person, Person];
  const { shiftId } = await published(1);
  expect(await signUp(first, shiftId)).toMatchObject({ body: { state: 'signed_up' } });
  expect(await signUp(second, shiftId, false)).toMatchObject({ body: { code: 'shift_full' } });
  expect(await signUp(second, shiftId)).toMatchObject({ body: { state: 'waiting', position: 1 } });
  expect(await signUp(third, shiftId)).toMatchObject({ body: { state: 'waiting', position: 2 } });
  expect(await signUp(second, shiftId)).toMatchObject({ body: { state: 'waiting', position: 1 } });
  expect(await sheet(third, shiftId)).toMatchObject({ state: 'waiting', position: 2, waiting: 2 });
  expect(await takenAt(shiftId)).toBe(1);
  expect(await reservedBy(second)).toEqual([]);
  await withdraw(second, shiftId);
  expect(await sheet(third, shiftId)).toMatchObject({ position: 1, waiting: 1 });
  await cloud.drain();
  expect(await statesOf(people, shiftId)).toEqual(['signed_up', 'withdrawn', 'waiting', undefined]);
  expect(await stateOf(fourth, shiftId)).toBeUndefined();
});

test('a place is freed → the longest waiting has it, with the time for it, and is told; redelivered, the same', async () => {
  const people = await crowd(cloud, 4);
  const [first, second, third] = people as [Person, Person, Person, Person];
  const { shiftId } = await published(2);
  for (const who of people) await signUp(who, shiftId);
  await withdraw(first, shiftId);
  await cloud.drain();
  const wanted = ['withdrawn', 'signed_up', 'signed_up', 'waiting'];
  expect(await statesOf(people, shiftId)).toEqual(wanted);
  expect(await takenAt(shiftId)).toBe(2);
  expect(await reservedBy(third)).toEqual([shiftId]);
  expect(await noticesOf(third, 'waiting')).toHaveLength(1);
  expect(await noticesOf(second, 'waiting')).toHaveLength(0);
  for (let time = 0; time < 2; time++) {
    const { dead } = await deliverAgain();
    expect(dead).toEqual([]);
    expect(await statesOf(people, shiftId)).toEqual(wanted);
    expect(await takenAt(shiftId)).toBe(2);
  }
  expect(await noticesOf(third, 'waiting')).toHaveLength(1);
});

test('several withdraw at once → as many move up, in their order, and no place is lost', async () => {
  const people = await crowd(cloud, 9);
  const { shiftId } = await published(4);
  for (const who of people) await signUp(who, shiftId);
  await Promise.all(people.slice(0, 3).map((who) => withdraw(who, shiftId)));
  await cloud.drain();
  const states = await statesOf(people, shiftId);
  expect(states.slice(3)).toEqual([...Array(4).fill('signed_up'), ...Array(2).fill('waiting')]);
  expect(await takenAt(shiftId)).toBe(4);
});

test('the first has no time any more → told once and passed over; the next moves up; the first is first again', async () => {
  const people = await crowd(cloud, 4);
  const [first, busy, third] = people as [Person, Person, Person, Person];
  const { shiftId, startsAt } = await published(1);
  const { shiftId: other } = await published(5, startsAt + 30 * minuteMs);
  for (const who of people) await signUp(who, shiftId);
  await signUp(busy, other);
  await withdraw(first, shiftId);
  await cloud.drain();
  expect(await statesOf(people.slice(1), shiftId)).toEqual(['waiting', 'signed_up', 'waiting']);
  expect(await noticesOf(busy, 'waiting')).toHaveLength(1);
  await withdraw(busy, other);
  await withdraw(third, shiftId);
  await cloud.drain();
  expect(await statesOf(people.slice(1), shiftId)).toEqual(['signed_up', 'withdrawn', 'waiting']);
  expect(await noticesOf(busy, 'waiting')).toHaveLength(2);
});

test('moving up and signing up for an overlapping shift at once → one of them, never both', async () => {
  for (let round = 0; round < 4; round++) {
    const [holder, who] = (await crowd(cloud, 2)) as [Person, Person];
    const { shiftId, startsAt } = await published(1);
    const { shiftId: other } = await published(1, startsAt + minuteMs);
    await signUp(holder, shiftId);
    await signUp(who, shiftId);
    await withdraw(holder, shiftId);
    await Promise.all([cloud.drain(), signUp(who, other, false)]);
    const states = [await stateOf(who, shiftId), await stateOf(who, other)];
    expect(states.filter((state) => state === 'signed_up')).toHaveLength(1);
    expect(await reservedBy(who)).toHaveLength(1);
    const inShift = states[0] === 'signed_up' ? 1 : 0;
    expect([await takenAt(shiftId), await takenAt(other)]).toEqual([inShift, 1 - inShift]);
  }
});

test('began to wait while the place was on its way back → has it all the same', async () => {
  const [holder, who] = (await crowd(cloud, 2)) as [Person, Person];
  const { shiftId } = await published(1);
  await signUp(holder, shiftId);
  await signUp(who, shiftId, false);
  await withdraw(holder, shiftId);
  // Still known as sold out to the function: so this person waits although the place comes back.
  const [, joined] = await Promise.all([cloud.drain(), signUp(who, shiftId)]);
  expect(joined).toMatchObject({ status: 200 });
  await cloud.drain();
  expect(await stateOf(who, shiftId)).toBe('signed_up');
  expect(await takenAt(shiftId)).toBe(1);
});

test('the last hour → nobody joins or moves up; the clock ends the wait and says so', async () => {
  const people = await crowd(cloud, 3);
  const [holder, who, late] = people as [Person, Person, Person];
  const { shiftId, startsAt } = await published(1);
  await signUp(holder, shiftId);
  await signUp(who, shiftId);
  cloud.setTime(startsAt - hourMs);
  expect(await signUp(late, shiftId)).toMatchObject({ body: { code: 'waiting_closed' } });
  await withdraw(holder, shiftId);
  await cloud.drain();
  expect(await stateOf(who, shiftId)).toBe('waiting');
  expect(await takenAt(shiftId)).toBe(0);
  await tick();
  await tick();
  expect(await stateOf(who, shiftId)).toBe('withdrawn');
  expect(await noticesOf(who, 'waiting')).toHaveLength(1);
  // A function goes for three seconds by what it found full.
  cloud.setTime(startsAt - hourMs + 10_000);
  expect(await signUp(late, shiftId)).toMatchObject({ body: { state: 'signed_up' } });
});
