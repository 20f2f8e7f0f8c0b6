import * as z from 'zod';
import type { Request } from '#shared/api';
import { signupSheet } from '#shared/signups';
import { dayMs } from '#shared/time';
import { profileKey, shiftKey } from '../../../functions/keys';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, newcomer, organisation, volunteer } from '../../support/given';
import { itemsOf } from '../../support/items';
import { putAll } from '../../support/put-all';
import { otherTerms, termsOf, trySignUp } from '../../support/sign-up';

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

const sheet = (who: Person, shiftId: string) =>
  who.ask('GET /shifts/{shiftId}/signup', { shiftId });
async function change(key: { pk: string; sk: string }, more: object) {
  const item = (await itemsOf(key.pk)).find(({ sk }) => sk === key.sk);
  await putAll([{ ...item, ...more }]);
}

test('what one should know → risks, insurance, conditions; strictly what the contract says', async () => {
  const who = await volunteer(cloud);
  const { shiftId, activityId } = await activity(cloud, { organiser, organisationId });
  const shown = z.strictObject(signupSheet.shape).parse(await sheet(who, shiftId));
  expect(shown).toMatchObject({
    shiftId,
    activityId,
    risks: '海边风大路滑',
    conditions: [],
    waiting: 0,
  });
  expect(shown.state).toBeUndefined();
  const guest = await newcomer(cloud);
  expect(await sheet(guest, shiftId)).toMatchObject({ conditions: [] });
  const none = await who.call('GET /shifts/{shiftId}/signup', { shiftId: 'ffffffffffff' });
  expect(none).toMatchObject({ status: 404, body: { code: 'not_found' } });
});

test('signed up without what was read → request_invalid, and nothing is kept', async () => {
  const who = await volunteer(cloud);
  const { shiftId } = await activity(cloud, { organiser, organisationId });
  const unread = { shiftId } as Request<'PUT /shifts/{shiftId}/signup'>;
  expect(await who.call('PUT /shifts/{shiftId}/signup', unread)).toMatchObject({
    status: 400,
    body: { code: 'request_invalid' },
  });
  expect((await sheet(who, shiftId)).state).toBeUndefined();
});

test('a shift and a record of before risk notices had names → can still be read and left', async () => {
  const who = await volunteer(cloud);
  const { shiftId } = await activity(cloud, { organiser, organisationId });
  await trySignUp(who, shiftId);
  const [record] = (await itemsOf(`V#${who.volunteerId}`)).filter(({ sk }) => sk.startsWith('R#'));
  for (const key of [shiftKey(shiftId), record]) if (key) await change(key, { terms: undefined });
  expect(await sheet(who, shiftId)).toMatchObject({
    state: 'signed_up',
    terms: expect.stringMatching(/^[0-9a-f]{12}$/),
  });
  expect(await who.ask('GET /me/records', {})).toMatchObject({ records: [{ shiftId }] });
  await who.ask('DELETE /shifts/{shiftId}/signup', { shiftId });
  expect(await trySignUp(who, shiftId)).toMatchObject({ body: { state: 'signed_up' } });
});

test('other risks than what was read → terms_changed; what was read stands on the record', async () => {
  const who = await volunteer(cloud);
  const { shiftId } = await activity(cloud, { organiser, organisationId });
  const terms = await termsOf(who, shiftId);
  expect(await trySignUp(who, shiftId, { terms: otherTerms })).toMatchObject({
    status: 409,
    body: { code: 'terms_changed' },
  });
  expect(await trySignUp(who, shiftId, { terms })).toMatchObject({ body: { state: 'signed_up' } });
  const record = (await itemsOf(`V#${who.volunteerId}`)).find(({ sk }) => sk.startsWith('R#'));
  expect(record).toMatchObject({ terms });
});

test('a training is needed → crossed and refused; recorded by the organisation → ticked and signed up', async () => {
  const who = await volunteer(cloud);
  const team = await organisation([
    [organiser, 'organiser'],
    [who, 'member'],
  ]);
  const { shiftId } = await activity(cloud, { organiser, organisationId: team });
  await change(shiftKey(shiftId), { conditions: { trainings: ['first_aid'], minAge: 18 } });
  expect((await sheet(who, shiftId)).conditions.map(({ met }) => met)).toEqual([true, false]);
  expect(await trySignUp(who, shiftId)).toMatchObject({
    status: 409,
    body: { code: 'training_needed' },
  });
  const route = 'POST /organisations/{organisationId}/members/{volunteerId}/trainings';
  const request = {
    ...{ organisationId: team, volunteerId: who.volunteerId, requestId: newRequestId() },
    ...({ training: 'first_aid', endsAt: cloud.now() + 365 * dayMs, why: '完成 8 学时' } as const),
  };
  expect(await who.call(route, request)).toMatchObject({
    status: 403,
    body: { code: 'not_allowed' },
  });
  expect(await organiser.call(route, request)).toMatchObject({ status: 200 });
  expect(await organiser.call(route, request)).toMatchObject({ status: 200 });
  expect((await who.ask('GET /me/profile', {})).profile?.trainings).toHaveLength(1);
  const lines = (await itemsOf(`O#${team}`)).filter(({ action }) => action === 'member_trained');
  expect(lines).toMatchObject([{ by: organiser.volunteerId, subjectId: who.volunteerId }]);
  expect((await sheet(who, shiftId)).conditions.map(({ met }) => met)).toEqual([true, true]);
  expect(await trySignUp(who, shiftId)).toMatchObject({ body: { state: 'signed_up' } });
  const stranger = { ...request, volunteerId: organiser.volunteerId, requestId: newRequestId() };
  expect(await organiser.call(route, stranger)).toMatchObject({
    status: 403,
    body: { code: 'not_to_oneself' },
  });
});

test('a child without consent → refused; with it → signed up', async () => {
  const child = await volunteer(cloud);
  const { shiftId } = await activity(cloud, { organiser, organisationId });
  const birthMonth = '201801';
  await change(profileKey(child.volunteerId), { birthMonth });
  expect(await trySignUp(child, shiftId)).toMatchObject({
    body: { code: 'guardian_consent_needed' },
  });
  const guardian = { volunteerId: organiser.volunteerId, consentedAt: 1 };
  await change(profileKey(child.volunteerId), { birthMonth, guardian });
  expect(await trySignUp(child, shiftId)).toMatchObject({ body: { state: 'signed_up' } });
});

test('the calendar file needs no session, keeps its UID, and says when it is off', async () => {
  const { shiftId } = await activity(cloud, { organiser, organisationId });
  const file = () => cloud.call('GET /shifts/{shiftId}/calendar', { shiftId });
  expect((await file()).body).toMatchObject({
    cancelled: false,
    ics: expect.stringContaining(`UID:${shiftId}@volunteer-cloud`),
  });
  await organiser.ask('POST /shifts/{shiftId}/cancellation', { shiftId, reason: '大风' });
  expect((await file()).body).toMatchObject({
    cancelled: true,
    ics: expect.stringMatching(/UID:[0-9a-f]{12}@[\s\S]*STATUS:CANCELLED/),
  });
});
