import { minuteMs } from '#shared/time';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, codeShown, crowd, organisation, volunteer } from '../../support/given';
import { itemsOf } from '../../support/items';
import { putAll } from '../../support/put-all';
import { deliverAgain } from '../../support/redelivery';
import { signUp } from '../../support/sign-up';

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

/** A pack that asks everybody: the lot is the same, whatever it is. */
const always = { id: 'always', version: 1 };
beforeAll(async () => {
  const { standard } =
    require('../../../functions/rule-packs/shipped') as typeof import('../../../functions/rule-packs/shipped');
  const { packKey } =
    require('../../../functions/evidence-keys') as typeof import('../../../functions/evidence-keys');
  const recheck = { percent: 100, withinMinutes: 10 };
  await putAll([
    { ...packKey('always', 1), version: 1, pack: { ...standard, ...always, recheck } },
  ]);
});

const runClock = async () => {
  const { beginRechecks } =
    require('../../../functions/shifts/recheck') as typeof import('../../../functions/shifts/recheck');
  await beginRechecks({ now: cloud.now() });
};
const goRounds = () =>
  (
    require('../../../functions/shifts/round') as typeof import('../../../functions/shifts/round')
  ).goRounds();
const scan = async (who: Person, shiftId: string, kind: 'checkin' | 'checkout' = 'checkin') => {
  const { token } = await codeShown(organiser, shiftId, { kind });
  return who.ask('POST /checkins', { scanId: newRequestId(), token });
};
/** Everybody is in; the clock stands where every lot has come and there is time to answer. */
async function running(people: Person[], pack = always) {
  const shift = await activity(cloud, { organiser, organisationId, capacity: 120 });
  const [item] = (await itemsOf(`T#${shift.shiftId}`)).filter(({ sk }) => sk === '#T');
  await putAll([{ ...item, pack }]);
  for (const who of people) await signUp(who, shift.shiftId);
  cloud.setTime(shift.startsAt - 5 * minuteMs);
  for (const who of people) await scan(who, shift.shiftId);
  await cloud.drain();
  cloud.setTime(shift.endsAt - 12 * minuteMs);
  return shift;
}
const mine = (who: Person, shiftId: string) =>
  who.ask('GET /shifts/{shiftId}/service', { shiftId });
const told = async (who: Person) =>
  (await who.ask('GET /me/notices', {})).notices.filter(({ kind }) => kind === 'recheck');
const doubtsOf = async (who: Person, shiftId: string) => {
  const { rows } = await organiser.ask('GET /shifts/{shiftId}/roster', { shiftId });
  return rows.find(({ volunteerId }) => volunteerId === who.volunteerId)?.doubts;
};

test('drawn → everybody present is asked once, and who shows codes is told; twice, at once, redelivered: the same', async () => {
  const people = await crowd(cloud, 30);
  const absent = people[29] as Person;
  const { shiftId } = await running(people.slice(0, 29));
  await signUp(absent, shiftId);
  await Promise.all([runClock(), runClock(), runClock()]);
  await cloud.drain();
  await deliverAgain();
  await Promise.all([goRounds(), goRounds()]);
  await cloud.drain();
  const until = cloud.now() + 10 * minuteMs;
  for (const who of people.slice(0, 29)) {
    const { recheck } = await mine(who, shiftId);
    expect(recheck?.answered).toBe(false);
    expect(Math.abs((recheck?.until ?? 0) - until)).toBeLessThan(minuteMs);
    expect(await told(who)).toHaveLength(1);
  }
  expect((await mine(absent, shiftId)).recheck).toBeUndefined();
  expect(await told(organiser)).toMatchObject([
    { link: { page: '/activities/code/index', id: shiftId } },
  ]);
  const { recheckUntil } = await organiser.ask('GET /shifts/{shiftId}/board', { shiftId });
  expect(Math.abs((recheckUntil ?? 0) - until)).toBeLessThan(minuteMs);
});

test('a living code scanned again answers it; an old one, or one after the time, does not', async () => {
  const [answers, late, stale] = (await crowd(cloud, 3)) as [Person, Person, Person];
  const { shiftId } = await running([answers, late, stale]);
  const old = await codeShown(organiser, shiftId, { kind: 'checkin' });
  await runClock();
  await cloud.drain();
  expect(await doubtsOf(late, shiftId)).toEqual([]);
  cloud.setTime(cloud.now() + 2 * minuteMs);
  await scan(answers, shiftId);
  expect((await mine(answers, shiftId)).recheck).toMatchObject({ answered: true });
  await stale.call('POST /checkins', { scanId: newRequestId(), token: old.token });
  expect((await mine(stale, shiftId)).recheck).toMatchObject({ answered: false });
  cloud.setTime(cloud.now() + 9 * minuteMs);
  await scan(late, shiftId, 'checkin');
  expect((await mine(late, shiftId)).recheck).toMatchObject({ answered: false });
  expect(await doubtsOf(answers, shiftId)).toEqual([]);
  expect(await doubtsOf(late, shiftId)).toEqual(['recheck_missed']);
});

test('missed or not → the same minutes; leaving with a scan in time is an answer', async () => {
  const [misses, leaves] = (await crowd(cloud, 2)) as [Person, Person];
  const { shiftId, endsAt } = await running([misses, leaves]);
  await runClock();
  await cloud.drain();
  cloud.setTime(endsAt - 5 * minuteMs);
  expect(await scan(leaves, shiftId, 'checkout')).toMatchObject({ grade: 'C' });
  cloud.setTime(endsAt + 5 * minuteMs);
  expect(await scan(misses, shiftId, 'checkout')).toMatchObject({ rawMinutes: 120, grade: 'C' });
  expect(await doubtsOf(leaves, shiftId)).toEqual([]);
  expect(await doubtsOf(misses, shiftId)).toEqual(['recheck_missed']);
});

test('a pack that never asks, a shift called off, one that has ended → nobody is asked', async () => {
  const [who] = (await crowd(cloud, 1)) as [Person];
  const { shiftId, endsAt } = await running([who]);
  cloud.setTime(endsAt - minuteMs);
  await runClock();
  cloud.setTime(endsAt + minuteMs);
  await runClock();
  await cloud.drain();
  expect((await mine(who, shiftId)).recheck).toBeUndefined();
  cloud.setTime(Date.now());
  const [other] = (await crowd(cloud, 1)) as [Person];
  const off = await running([other]);
  await organiser.ask('POST /shifts/{shiftId}/cancellation', {
    shiftId: off.shiftId,
    reason: '大风',
  });
  await runClock();
  await cloud.drain();
  expect(await told(other)).toEqual([]);
});
