import { dayMs, hourMs } from '#shared/time';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { volunteer } from '../../support/given';
import type { Team } from '../../support/given-settlements';
import { held, recordOf, team, tick } from '../../support/given-settlements';
import { itemsOf } from '../../support/items';

let cloud: TestCloud;
let staff: Team;
beforeAll(async () => {
  cloud = await startTestCloud();
  staff = await team(cloud);
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.setTime(Date.now()));

const noticesOf = async ({ volunteerId }: Person) =>
  (await itemsOf(`V#${volunteerId}`)).filter((it) => it.sk.startsWith('N#') && it.kind === 'hours');

test('never checked out → closed a day after the end, told once, nothing credited; who left stays as they are', async () => {
  const [forgot, left] = [await volunteer(cloud), await volunteer(cloud)];
  const { shiftId, endsAt } = await held(cloud, staff, { who: [forgot, left], left: [left] });
  cloud.setTime(endsAt + 23 * hourMs);
  await tick(cloud);
  expect(await recordOf(forgot, shiftId)).toMatchObject({ state: 'checked_in' });
  cloud.setTime(endsAt + 2 * dayMs);
  await tick(cloud);
  await tick(cloud);
  expect(await recordOf(forgot, shiftId)).toMatchObject({ state: 'closed' });
  expect(await recordOf(left, shiftId)).toMatchObject({ state: 'credited' });
  expect(await noticesOf(forgot)).toHaveLength(1);
  expect(await noticesOf(left)).toHaveLength(0);
  expect(await forgot.ask('GET /me', {})).toMatchObject({ minutes: 0, points: 0 });
});
