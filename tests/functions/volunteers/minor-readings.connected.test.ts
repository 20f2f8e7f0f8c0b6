import { hourMs } from '#shared/time';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { injectFaults } from '../../support/faults';
import type { Person } from '../../support/given';
import { activity, organisation, volunteer } from '../../support/given';
import { born, bornIn, dependant, guarded } from '../../support/given-family';
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
beforeEach(() => cloud.setTime(Date.now() - (Date.now() % hourMs) + 1_000));

const rosterOf = (shiftId: string, purpose?: 'attendance' | 'safety' | 'hours') =>
  organiser.call('GET /shifts/{shiftId}/roster', { shiftId, ...(purpose && { purpose }) });
const readingsOf = async (who: Person, volunteerId: string) =>
  (await who.ask('GET /me/dependants/{volunteerId}/readings', { volunteerId })).readings;

/** A child, a teenager and a grown person signed up for one shift. */
async function scene() {
  const [guardian, teen, grown] = [
    ...[await volunteer(cloud), await bornIn(cloud, born.teen), await volunteer(cloud)],
  ] as [Person, Person, Person];
  const child = await dependant(guardian);
  const startsAt = cloud.now() + 20 * hourMs;
  const { shiftId } = await activity(cloud, { organiser, organisationId, startsAt });
  await signUp(guardian, shiftId, { forVolunteerId: child });
  for (const one of [teen, grown]) await signUp(one, shiftId);
  return { guardian, teen, grown, child, shiftId };
}

test('no purpose → minors are a number; with one → they are on the roster and the guardian sees who looked', async () => {
  const { guardian, teen, grown, child, shiftId } = await scene();
  const without = await rosterOf(shiftId);
  expect(without).toMatchObject({
    body: { rows: [{ volunteerId: grown.volunteerId }], withheldMinors: 2 },
  });
  expect(JSON.stringify(without.body)).not.toContain(child);
  expect(await readingsOf(guardian, child)).toEqual([]);

  const { body } = await rosterOf(shiftId, 'safety');
  expect(body).toMatchObject({ withheldMinors: 0 });
  expect('rows' in body && body.rows).toHaveLength(3);
  const line = { kind: 'roster', purpose: 'safety', maskedName: '王*织', title: '海边清洁' };
  expect(await readingsOf(guardian, child)).toMatchObject([line]);
  expect(await readingsOf(teen, teen.volunteerId)).toMatchObject([line]);
  expect(await readingsOf(grown, grown.volunteerId)).toEqual([]);
});

test('read ten times in an hour, at once, too → one line; another purpose or another hour → another', async () => {
  const { guardian, child, shiftId } = await scene();
  for (let time = 0; time < 5; time++) {
    await Promise.all([rosterOf(shiftId, 'safety'), rosterOf(shiftId, 'safety')]);
  }
  expect(await readingsOf(guardian, child)).toHaveLength(1);
  await rosterOf(shiftId, 'hours');
  expect(await readingsOf(guardian, child)).toHaveLength(2);
  cloud.setTime(cloud.now() + hourMs);
  await rosterOf(shiftId, 'hours');
  const [newest] = await readingsOf(guardian, child);
  expect(await readingsOf(guardian, child)).toHaveLength(3);
  expect(newest).toMatchObject({ purpose: 'hours' });
});

test('the line cannot be written → nothing is shown', async () => {
  const { guardian, child, shiftId } = await scene();
  const broken = new Error('the table is gone');
  const faults = [
    injectFaults('TransactWriteItemsCommand', () => broken),
    injectFaults('PutItemCommand', () => broken),
  ];
  const answer = await rosterOf(shiftId, 'attendance');
  for (const fault of faults) fault.remove();
  expect(answer).toMatchObject({ status: 500 });
  expect(JSON.stringify(answer.body)).not.toContain(child);
  expect(await readingsOf(guardian, child)).toEqual([]);
});

test('an under-14 with an account of its own reads who looked, a stranger does not', async () => {
  const [child, guardian] = [await bornIn(cloud, born.child), await volunteer(cloud)];
  await guarded(child, guardian);
  const { volunteerId } = child;
  expect(await readingsOf(child, volunteerId)).toEqual([]);
  const stranger = await volunteer(cloud);
  expect(
    await stranger.call('GET /me/dependants/{volunteerId}/readings', { volunteerId }),
  ).toMatchObject({ status: 404 });
});

test('a member list withholds minors, too; a request to join is read for what it asks', async () => {
  const [admin, teen, guardian] = [
    ...[await volunteer(cloud, '赵管理'), await bornIn(cloud, born.teen), await volunteer(cloud)],
  ] as [Person, Person, Person];
  await guarded(teen, guardian);
  const at = { organisationId: await organisation([[admin, 'admin']]) };
  const { volunteerId } = teen;
  await teen.ask('PUT /organisations/{organisationId}/membership', at);
  const asked = await admin.ask('GET /organisations/{organisationId}/requests', at);
  expect(asked.requests).toMatchObject([{ volunteerId }]);
  expect(await readingsOf(guardian, volunteerId)).toMatchObject([
    { kind: 'members', purpose: 'membership', maskedName: '赵*理' },
  ]);
  await admin.ask('PUT /organisations/{organisationId}/requests/{volunteerId}', {
    ...{ ...at, volunteerId, decision: 'approve' },
  });
  const list = 'GET /organisations/{organisationId}/members';
  const without = await admin.ask(list, at);
  expect(without.withheldMinors).toBe(1);
  expect(without.members.map((member) => member.volunteerId)).toEqual([admin.volunteerId]);
  const { members } = await admin.ask(list, { ...at, purpose: 'safety' });
  expect(members).toHaveLength(2);
  expect(await readingsOf(guardian, volunteerId)).toHaveLength(2);
});
