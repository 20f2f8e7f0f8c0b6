import { dayMs, dayOf, hourMs, minuteMs, startOfDay } from '#shared/time';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { injectFaults } from '../../support/faults';
import type { Person } from '../../support/given';
import { activity, codeShown, crowd, organisation, volunteer } from '../../support/given';
import { allItems } from '../../support/items';
import { deliverAgain } from '../../support/redelivery';
import { signUp } from '../../support/sign-up';

let cloud: TestCloud;
let organiser: Person;
let organisationId: string;
let startedAt: number;
beforeAll(async () => {
  cloud = await startTestCloud();
  organiser = await volunteer(cloud, '王组织');
  organisationId = await organisation([[organiser, 'organiser']]);
  startedAt = cloud.now();
});
afterAll(() => cloud.stop());
afterEach(() => cloud.setTime(startedAt));

const runClock = () =>
  (
    require('../../../functions/reminders/remind') as typeof import('../../../functions/reminders/remind')
  ).remindPeople({ now: cloud.now() });
const told = async (who: Person) =>
  (await who.ask('GET /me/notices', {})).notices.filter(({ kind }) => kind === 'reminder');
const comes = async (who: Person, shiftId: string) => {
  await signUp(who, shiftId);
  await cloud.drain();
};

/** Nine in the morning, so many days ahead. */
const morning = (days: number) => startOfDay(dayOf(startedAt)) + days * dayMs + 9 * hourMs;
const eveningBefore = (days: number) => morning(days) - 15 * hourMs;
const shiftIn = (days: number) =>
  activity(cloud, { organiser, organisationId, startsAt: morning(days), capacity: 60 });

describe('the day before', () => {
  test('signed up → told once at six in the evening, with the way to the activity', async () => {
    const who = await volunteer(cloud);
    const { shiftId, activityId } = await shiftIn(3);
    await comes(who, shiftId);
    cloud.setTime(eveningBefore(3) - minuteMs);
    await runClock();
    expect(await told(who)).toEqual([]);
    cloud.setTime(eveningBefore(3) + minuteMs);
    await runClock();
    await runClock();
    expect(await told(who)).toMatchObject([
      {
        text: expect.stringContaining('明天 09:00–11:00 “海边清洁”，五四广场'),
        link: { page: '/activities/show/index', id: activityId },
      },
    ]);
  });

  test('the stream delivers again, three runs of the clock at once → told once', async () => {
    const who = await volunteer(cloud);
    const { shiftId } = await shiftIn(3);
    await comes(who, shiftId);
    await deliverAgain();
    cloud.setTime(eveningBefore(3) + minuteMs);
    await Promise.all([runClock(), runClock(), runClock()]);
    await deliverAgain();
    await runClock();
    expect(await told(who)).toHaveLength(1);
  });

  test('withdrawn meanwhile → not told; signed up again after that → told', async () => {
    const [gone, back] = [await volunteer(cloud), await volunteer(cloud)];
    const { shiftId } = await shiftIn(3);
    for (const who of [gone, back]) {
      await comes(who, shiftId);
      await who.ask('DELETE /shifts/{shiftId}/signup', { shiftId });
    }
    await cloud.drain();
    await comes(back, shiftId);
    cloud.setTime(eveningBefore(3) + minuteMs);
    await runClock();
    expect([(await told(gone)).length, (await told(back)).length]).toEqual([0, 1]);
  });

  test('signed up when that evening has begun → not told', async () => {
    const who = await volunteer(cloud);
    const { shiftId } = await shiftIn(3);
    cloud.setTime(eveningBefore(3) + hourMs);
    await comes(who, shiftId);
    await runClock();
    expect(await told(who)).toEqual([]);
  });

  test('one that fails holds up none of the others, and has its turn in the next run', async () => {
    const people = await crowd(cloud, 6);
    const { shiftId } = await shiftIn(4);
    for (const who of people) await comes(who, shiftId);
    cloud.setTime(eveningBefore(4) + minuteMs);
    const broken = injectFaults('TransactWriteItemsCommand', (count) =>
      count === 1 ? new Error('away') : undefined,
    );
    await runClock();
    broken.remove();
    const counts = async () =>
      (await Promise.all(people.map(told))).reduce((sum, { length }) => sum + length, 0);
    expect(await counts()).toBe(5);
    await runClock();
    expect(await counts()).toBe(6);
    const waiting = (await allItems()).filter(({ gx2pk }) => String(gx2pk).startsWith('RQ#'));
    expect(waiting.every(({ dueAt }) => Number(dueAt) > cloud.now())).toBe(true);
  });
});

test('checked in and never out → asked two hours after the end to see the organiser; who checked out is not', async () => {
  const [stayed, left] = [await volunteer(cloud), await volunteer(cloud)];
  const { shiftId, startsAt, endsAt } = await shiftIn(2);
  for (const who of [stayed, left]) await comes(who, shiftId);
  cloud.setTime(startsAt);
  const checkin = await codeShown(organiser, shiftId, { kind: 'checkin' });
  for (const who of [stayed, left]) {
    await who.ask('POST /checkins', { scanId: newRequestId(), token: checkin.token });
  }
  cloud.setTime(endsAt);
  const checkout = await codeShown(organiser, shiftId, { kind: 'checkout' });
  await left.ask('POST /checkins', { scanId: newRequestId(), token: checkout.token });
  await cloud.drain();
  cloud.setTime(endsAt + 2 * hourMs - minuteMs);
  await runClock();
  const forgotten = async (who: Person) =>
    (await told(who)).filter(({ text }) => text.includes('签退')).length;
  expect(await forgotten(stayed)).toBe(0);
  cloud.setTime(endsAt + 2 * hourMs + minuteMs);
  await runClock();
  await runClock();
  expect([await forgotten(stayed), await forgotten(left)]).toEqual([1, 0]);
});
