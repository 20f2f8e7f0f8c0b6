import { dayMs, hourMs } from '#shared/time';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, codeShown, newcomer, organisation, volunteer } from '../../support/given';
import { born, bornIn, consentVersion, dependant, guarded } from '../../support/given-family';
import { allItems, itemsOf } from '../../support/items';
import { signUp, trySignUp } from '../../support/sign-up';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.setTime(Date.now()));

const refused = (status: number, code: string) => ({ status, body: { code } });
const codeOf = async (who: Person) =>
  (await who.ask('POST /me/link-codes', { purpose: 'guardian' })).code;
const consenting = (code: string) => ({ code, consentVersion });

test('a child shows a code, the guardian reads whom it is for and says yes → the child may serve', async () => {
  const [child, guardian] = [await bornIn(cloud, born.child), await volunteer(cloud)];
  const organiser = await volunteer(cloud);
  const organisationId = await organisation([[organiser, 'organiser']]);
  const { shiftId } = await activity(cloud, { organiser, organisationId });
  const signsUp = () => trySignUp(child, shiftId);
  expect(await child.ask('GET /me/guardians', {})).toMatchObject({
    ...{ guardians: [], consent: 'needed', minor: true },
  });
  expect(await signsUp()).toMatchObject(refused(403, 'guardian_consent_needed'));

  const code = await codeOf(child);
  expect(await guardian.ask('POST /guardianships/preview', { code })).toMatchObject({
    ...{ maskedName: '韩*梅', age: 10, consentVersion },
  });
  expect(await signsUp()).toMatchObject(refused(403, 'guardian_consent_needed'));
  expect(await guardian.ask('POST /guardianships', consenting(code))).toEqual({
    volunteerId: child.volunteerId,
  });
  expect(await signsUp()).toMatchObject({ status: 200 });
  expect(await child.ask('GET /me/guardians', {})).toMatchObject({
    ...{ guardians: [{ maskedName: '*雷', relation: 'child' }], consent: 'given' },
  });
  const told = (await itemsOf(`V#${child.volunteerId}`)).filter(({ sk }) => sk.startsWith('N#'));
  expect(told).toMatchObject([{ kind: 'guardian' }]);
});

test('the guardian takes the consent back → no check-in and no new sign-up; check-out still counts; given again → may', async () => {
  const [child, guardian, organiser] = [
    ...[await bornIn(cloud, born.child), await volunteer(cloud), await volunteer(cloud)],
  ] as [Person, Person, Person];
  await guarded(child, guardian);
  const organisationId = await organisation([[organiser, 'organiser']]);
  const first = await activity(cloud, { organiser, organisationId });
  const second = await activity(cloud, {
    ...{ organiser, organisationId, startsAt: first.endsAt + hourMs },
  });
  for (const { shiftId } of [first, second]) await signUp(child, shiftId);
  cloud.setTime(first.startsAt);
  const scan = async (shiftId: string, kind: 'checkin' | 'checkout') => {
    const { token } = await codeShown(organiser, shiftId, { kind });
    return child.call('POST /checkins', { scanId: newRequestId(), token });
  };
  expect(await scan(first.shiftId, 'checkin')).toMatchObject({ status: 200 });

  const { volunteerId } = child;
  await guardian.ask('DELETE /me/dependants/{volunteerId}/consent', { volunteerId });
  await guardian.ask('DELETE /me/dependants/{volunteerId}/consent', { volunteerId });
  expect(await child.ask('GET /me/guardians', {})).toMatchObject({ consent: 'withdrawn' });
  cloud.setTime(first.endsAt);
  expect(await scan(first.shiftId, 'checkout')).toMatchObject({
    ...{ status: 200, body: { status: 'checked_out', creditedMinutes: 120 } },
  });
  cloud.setTime(second.startsAt);
  const denied = refused(403, 'guardian_consent_needed');
  expect(await scan(second.shiftId, 'checkin')).toMatchObject(denied);
  expect(await child.ask('GET /me', {})).toMatchObject({ minutes: 120 });

  const again = { volunteerId, consentVersion };
  expect(
    await guardian.call('PUT /me/dependants/{volunteerId}/consent', {
      ...{ ...again, consentVersion: '2020-01-1' },
    }),
  ).toMatchObject(refused(409, 'consent_changed'));
  await guardian.ask('PUT /me/dependants/{volunteerId}/consent', again);
  expect(await scan(second.shiftId, 'checkin')).toMatchObject({ status: 200 });
});

