import { dayMs, minuteMs } from '#shared/time';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, codeShown, newcomer, organisation, place, volunteer } from '../../support/given';
import { itemsOf } from '../../support/items';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.setTime(Date.now()));

const version = '2026-11-1';
const refused = (status: number, code: string) => ({ status, body: { code } });
const sweep = () =>
  (
    require('../../../functions/accounts/erasures') as typeof import('../../../functions/accounts/erasures')
  ).runErasures({ now: cloud.now() });

/** A whole service; both scans say where the person is. */
async function served(who: Person, organiser: Person, organisationId: string) {
  const { shiftId, startsAt, endsAt } = await activity(cloud, { organiser, organisationId });
  const location = { latitude: place.latitude, longitude: place.longitude, accuracyMeters: 10 };
  const scan = async (kind: 'checkin' | 'checkout') => {
    const { token } = await codeShown(organiser, shiftId, { kind });
    return who.ask('POST /checkins', { scanId: newRequestId(), token, location });
  };
  cloud.setTime(startsAt - minuteMs);
  await scan('checkin');
  cloud.setTime(endsAt);
  await scan('checkout');
  return shiftId;
}

const recordOf = async ({ volunteerId }: Person, shiftId: string) =>
  (await itemsOf(`V#${volunteerId}`)).find(({ sk }) => sk.startsWith('R#') && sk.endsWith(shiftId));

test('registered → agreed to registration, and nothing else was said', async () => {
  const who = await volunteer(cloud);
  const { consents, history } = await who.ask('GET /me/consents', {});
  expect(consents.map(({ purpose, state, needed }) => [purpose, state, needed])).toEqual([
    ['registration', 'given', true],
    ['location', 'unsaid', false],
    ['real_name', 'unsaid', false],
    ['emergency_contact', 'unsaid', false],
    ['messages', 'unsaid', false],
    ['province', 'unsaid', false],
  ]);
  expect(history).toEqual([
    { purpose: 'registration', given: true, version, at: expect.any(Number) },
  ]);
});

test('given, taken back, given → each word stays in the history, the newest first', async () => {
  const who = await volunteer(cloud);
  for (const given of [true, false, true]) {
    cloud.setTime(cloud.now() + minuteMs);
    const answer = await who.ask('PUT /me/consents', { purpose: 'province', given, version });
    expect(answer.consents).toContainEqual(
      expect.objectContaining({ purpose: 'province', state: given ? 'given' : 'withdrawn' }),
    );
  }
  // Saying what holds already is no new word.
  await who.ask('PUT /me/consents', { purpose: 'province', given: true, version });
  const { history } = await who.ask('GET /me/consents', {});
  const words = history.filter(({ purpose }) => purpose === 'province');
  expect(words.map(({ given }) => given)).toEqual([true, false, true]);
});

test('not registered, the one that is needed, an old text → refused', async () => {
  const said = { purpose: 'messages', given: true, version } as const;
  const guest = await newcomer(cloud);
  expect(await guest.call('PUT /me/consents', said)).toMatchObject(refused(403, 'not_registered'));
  expect(await guest.call('GET /me/consents', {})).toMatchObject(refused(403, 'not_registered'));
  const who = await volunteer(cloud);
  const needed = { purpose: 'registration', given: false, version } as const;
  expect(await who.call('PUT /me/consents', needed)).toMatchObject(
    refused(409, 'registration_consent_needed'),
  );
  expect(await who.call('PUT /me/consents', { ...said, version: '2020-01-1' })).toMatchObject(
    refused(409, 'consent_changed'),
  );
});

test('the same word ten times at once → one word', async () => {
  const who = await volunteer(cloud);
  const said = { purpose: 'messages', given: true, version } as const;
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => who.call('PUT /me/consents', said)),
  );
  expect(answers.every(({ status }) => [200, 503].includes(status))).toBe(true);
  const { history } = await who.ask('GET /me/consents', {});
  expect(history.filter(({ purpose }) => purpose === 'messages')).toHaveLength(1);
});

test('location taken back → the next scan keeps no place, what is older goes after its window, grades stay', async () => {
  const organiser = await volunteer(cloud, '王组织');
  const who = await volunteer(cloud);
  const organisationId = await organisation([[organiser, 'organiser']]);
  const older = await served(who, organiser, organisationId);
  expect(await recordOf(who, older)).toMatchObject({
    grade: 'B',
    inEvidence: { metersAway: 0, accuracyMeters: 10 },
  });

  cloud.setTime(cloud.now() + 60 * minuteMs);
  await who.ask('PUT /me/consents', { purpose: 'location', given: false, version });
  const later = await served(who, organiser, organisationId);
  const unseen = await recordOf(who, later);
  expect(unseen).toMatchObject({ state: 'credited', grade: 'C' });
  for (const evidence of [unseen?.inEvidence, unseen?.outEvidence]) {
    expect(evidence).not.toHaveProperty('metersAway');
    expect(evidence).not.toHaveProperty('accuracyMeters');
  }

  // Inside the window the evidence of the older hour can still be asked for.
  await sweep();
  expect(await recordOf(who, older)).toMatchObject({ inEvidence: { metersAway: 0 } });
  cloud.setTime(cloud.now() + 8 * dayMs);
  await sweep();
  await sweep();
  const erased = await recordOf(who, older);
  expect(erased).toMatchObject({ state: 'credited', grade: 'B', creditedMinutes: 120 });
  for (const evidence of [erased?.inEvidence, erased?.outEvidence]) {
    expect(evidence).toMatchObject({ by: 'token' });
    expect(evidence).not.toHaveProperty('metersAway');
    expect(evidence).not.toHaveProperty('accuracyMeters');
  }
  const planned = (await itemsOf(`V#${who.volunteerId}`)).find(({ sk }) => sk === 'ER#place');
  expect(planned).toHaveProperty('doneAt');
  expect(planned).not.toHaveProperty('gx2pk');
});
