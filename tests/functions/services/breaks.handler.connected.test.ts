import { minuteMs } from '#shared/time';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, codeShown, organisation, volunteer } from '../../support/given';
import { signUp } from '../../support/sign-up';

let cloud: TestCloud;
let organiser: Person;
let organisationId: string;
beforeAll(async () => {
  cloud = await startTestCloud();
  organiser = await volunteer(cloud, '王组织');
  organisationId = await organisation([[organiser, 'organiser', 'auditor']]);
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.setTime(Date.now()));

const own = 'POST /shifts/{shiftId}/breaks';
const theirs = 'POST /shifts/{shiftId}/breaks/{volunteerId}';
type Action = 'begin' | 'end';
const pause = (who: Person, shiftId: string, action: Action, requestId = newRequestId()) =>
  who.call(own, { shiftId, action, requestId });
const scan = async (who: Person, shiftId: string, kind: 'checkin' | 'checkout') => {
  const { token } = await codeShown(organiser, shiftId, { kind });
  return who.ask('POST /checkins', { scanId: newRequestId(), token });
};
async function serving() {
  const who = await volunteer(cloud);
  const shift = await activity(cloud, { organiser, organisationId });
  await signUp(who, shift.shiftId);
  cloud.setTime(shift.startsAt - 5 * minuteMs);
  await scan(who, shift.shiftId, 'checkin');
  cloud.setTime(shift.startsAt);
  return { who, ...shift };
}
const refused = (status: number, code: string) => ({ status, body: { code } });

test('a break of 20 minutes, and one that is still open at check-out → both lower the minutes', async () => {
  const { who, shiftId, startsAt, endsAt } = await serving();
  cloud.setTime(startsAt + 30 * minuteMs);
  await pause(who, shiftId, 'begin');
  cloud.setTime(startsAt + 50 * minuteMs);
  expect(await pause(who, shiftId, 'end')).toMatchObject({ status: 200 });
  cloud.setTime(endsAt - 10 * minuteMs);
  await pause(who, shiftId, 'begin');
  cloud.setTime(endsAt);
  const { rawMinutes = 0 } = await scan(who, shiftId, 'checkout');
  // The clock goes on while the test asks: less than a minute of it.
  expect([89, 90, 91]).toContain(rawMinutes);
});

test('begun five times at once → one break; a request sent again after the end begins none', async () => {
  const { who, shiftId } = await serving();
  const requestId = newRequestId();
  const others = Array.from({ length: 4 }, () => newRequestId());
  const answers = await Promise.all(
    [requestId, ...others].map((one) => pause(who, shiftId, 'begin', one)),
  );
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  await pause(who, shiftId, 'end');
  const { body } = await pause(who, shiftId, 'end');
  expect(body).toMatchObject({ breaks: [{ until: expect.any(Number) }] });
  const { breaks } = await who.ask('GET /shifts/{shiftId}/service', { shiftId });
  expect(breaks).toHaveLength(1);
});

test('the request that began it, sent again after its end → no second break', async () => {
  const { who, shiftId } = await serving();
  const requestId = newRequestId();
  await pause(who, shiftId, 'begin', requestId);
  await pause(who, shiftId, 'end');
  expect(await pause(who, shiftId, 'begin', requestId)).toMatchObject({
    body: { breaks: [{ until: expect.any(Number) }] },
  });
});

test('an organiser notes it for somebody → the person is told, the log says who, the roster shows it', async () => {
  const { who, shiftId, startsAt } = await serving();
  cloud.setTime(startsAt + 10 * minuteMs);
  const request = { shiftId, volunteerId: who.volunteerId, action: 'begin' as const };
  const requestId = newRequestId();
  await organiser.ask(theirs, { ...request, requestId });
  await organiser.ask(theirs, { ...request, requestId });
  cloud.setTime(startsAt + 16 * minuteMs + 30_000);
  const { rows } = await organiser.ask('GET /shifts/{shiftId}/roster', { shiftId });
  expect(rows).toMatchObject([{ onBreak: true, breakMinutes: 6 }]);
  const { notices } = await who.ask('GET /me/notices', {});
  expect(notices.filter(({ text }) => text.includes('开始休息'))).toHaveLength(1);
  const { audits } = await organiser.ask('GET /organisations/{organisationId}/audits', {
    organisationId,
  });
  expect(audits.filter(({ what }) => what === '登记休息')).toHaveLength(1);
});

test('who has not come, is not there or may not → refused', async () => {
  const { who, shiftId } = await serving();
  const stranger = await volunteer(cloud);
  expect(await pause(stranger, shiftId, 'begin')).toMatchObject(refused(404, 'not_found'));
  await signUp(stranger, shiftId);
  expect(await pause(stranger, shiftId, 'begin')).toMatchObject(refused(409, 'not_serving'));
  const request = { shiftId, action: 'begin' as const, requestId: newRequestId() };
  const about = (volunteerId: string) => ({ ...request, volunteerId });
  expect(await stranger.call(theirs, about(who.volunteerId))).toMatchObject(
    refused(403, 'not_allowed'),
  );
  expect(await organiser.call(theirs, about('ffffffffffff'))).toMatchObject(
    refused(404, 'not_found'),
  );
});