test('a walk-in under 14 without consent → refused; from 14 on → checked in', async () => {
  const organiser = await volunteer(cloud);
  const organisationId = await organisation([[organiser, 'organiser']]);
  const { shiftId } = await activity(cloud, { organiser, organisationId });
  const walkIn = async (who: Person) => {
    const { token } = await codeShown(organiser, shiftId, { kind: 'checkin' });
    return who.call('POST /checkins', { scanId: newRequestId(), token });
  };
  const [child, teen] = [await bornIn(cloud, born.child), await bornIn(cloud, born.teen)];
  expect(await walkIn(child)).toMatchObject(refused(403, 'guardian_consent_needed'));
  expect(await itemsOf(`V#${child.volunteerId}`)).not.toContainEqual(
    expect.objectContaining({ shiftId }),
  );
  expect(await walkIn(teen)).toMatchObject({ status: 200, body: { walkIn: true } });
});

test('wrong codes: five an hour, sent at once, too; a right one is no help then; an hour later it is', async () => {
  const [child, guesser] = [await bornIn(cloud, born.child), await volunteer(cloud)];
  const code = await codeOf(child);
  const guesses = await Promise.all(
    ['AAAAAAAA', 'BBBBBBBB', 'CCCCCCCC', 'DDDDDDDD', 'EEEEEEEE', 'FFFFFFFF', 'GGGGGGGG'].map(
      (guess) => guesser.call('POST /guardianships/preview', { code: guess }),
    ),
  );
  const wrong = guesses.filter((it) => 'code' in it.body && it.body.code === 'link_code_wrong');
  expect(wrong.length).toBeLessThanOrEqual(5);
  for (let left = wrong.length; left < 5; left++) {
    await guesser.call('POST /guardianships', consenting('HHHHHHHH'));
  }
  const spent = refused(429, 'link_code_exhausted');
  expect(await guesser.call('POST /guardianships', consenting(code))).toMatchObject(spent);
  expect(await guesser.call('POST /guardianships/preview', { code })).toMatchObject(spent);
  cloud.setTime(Date.now() + hourMs + 1_000);
  expect(await guesser.call('POST /guardianships', consenting(code))).toMatchObject({
    status: 200,
  });
});

test('a code that is a day old, or replaced, or used by somebody else → link_code_wrong', async () => {
  const [child, guardian, other] = [
    ...[await bornIn(cloud, born.child), await volunteer(cloud), await volunteer(cloud)],
  ] as [Person, Person, Person];
  const replaced = await codeOf(child);
  const code = await codeOf(child);
  const wrong = refused(422, 'link_code_wrong');
  expect(await guardian.call('POST /guardianships', consenting(replaced))).toMatchObject(wrong);
  cloud.setTime(Date.now() + dayMs);
  expect(await guardian.call('POST /guardianships', consenting(code))).toMatchObject(wrong);
  cloud.setTime(Date.now());
  const races = await Promise.all([
    guardian.call('POST /guardianships', consenting(code)),
    other.call('POST /guardianships', consenting(code)),
  ]);
  expect(races.map(({ status }) => status).sort()).toEqual([200, 422]);
  const winner = races[0]?.status === 200 ? guardian : other;
  expect(await winner.call('POST /guardianships', consenting(code))).toMatchObject({ status: 200 });
  const { guardians } = await child.ask('GET /me/guardians', {});
  expect(guardians).toHaveLength(1);
});

