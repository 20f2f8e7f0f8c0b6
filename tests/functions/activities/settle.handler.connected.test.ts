import { dayMs, dayOf, hourMs } from '#shared/time';
import { beginSettling } from '../../../functions/activities/settling';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, organisation, volunteer } from '../../support/given';
import { itemsOf } from '../../support/items';
import { putAll } from '../../support/put-all';

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

/** An activity that the clock has taken to its settlement. */
async function settling(checkedIn: number) {
  const it = await activity(cloud, { organiser, organisationId });
  cloud.setTime(it.endsAt + 2 * dayMs + hourMs);
  const counts = { signedUp: 0, checkedIn, credited: 0 };
  await putAll([{ pk: `T#${it.shiftId}`, sk: '#N', ...counts }]);
  const progress = await itemsOf('CLOCK#settling');
  await putAll(progress.map((item) => ({ ...item, day: dayOf(it.endsAt) })));
  await beginSettling({ now: cloud.now() });
  return it;
}
const settle = (activityId: string, who = organiser) =>
  who.call('POST /activities/{activityId}/settlement', { activityId });
const refused = (status: number, code: string) => ({ status, body: { code } });

test('everybody has left → settled, once, with a line in the audit log', async () => {
  const { activityId } = await settling(0);
  const answer = await settle(activityId);
  expect(answer).toMatchObject({ status: 200, body: { state: 'settled' } });
  expect(await settle(activityId)).toEqual(answer);
  const lines = (await itemsOf(`O#${organisationId}`)).filter(
    ({ action, subjectId }) => action === 'activity_settled' && subjectId === activityId,
  );
  expect(lines).toHaveLength(1);
});

test('somebody is still checked in → still_serving; a day later → settled', async () => {
  const { activityId } = await settling(1);
  expect(await settle(activityId)).toMatchObject(refused(409, 'still_serving'));
  cloud.setTime(cloud.now() + dayMs);
  expect(await settle(activityId)).toMatchObject({ status: 200 });
});

test('not over yet → not_settling; who may not → not_allowed', async () => {
  const { activityId } = await activity(cloud, { organiser, organisationId });
  expect(await settle(activityId)).toMatchObject(refused(409, 'not_settling'));
  expect(await settle(activityId, await volunteer(cloud))).toMatchObject(
    refused(403, 'not_allowed'),
  );
});
