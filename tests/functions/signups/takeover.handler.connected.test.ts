import { hourMs, minuteMs } from '#shared/time';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, codeShown, crowd, organisation } from '../../support/given';
import { itemsOf } from '../../support/items';
import { putAll } from '../../support/put-all';
import { signUp } from '../../support/sign-up';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.setTime(Date.now()));

const takeOver = (who: Person, shiftId: string) =>
  who.call('POST /shifts/{shiftId}/takeover', { shiftId });
const codesOf = (answers: Awaited<ReturnType<typeof takeOver>>[]) =>
  answers.map(({ status, body }) => ('code' in body ? body.code : String(status)));

test('nobody shows a code ten minutes after the start → one member stands in, at this shift only, until its end', async () => {
  const [organiser, first, second, outsider] = (await crowd(cloud, 4)) as [
    Person,
    Person,
    Person,
    Person,
  ];
  const organisationId = await organisation([
    [organiser, 'organiser'],
    [first, 'member'],
    [second, 'member'],
  ]);
  const { shiftId, startsAt, endsAt } = await activity(cloud, { organiser, organisationId });
  const { shiftId: other } = await activity(cloud, {
    organiser,
    organisationId,
    startsAt: startsAt + 5 * hourMs,
  });
  for (const who of [first, second, outsider]) {
    await signUp(who, shiftId);
  }
  cloud.setTime(startsAt + 9 * minuteMs);
  expect(codesOf([await takeOver(first, shiftId)])).toEqual(['takeover_too_early']);
  cloud.setTime(startsAt + 10 * minuteMs);
  expect(codesOf([await takeOver(outsider, shiftId)])).toEqual(['not_allowed']);
  const sheetOf = (who: Person) => who.ask('GET /shifts/{shiftId}/signup', { shiftId });
  expect(await sheetOf(first)).toMatchObject({ mayTakeOver: true, standingIn: false });

  const answers = await Promise.all([takeOver(first, shiftId), takeOver(second, shiftId)]);
  expect(codesOf(answers).sort()).toEqual(['200', 'taken_over']);
  const [stepped, stayed] = answers[0]?.status === 200 ? [first, second] : [second, first];
  expect(codesOf([await takeOver(stepped, shiftId)])).toEqual(['200']);
  expect(await sheetOf(stepped)).toMatchObject({ mayTakeOver: false, standingIn: true });
  const audits = (await itemsOf(`O#${organisationId}`)).filter(
    ({ action }) => action === 'shift_taken_over',
  );
  expect(audits).toMatchObject([{ by: stepped.volunteerId }]);
  const told = (await itemsOf(`V#${organiser.volunteerId}`)).filter(({ kind }) => kind === 'role');
  expect(told).toHaveLength(1);

  const { token } = await codeShown(stepped, shiftId, { kind: 'checkin' });
  const request = { scanId: newRequestId(), token };
  expect(await stayed.ask('POST /checkins', request)).toMatchObject({ status: 'checked_in' });
  const { rows } = await stepped.ask('GET /shifts/{shiftId}/roster', { shiftId });
  expect(rows).toHaveLength(3);
  const elsewhere = await stepped.call('GET /shifts/{shiftId}/board', { shiftId: other });
  expect(elsewhere).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
  const beyond = { shiftId, reason: '不办了' };
  expect(await stepped.call('POST /shifts/{shiftId}/cancellation', beyond)).toMatchObject({
    status: 403,
  });
  cloud.setTime(endsAt + 2 * hourMs + 1);
  expect(await stepped.call('GET /shifts/{shiftId}/board', { shiftId })).toMatchObject({
    status: 403,
  });
});

test('an organisation of hundreds → its organiser is told, wherever in the list', async () => {
  const [organiser, first] = (await crowd(cloud, 2)) as [Person, Person];
  const organisationId = await organisation([
    [organiser, 'organiser'],
    [first, 'member'],
  ]);
  const { memberKey } =
    require('../../../functions/keys') as typeof import('../../../functions/keys');
  const others = Array.from({ length: 230 }, (_, index) => index.toString(16).padStart(12, '0'));
  await putAll(
    others.map((volunteerId) => ({
      ...memberKey(organisationId, volunteerId),
      ...{ version: 1, organisationId, organisationName: '大队', volunteerId, since: 0 },
      ...{ maskedName: '李*', state: 'active', roles: ['member'] },
    })),
  );
  const { shiftId, startsAt } = await activity(cloud, { organiser, organisationId });
  await signUp(first, shiftId);
  cloud.setTime(startsAt + 10 * minuteMs);
  expect(codesOf([await takeOver(first, shiftId)])).toEqual(['200']);
  const told = (await itemsOf(`V#${organiser.volunteerId}`)).filter(({ kind }) => kind === 'role');
  expect(told).toHaveLength(1);
});

test('the organiser shows a code → nobody stands in', async () => {
  const [organiser, member] = (await crowd(cloud, 2)) as [Person, Person];
  const organisationId = await organisation([
    [organiser, 'organiser'],
    [member, 'member'],
  ]);
  const { shiftId, startsAt } = await activity(cloud, { organiser, organisationId });
  await signUp(member, shiftId);
  cloud.setTime(startsAt + 10 * minuteMs);
  await codeShown(organiser, shiftId, { kind: 'checkin' });
  expect(codesOf([await takeOver(member, shiftId)])).toEqual(['organiser_present']);
});
