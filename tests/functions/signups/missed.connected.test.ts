import { dayMs, hourMs } from '#shared/time';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { handlerOf, startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, codeShown, crowd, organisation, volunteer } from '../../support/given';
import { itemsOf } from '../../support/items';
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

const tick = async () => {
  await handlerOf('clock')({} as never, {} as never);
  await cloud.drain();
};
const stateOf = async (who: Person, shiftId: string) =>
  (await who.ask('GET /shifts/{shiftId}/signup', { shiftId })).state;
const noticesOf = async ({ volunteerId }: Person) =>
  (await itemsOf(`V#${volunteerId}`)).filter(
    (it) => it.sk.startsWith('N#') && it.kind === 'no_show',
  );

test('signed up and never came → noted once, told, with no hours touched; may say why, and the organiser sees it', async () => {
  const [absent, came, gone] = (await crowd(cloud, 3)) as [Person, Person, Person];
  const { shiftId, startsAt, endsAt } = await activity(cloud, { organiser, organisationId });
  for (const who of [absent, came, gone]) await signUp(who, shiftId);
  await gone.ask('DELETE /shifts/{shiftId}/signup', { shiftId });
  cloud.setTime(startsAt);
  const { token } = await codeShown(organiser, shiftId, { kind: 'checkin' });
  await came.ask('POST /checkins', { scanId: newRequestId(), token });
  const say = () => absent.call('PUT /shifts/{shiftId}/absence', { shiftId, reason: 'traffic' });
  expect(await say()).toMatchObject({ status: 409, body: { code: 'not_missed' } });

  cloud.setTime(endsAt + 23 * hourMs);
  await tick();
  expect(await stateOf(absent, shiftId)).toBe('signed_up');
  cloud.setTime(endsAt + 2 * dayMs);
  await tick();
  await tick();
  const states = await Promise.all([absent, came, gone].map((who) => stateOf(who, shiftId)));
  expect(states).toEqual(['no_show', 'closed', 'withdrawn']);
  expect(
    (await Promise.all([absent, came, gone].map(noticesOf))).map(({ length }) => length),
  ).toEqual([1, 0, 0]);
  expect(await absent.ask('GET /me', {})).toMatchObject({ minutes: 0, points: 0 });

  expect(await say()).toMatchObject({ status: 200 });
  expect(await say()).toMatchObject({ status: 200 });
  const { rows } = await organiser.ask('GET /shifts/{shiftId}/roster', { shiftId });
  expect(rows.find(({ volunteerId }) => volunteerId === absent.volunteerId)).toMatchObject({
    state: 'no_show',
    absence: 'traffic',
  });
  const stranger = await volunteer(cloud);
  const asked = stranger.call('PUT /shifts/{shiftId}/absence', { shiftId, reason: 'ill' });
  expect(await asked).toMatchObject({ status: 409, body: { code: 'not_signed_up' } });
});
