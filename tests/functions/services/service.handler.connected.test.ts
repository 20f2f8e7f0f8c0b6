import * as z from 'zod';
import { shiftRoutes } from '#shared/shifts';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, codeShown, organisation, volunteer } from '../../support/given';
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

test('before, while and without: what one can do now, and nothing of anybody else', async () => {
  const who = await volunteer(cloud);
  const shift = await activity(cloud, { organiser, organisationId });
  const { shiftId, activityId, startsAt, endsAt } = shift;
  const shown = (person: Person) => person.ask('GET /shifts/{shiftId}/service', { shiftId });
  const facts = {
    ...{ shiftId, activityId, title: '海边清洁', placeName: '五四广场', startsAt, endsAt },
    ...{ cancelled: false, breaks: [], now: expect.any(Number) },
  };
  const nothing = { arrival: false, leaving: false, people: 0 };
  await signUp(who, shiftId);
  expect(await shown(who)).toEqual({
    ...facts,
    state: 'signed_up',
    mayBreak: false,
    joint: nothing,
  });
  cloud.setTime(startsAt);
  const { token } = await codeShown(organiser, shiftId, { kind: 'checkin' });
  const { inAt } = await who.ask('POST /checkins', { scanId: newRequestId(), token });
  await cloud.drain();
  cloud.setTime(startsAt + 120_000);
  const serving = await shown(who);
  const strict = z.strictObject(shiftRoutes['GET /shifts/{shiftId}/service'].response.shape);
  expect(strict.parse(serving)).toEqual({
    ...{ ...facts, state: 'checked_in', inAt, mayBreak: true },
    joint: { ...nothing, leaving: true },
  });
  expect(await shown(await volunteer(cloud))).toEqual({
    ...facts,
    mayBreak: false,
    joint: nothing,
  });
  const missing = { shiftId: 'ffffffffffff' };
  expect(await who.call('GET /shifts/{shiftId}/service', missing)).toMatchObject({ status: 404 });
  expect(await cloud.call('GET /shifts/{shiftId}/service', { shiftId })).toMatchObject({
    status: 401,
  });
});
