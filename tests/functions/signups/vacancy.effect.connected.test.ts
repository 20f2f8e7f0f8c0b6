import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
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

const withdraw = (who: Person, shiftId: string) =>
  who.ask('DELETE /shifts/{shiftId}/signup', { shiftId });
const takenAt = async (shiftId: string, shard = 0) =>
  (await itemsOf(`T#${shiftId}#C${shard}`))[0]?.taken;

test('the last place withdrawn → free for the next as soon as the stream has said so', async () => {
  const [first, second] = [await volunteer(cloud), await volunteer(cloud)];
  const { shiftId } = await activity(cloud, { organiser, organisationId, capacity: 1 });
  await trySignUp(first, shiftId);
  await withdraw(first, shiftId);
  expect(await trySignUp(second, shiftId)).toMatchObject({ body: { code: 'shift_full' } });
  await cloud.drain();
  expect(await takenAt(shiftId)).toBe(0);
  // What the function knows to be sold out is forgotten after a few seconds.
  cloud.setTime(cloud.now() + 3_000);
  expect(await trySignUp(second, shiftId)).toMatchObject({ status: 200 });
  expect(await trySignUp(first, shiftId)).toMatchObject({ body: { code: 'shift_full' } });
});

test('the stream delivers everything twice more → the place came back once', async () => {
  const people = await crowd(cloud, 5);
  const { shiftId } = await activity(cloud, { organiser, organisationId, capacity: 5 });
  for (const who of people) await trySignUp(who, shiftId);
  for (const who of people.slice(0, 2)) await withdraw(who, shiftId);
  await cloud.drain();
  expect(await takenAt(shiftId)).toBe(3);
  for (let time = 0; time < 2; time++) {
    const { read, dead } = await deliverAgain();
    expect(read).toBeGreaterThan(0);
    expect(dead).toEqual([]);
    expect(await takenAt(shiftId)).toBe(3);
  }
});

test('withdrawn, signed up again and withdrawn again before the stream is read → two places were taken, two come back', async () => {
  const who = await volunteer(cloud);
  const { shiftId } = await activity(cloud, { organiser, organisationId, capacity: 3 });
  await trySignUp(who, shiftId);
  await withdraw(who, shiftId);
  await trySignUp(who, shiftId);
  expect(await takenAt(shiftId)).toBe(2);
  await withdraw(who, shiftId);
  await cloud.drain();
  expect(await takenAt(shiftId)).toBe(0);
  await deliverAgain();
  expect(await takenAt(shiftId)).toBe(0);
});

test('a place of another shard than one’s own → goes back to the shard it came from', async () => {
  const people = await crowd(cloud, 60);
  const { shiftId } = await activity(cloud, { organiser, organisationId, capacity: 60 });
  for (let from = 0; from < people.length; from += 20) {
    await Promise.all(people.slice(from, from + 20).map((who) => trySignUp(who, shiftId)));
  }
  expect([await takenAt(shiftId, 0), await takenAt(shiftId, 1)]).toEqual([30, 30]);
  await Promise.all(people.slice(0, 25).map((who) => withdraw(who, shiftId)));
  await cloud.drain();
  const rows = await Promise.all(
    people.map(async ({ volunteerId }) =>
      (await itemsOf(`V#${volunteerId}`)).find(({ sk }) => sk.startsWith('R#')),
    ),
  );
  for (const shard of [0, 1]) {
    const left = rows.filter((row) => row?.placeShard === shard && row.state === 'signed_up');
    expect(await takenAt(shiftId, shard)).toBe(left.length);
  }
}, 60_000);
