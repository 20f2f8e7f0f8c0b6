import { recordAt } from '../../../functions/records/record.table';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { activity, organisation, served, volunteer } from '../../support/given';
import { corrected, credited } from '../../support/given-hours';
import { itemsOf } from '../../support/items';
import { putAll } from '../../support/put-all';
import { signUp } from '../../support/sign-up';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.setTime(Date.now()));

async function scene() {
  const [who, organiser] = [await volunteer(cloud), await volunteer(cloud)];
  const organisationId = await organisation([[organiser, 'organiser']]);
  const { shiftId } = await activity(cloud, { organiser, organisationId });
  return { who, organiser, shiftId };
}

test('signed up → the record without ends and without an entry', async () => {
  const { who, shiftId } = await scene();
  await signUp(who, shiftId);
  const { record } = await who.ask('GET /me/records/{shiftId}', { shiftId });
  expect(record).toMatchObject({ shiftId, state: 'signed_up', breaks: [], doubts: [] });
  expect(record).not.toHaveProperty('in');
  expect(record).not.toHaveProperty('entry');
});

test('served → both ends as they were witnessed, grade, and the entry that stands', async () => {
  const { who, organiser, shiftId } = await scene();
  await served(cloud, who, organiser, shiftId);
  const { record } = await who.ask('GET /me/records/{shiftId}', { shiftId });
  const { entries } = await who.ask('GET /me/hours', {});
  expect(record).toMatchObject({
    ...{ state: 'credited', grade: 'C', pointsWait: false },
    in: { by: 'token', vouched: false, late: false },
    out: { by: 'token' },
    entry: entries[0],
  });
});

test('who vouched, which phone and which gate is not shown; of the place only a distance', async () => {
  const { who, organiser, shiftId } = await scene();
  await served(cloud, who, organiser, shiftId);
  const at = recordAt(who.volunteerId, shiftId);
  const [row] = (await itemsOf(at.pk)).filter(({ sk }) => sk === at.sk);
  const more = { device: 'phonemark', metersAway: 12.6, accuracyMeters: 20.2 };
  const inEvidence = { ...(row?.inEvidence as object), countersignedBy: organiser.volunteerId };
  await putAll([{ ...row, inEvidence: { ...inEvidence, ...more } }]);
  const { record } = await who.ask('GET /me/records/{shiftId}', { shiftId });
  expect(record.in).toEqual({
    ...{ at: expect.any(Number), by: 'token', vouched: true, late: false },
    ...{ metersAway: 13, accuracyMeters: 20 },
  });
  const text = JSON.stringify(record);
  expect(text).not.toContain(organiser.volunteerId);
  expect(text).not.toContain('phonemark');
});

test('corrected → the entry that stands now; the book shows all three, the middle one below zero', async () => {
  const who = await volunteer(cloud);
  const { shift, shiftId } = await credited(who.volunteerId, { name: 'corrected' });
  await corrected(who.volunteerId, { shift, minutes: 60 });
  const { record } = await who.ask('GET /me/records/{shiftId}', { shiftId });
  expect(record.entry).toMatchObject({ sequence: 3, creditedMinutes: 60, cause: 'correction' });
  const { entries } = await who.ask('GET /me/hours', {});
  expect(entries.map((it) => [it.creditedMinutes, it.reverses])).toEqual([
    [60, undefined],
    [-120, 1],
    [120, undefined],
  ]);
});

test('no such record: 404; somebody else’s: 404; no session: 401', async () => {
  const { who, shiftId } = await scene();
  const other = await volunteer(cloud);
  await signUp(who, shiftId);
  const theirs = { shiftId, forVolunteerId: who.volunteerId };
  expect(await other.call('GET /me/records/{shiftId}', { shiftId })).toMatchObject({ status: 404 });
  expect(await other.call('GET /me/records/{shiftId}', theirs)).toMatchObject({ status: 404 });
  expect(await cloud.call('GET /me/records/{shiftId}', { shiftId })).toMatchObject({ status: 401 });
});
