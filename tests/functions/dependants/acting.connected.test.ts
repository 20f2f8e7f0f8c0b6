import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, organisation, volunteer } from '../../support/given';
import { born, dependant } from '../../support/given-family';
import { itemsOf } from '../../support/items';
import { watchRequests } from '../../support/requests';
import { signUp, trySignUp } from '../../support/sign-up';

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

const notFound = { status: 404, body: { code: 'not_found' } };

test('a guardian signs the child up and sees it in the child’s records, not in their own', async () => {
  const guardian = await volunteer(cloud);
  const forVolunteerId = await dependant(guardian);
  const { shiftId } = await activity(cloud, { organiser, organisationId });
  const answer = await signUp(guardian, shiftId, { forVolunteerId });
  expect(answer).toMatchObject({ state: 'signed_up' });
  const { records } = await guardian.ask('GET /me/records', { forVolunteerId });
  expect(records).toMatchObject([{ shiftId, state: 'signed_up' }]);
  const record = (await itemsOf(`V#${forVolunteerId}`)).find(({ sk }) => sk.startsWith('R#'));
  expect(record).toMatchObject({ volunteerId: forVolunteerId, actedBy: guardian.volunteerId });
  expect((await guardian.ask('GET /me/records', {})).records).toEqual([]);
  expect((await guardian.ask('GET /me/hours', { forVolunteerId })).entries).toEqual([]);
  await guardian.ask('DELETE /shifts/{shiftId}/signup', { shiftId, forVolunteerId });
  const after = await guardian.ask('GET /me/records', { forVolunteerId });
  expect(after.records).toMatchObject([{ shiftId, state: 'withdrawn' }]);
});

test('a stranger, and a guardian whose link ended → not_found, wherever they ask', async () => {
  const [guardian, stranger] = [await volunteer(cloud), await volunteer(cloud)];
  const forVolunteerId = await dependant(guardian, {
    ...{ relation: 'elder', birthMonth: born.elder },
  });
  const { shiftId } = await activity(cloud, { organiser, organisationId });
  const asks = (who: Person) =>
    Promise.all([
      trySignUp(who, shiftId, { forVolunteerId }),
      who.call('DELETE /shifts/{shiftId}/signup', { shiftId, forVolunteerId }),
      who.call('GET /me/records', { forVolunteerId }),
      who.call('GET /me/hours', { forVolunteerId }),
      who.call('GET /me/card', { forVolunteerId }),
      who.call('POST /me/card', { forVolunteerId }),
      who.call('POST /me/link-codes', { purpose: 'handover', forVolunteerId }),
      who.call('GET /me/dependants/{volunteerId}/readings', { volunteerId: forVolunteerId }),
    ]);
  expect(await asks(stranger)).toMatchObject(Array(8).fill(notFound));
  await guardian.ask('DELETE /me/dependants/{volunteerId}', { volunteerId: forVolunteerId });
  expect(await asks(guardian)).toMatchObject(Array(8).fill(notFound));
});

test('for oneself → no read; for a dependant → one', async () => {
  const guardian = await volunteer(cloud);
  const forVolunteerId = await dependant(guardian);
  const reads = async (request: object) => {
    const watched = watchRequests();
    await guardian.ask('GET /me/hours', request);
    watched.stop();
    return watched.names().filter((name) => name === 'BatchGetItemCommand').length;
  };
  expect(await reads({})).toBe(0);
  expect(await reads({ forVolunteerId: guardian.volunteerId })).toBe(0);
  expect(await reads({ forVolunteerId })).toBe(1);
});