test('who may not be a guardian, and who needs none', async () => {
  const child = await bornIn(cloud, born.child);
  const code = await codeOf(child);
  const [guest, teen] = [await newcomer(cloud), await bornIn(cloud, born.teen)];
  expect(await guest.call('POST /guardianships', consenting(code))).toMatchObject(
    refused(403, 'not_registered'),
  );
  expect(await teen.call('POST /guardianships', consenting(code))).toMatchObject(
    refused(403, 'guardian_too_young'),
  );
  const grown = await volunteer(cloud);
  expect(await grown.call('POST /me/link-codes', { purpose: 'guardian' })).toMatchObject(
    refused(409, 'guardian_not_needed'),
  );
  expect(await guest.call('POST /me/link-codes', { purpose: 'guardian' })).toMatchObject(
    refused(403, 'not_registered'),
  );
  expect(
    await grown.call('POST /guardianships', { code, consentVersion: '2020-01-1' }),
  ).toMatchObject(refused(409, 'consent_changed'));
});

test('a second relative joins by a code that the first one made → both act; the first may end, the second not', async () => {
  const [first, second] = [await volunteer(cloud), await volunteer(cloud)];
  const volunteerId = await dependant(first);
  const forWhom = { forVolunteerId: volunteerId };
  const end = (who: Person) => who.call('DELETE /me/dependants/{volunteerId}', { volunteerId });
  expect(await end(first)).toMatchObject(refused(409, 'guardian_needed'));
  const { code } = await first.ask('POST /me/link-codes', { purpose: 'guardian', ...forWhom });
  await second.ask('POST /guardianships', consenting(code));
  expect(await second.call('GET /me/records', forWhom)).toMatchObject({ status: 200 });

  expect(await end(first)).toMatchObject({ status: 200 });
  expect(await end(first)).toMatchObject({ status: 200 });
  expect(await end(second)).toMatchObject(refused(409, 'guardian_needed'));
  expect(await second.ask('GET /me/dependants', {})).toMatchObject({
    dependants: [{ volunteerId, consent: 'given' }],
  });
  const profile = (await itemsOf(`V#${volunteerId}`)).find(({ sk }) => sk === '#P');
  expect(profile).toMatchObject({ guardian: { volunteerId: second.volunteerId } });
});

test('both guardians end at once → one of them stays', async () => {
  const [first, second] = [await volunteer(cloud), await volunteer(cloud)];
  const volunteerId = await dependant(first);
  const { code } = await first.ask('POST /me/link-codes', {
    ...{ purpose: 'guardian', forVolunteerId: volunteerId },
  });
  await second.ask('POST /guardianships', consenting(code));
  const answers = await Promise.all(
    [first, second].map((who) => who.call('DELETE /me/dependants/{volunteerId}', { volunteerId })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const family = (await itemsOf(`V#${volunteerId}`)).find(({ sk }) => sk === '#F');
  expect(family?.guardians).toHaveLength(1);
});

test('a teenager who signs in alone ends the link; a child of ten cannot', async () => {
  const guardian = await volunteer(cloud);
  const [teen, child] = [await bornIn(cloud, born.teen), await bornIn(cloud, born.child)];
  for (const one of [teen, child]) await guarded(one, guardian);
  const end = (who: Person) =>
    who.call('DELETE /me/guardians/{volunteerId}', { volunteerId: guardian.volunteerId });
  expect(await end(child)).toMatchObject(refused(409, 'guardian_needed'));
  expect(await end(teen)).toMatchObject({ status: 200 });
  expect(await teen.ask('GET /me/guardians', {})).toMatchObject({ guardians: [] });
  const stranger = await volunteer(cloud);
  expect(await end(stranger)).toMatchObject(refused(404, 'not_found'));
});

test('no code stands in the table in the clear', async () => {
  const code = await codeOf(await bornIn(cloud, born.child));
  expect(JSON.stringify(await allItems())).not.toContain(code);
});
