import { dayMs, hourMs } from '#shared/time';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { volunteer } from '../../support/given';
import type { Held, Team } from '../../support/given-settlements';
import {
  afterwards,
  changed,
  held,
  recordOf,
  settled,
  team,
  tick,
} from '../../support/given-settlements';

let cloud: TestCloud;
let staff: Team;
beforeAll(async () => {
  cloud = await startTestCloud();
  staff = await team(cloud);
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.setTime(Date.now()));

const refused = (status: number, code: string) => ({ status, body: { code } });
const wish = ({ shiftId, startsAt, endsAt }: Held) => ({
  ...{ requestId: newRequestId(), shiftId, text: '我做到了活动结束' },
  ...{ arrivedAt: startsAt, leftAt: endsAt },
});
const appeal = (by: Person, request: ReturnType<typeof wish>) =>
  by.call('POST /shifts/{shiftId}/appeal', request);
const mine = (by: Person, { shiftId }: Held) => by.ask('GET /shifts/{shiftId}/appeal', { shiftId });
const rule = (by: Person, disputeId: string, more: object) =>
  by.call('POST /disputes/{disputeId}/decision', {
    ...{ requestId: newRequestId(), disputeId, verdict: 'uphold', reason: '核对过照片' },
    ...more,
  });
const disputeOf = async (who: Person, { shiftId }: Held) =>
  (await recordOf(who, shiftId)).dispute?.disputeId ?? '';

test('closed, appealed with times: the organiser waits, somebody else decides, the person is credited D', async () => {
  const who = await volunteer(cloud);
  const shift = await held(cloud, staff, { who: [who] });
  await afterwards(cloud, shift);
  expect(await mine(who, shift)).toMatchObject({ state: 'closed', mayAppeal: true });
  const request = wish(shift);
  const answer = await appeal(who, request);
  expect(answer).toMatchObject({
    status: 200,
    body: { mayAppeal: false, appeal: { state: 'open' } },
  });
  const again = await appeal(who, request);
  const now = expect.any(Number);
  expect(again).toEqual({ ...answer, body: { ...answer.body, now } });
  expect(await appeal(who, wish(shift))).toMatchObject(refused(409, 'appealed_before'));
  const { shiftId, startsAt, endsAt } = shift;
  const confirmed = await staff.organiser.call(
    'POST /shifts/{shiftId}/records/{volunteerId}/confirmation',
    {
      ...{ requestId: newRequestId(), shiftId, volunteerId: who.volunteerId },
      ...{ verdict: 'confirm', leftAt: endsAt },
    },
  );
  expect(confirmed).toMatchObject(refused(409, 'record_disputed'));
  const id = await disputeOf(who, shift);
  expect(await rule(staff.approver, id, {})).toMatchObject(refused(422, 'times_missing'));
  const outside = { arrivedAt: startsAt, leftAt: endsAt + 3 * hourMs };
  expect(await rule(staff.approver, id, outside)).toMatchObject(refused(422, 'times_unfit'));
  const times = { arrivedAt: startsAt, leftAt: endsAt };
  expect(await rule(staff.approver, id, times)).toMatchObject({
    body: { state: 'upheld', creditedMinutes: 120 },
  });
  expect(await recordOf(who, shiftId)).toMatchObject({ state: 'credited', grade: 'D' });
  expect(await mine(who, shift)).toMatchObject({
    mayAppeal: false,
    appeal: { state: 'upheld', decision: { upheld: true, reason: '核对过照片' } },
  });
});

test('credited with less: corrected by a pair after the settlement, public anew, points after that notice', async () => {
  const who = await volunteer(cloud);
  const shift = await held(cloud, staff, { who: [who] });
  const { shiftId, startsAt, endsAt } = shift;
  await afterwards(cloud, shift);
  await staff.organiser.ask('POST /shifts/{shiftId}/records/{volunteerId}/confirmation', {
    ...{ requestId: newRequestId(), shiftId, volunteerId: who.volunteerId },
    ...{ verdict: 'confirm', leftAt: startsAt + hourMs },
  });
  const until = await settled(cloud, staff, shift);
  cloud.setTime(cloud.now() + dayMs);
  await appeal(who, wish(shift));
  const id = await disputeOf(who, shift);
  const times = { arrivedAt: startsAt, leftAt: endsAt };
  expect(await rule(staff.approver, id, times)).toMatchObject({ body: { creditedMinutes: 120 } });
  const { noticeUntil = 0 } = await recordOf(who, shiftId);
  expect(noticeUntil).toBe(until + dayMs);
  cloud.setTime(until + 1);
  await tick(cloud);
  expect(await who.ask('GET /me', {})).toMatchObject({ minutes: 120, points: 0 });
  cloud.setTime(noticeUntil + 1);
  await tick(cloud);
  await tick(cloud);
  expect(await who.ask('GET /me', {})).toMatchObject({ minutes: 120, points: 20 });
  expect((await recordOf(who, shiftId)).gx2pk).toBeUndefined();
});

test('what one may not appeal: too late, not over, another’s, times outside; a rejected one stays as it was', async () => {
  const [who, other] = [await volunteer(cloud), await volunteer(cloud)];
  const shift = await held(cloud, staff, { who: [who] });
  const { shiftId, startsAt, endsAt } = shift;
  expect(await appeal(who, wish(shift))).toMatchObject(refused(409, 'not_appealable'));
  expect(await appeal(other, wish(shift))).toMatchObject(refused(404, 'not_found'));
  await changed(who, { shiftId, state: 'no_show' });
  cloud.setTime(endsAt + 2 * dayMs);
  const outside = { ...wish(shift), leftAt: startsAt - hourMs };
  expect(await appeal(who, outside)).toMatchObject(refused(422, 'times_unfit'));
  cloud.setTime(endsAt + 20 * dayMs);
  expect(await appeal(who, wish(shift))).toMatchObject(refused(409, 'appeal_over'));
  expect(await mine(who, shift)).toMatchObject({ mayAppeal: false });
  cloud.setTime(endsAt + 2 * dayMs);
  expect(await appeal(who, wish(shift))).toMatchObject({ status: 200 });
  const id = await disputeOf(who, shift);
  expect(await rule(staff.approver, id, { verdict: 'dismiss' })).toMatchObject({ status: 200 });
  const record = await recordOf(who, shiftId);
  expect(record).toMatchObject({ state: 'no_show' });
  expect(record.dispute).toBeUndefined();
});
