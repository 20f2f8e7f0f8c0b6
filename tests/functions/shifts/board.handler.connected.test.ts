import * as z from 'zod';
import { shiftBoard } from '#shared/activities';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, crowd, organisation, served, volunteer } from '../../support/given';
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

const board = (shiftId: string) => organiser.ask('GET /shifts/{shiftId}/board', { shiftId });
const countsOf = async (shiftId: string) => (await board(shiftId)).counts;

test('the board: what the shift is, and how far it has come', async () => {
  const { shiftId, activityId, startsAt, endsAt } = await activity(cloud, {
    ...{ organiser, organisationId },
  });
  const shown = await board(shiftId);
  expect(z.strictObject(shiftBoard.shape).parse(shown)).toEqual({
    ...{ shiftId, activityId, title: '海边清洁', placeName: '五四广场', startsAt, endsAt },
    ...{ capacity: 10, phase: 'upcoming', now: shown.now },
    counts: { signedUp: 0, checkedIn: 0, pending: 0, credited: 0 },
  });
  cloud.setTime(startsAt);
  expect(await board(shiftId)).toMatchObject({ phase: 'running' });
  cloud.setTime(endsAt);
  expect(await board(shiftId)).toMatchObject({ phase: 'ended' });
});

test('signed up, withdrawn, credited → counted once the stream was read, and never twice', async () => {
  const [one, two, three, four] = (await crowd(cloud, 4)) as [Person, Person, Person, Person];
  const { shiftId } = await activity(cloud, { organiser, organisationId });
  for (const who of [one, two, three]) await signUp(who, shiftId);
  await cloud.drain();
  expect(await countsOf(shiftId)).toEqual({ signedUp: 3, checkedIn: 0, pending: 0, credited: 0 });
  await one.ask('DELETE /shifts/{shiftId}/signup', { shiftId });
  await served(cloud, four, organiser, shiftId);
  await cloud.drain();
  expect(await countsOf(shiftId)).toEqual({ signedUp: 2, checkedIn: 0, pending: 0, credited: 1 });
  await deliverAgain();
  expect(await countsOf(shiftId)).toEqual({ signedUp: 2, checkedIn: 0, pending: 0, credited: 1 });
});

test.each(['GET /shifts/{shiftId}/board', 'GET /shifts/{shiftId}/roster'] as const)(
  '%s → not for who does not organise it; not found where there is no shift',
  async (route) => {
    const [who, beside] = [await volunteer(cloud), await volunteer(cloud)];
    await organisation([[beside, 'organiser', 'admin']]);
    const { shiftId } = await activity(cloud, { organiser, organisationId });
    for (const stranger of [who, beside]) {
      expect(await stranger.call(route, { shiftId })).toMatchObject({
        ...{ status: 403, body: { code: 'not_allowed' } },
      });
    }
    expect(await organiser.call(route, { shiftId: 'ffffffffffff' })).toMatchObject({ status: 404 });
    expect(await cloud.call(route, { shiftId })).toMatchObject({ status: 401 });
  },
);
