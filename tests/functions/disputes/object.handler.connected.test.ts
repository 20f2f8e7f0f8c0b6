import { dayMs } from '#shared/time';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { volunteer } from '../../support/given';
import type { Held, Team } from '../../support/given-settlements';
import {
  afterwards,
  appointed,
  held,
  recordOf,
  settled,
  team,
  tick,
} from '../../support/given-settlements';
import { itemsOf } from '../../support/items';

let cloud: TestCloud;
let staff: Team;
beforeAll(async () => {
  cloud = await startTestCloud();
  staff = await team(cloud);
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.setTime(Date.now()));

const refused = (status: number, code: string) => ({ status, body: { code } });

/** A settled shift with one public row, confirmed by the organiser (D), and what names the row. */
async function publicRow(): Promise<{ who: Person; shift: Held; rowId: string; until: number }> {
  const who = await volunteer(cloud, '李雷雷');
  const shift = await held(cloud, staff, { who: [who] });
  const { shiftId, endsAt } = shift;
  await afterwards(cloud, shift);
  await staff.organiser.ask('POST /shifts/{shiftId}/records/{volunteerId}/confirmation', {
    ...{ requestId: newRequestId(), shiftId, volunteerId: who.volunteerId },
    ...{ verdict: 'confirm', leftAt: endsAt },
  });
  const until = await settled(cloud, staff, shift);
  const { rows } = await who.ask('GET /shifts/{shiftId}/notice', { shiftId });
  return { who, shift, rowId: rows[0]?.rowId ?? '', until };
}

const objection = (shiftId: string, rowId: string) => ({
  ...{ requestId: newRequestId(), shiftId, rowId },
  ...{ reason: 'left_early' as const, text: '三点就走了' },
});
const raise = (by: Person, request: ReturnType<typeof objection>) =>
  by.call('POST /shifts/{shiftId}/objections', request);
const queueOf = async (by: Person, organisationId: string) =>
  (await by.ask('GET /organisations/{organisationId}/disputes', { organisationId })).disputes;
type Ruling = { verdict: 'uphold' | 'dismiss'; arrivedAt?: number; leftAt?: number };
const rule = (by: Person, disputeId: string, ruling: Ruling, requestId = newRequestId()) =>
  by.call('POST /disputes/{disputeId}/decision', {
    ...{ requestId, disputeId, reason: '问过现场的人', ...ruling },
  });
const noticesOf = async ({ volunteerId }: Person) =>
  (await itemsOf(`V#${volunteerId}`)).filter(
    (it) => it.sk.startsWith('N#') && it.kind === 'settlement',
  );

test('an objection freezes one row: one at a time, the same request the same answer, its points wait past the notice', async () => {
  const { who, shift, rowId, until } = await publicRow();
  const { shiftId } = shift;
  const [neighbour, other] = [await volunteer(cloud), await volunteer(cloud)];
  const request = objection(shiftId, rowId);
  const answer = await raise(neighbour, request);
  expect(answer).toMatchObject({ status: 200, body: { state: 'open' } });
  expect(await raise(neighbour, request)).toEqual(answer);
  expect(await raise(neighbour, { ...request, text: '另一句话' })).toMatchObject(
    refused(409, 'request_differs'),
  );
  expect(await raise(other, objection(shiftId, rowId))).toMatchObject(
    refused(409, 'record_disputed'),
  );
  expect(await noticesOf(who)).toHaveLength(1);
  cloud.setTime(until + 1);
  await tick(cloud);
  expect(await who.ask('GET /me', {})).toMatchObject({ minutes: 120, points: 0 });

  // Nobody has decided in time meanwhile: it is the turn of the organisation above.
  const [dispute] = await queueOf(staff.auditor, staff.corpsId);
  const disputeId = dispute?.disputeId ?? '';
  expect(dispute).toMatchObject({ kind: 'objection', maskedName: '李*雷', mayDecide: true });
  expect(JSON.stringify(dispute)).not.toContain(neighbour.volunteerId);
  const dismissed = await rule(staff.auditor, disputeId, { verdict: 'dismiss' });
  expect(dismissed).toMatchObject({ body: { state: 'dismissed', creditedMinutes: 120 } });
  expect(await who.ask('GET /me', {})).toMatchObject({ minutes: 120, points: 20 });
  expect(await rule(staff.auditor, disputeId, { verdict: 'dismiss' })).toEqual(dismissed);
  expect(await queueOf(staff.auditor, staff.corpsId)).toEqual([]);
  expect(await noticesOf(neighbour)).toHaveLength(2);
});

test('upheld without times: a reversing entry, nothing is left; upheld with times: a pair, and a notice of its own', async () => {
  const { who, shift, rowId } = await publicRow();
  const { shiftId, startsAt, endsAt } = shift;
  await raise(await volunteer(cloud), objection(shiftId, rowId));
  const [first] = await queueOf(staff.approver, staff.organisationId);
  const leftAt = endsAt - dayMs / 24;
  const times = { verdict: 'uphold' as const, arrivedAt: startsAt, leftAt };
  expect(await rule(staff.approver, first?.disputeId ?? '', times)).toMatchObject({
    body: { state: 'upheld', creditedMinutes: 60 },
  });
  const record = await recordOf(who, shiftId);
  expect(record).toMatchObject({ state: 'credited', grade: 'D', pointsWait: true });
  expect(record.dispute).toBeUndefined();

  await raise(await volunteer(cloud), objection(shiftId, rowId));
  const [second] = await queueOf(staff.auditor, staff.organisationId).catch(() => []);
  const disputeId = second?.disputeId ?? (await recordOf(who, shiftId)).dispute?.disputeId ?? '';
  expect(await rule(staff.approver, disputeId, { verdict: 'uphold' })).toMatchObject(
    refused(403, 'hand_in_it'),
  );
  expect(await rule(staff.auditor, disputeId, { verdict: 'uphold' })).toMatchObject({
    body: { state: 'upheld', creditedMinutes: 0 },
  });
  expect(await who.ask('GET /me', {})).toMatchObject({ minutes: 0, points: 0 });
  const entries = (await itemsOf(`V#${who.volunteerId}`)).filter(({ sk }) => sk.startsWith('H#'));
  expect(entries.map(({ creditedMinutes }) => creditedMinutes)).toEqual([120, -120, 60, -60]);
  const { rows } = await who.ask('GET /shifts/{shiftId}/notice', { shiftId });
  expect(rows).toMatchObject([{ creditedMinutes: 0, disputed: false }]);
});

test('who may decide: nobody without the role learns of it; not who objected, whom it is about or who confirmed', async () => {
  const { who, shift, rowId } = await publicRow();
  const neighbour = await volunteer(cloud);
  await raise(neighbour, objection(shift.shiftId, rowId));
  const { dispute } = await recordOf(who, shift.shiftId);
  const disputeId = dispute?.disputeId ?? '';
  const dismiss = { verdict: 'dismiss' as const };
  expect(await rule(neighbour, disputeId, dismiss)).toMatchObject(refused(404, 'not_found'));
  expect(await rule(staff.organiser, disputeId, dismiss)).toMatchObject(refused(404, 'not_found'));
  for (const one of [neighbour, who]) {
    await appointed(one, staff.organisationId, 'approver');
    expect(await rule(one, disputeId, dismiss)).toMatchObject(refused(403, 'not_to_oneself'));
  }
  await appointed(staff.organiser, staff.organisationId, 'organiser', 'approver');
  expect(await rule(staff.organiser, disputeId, dismiss)).toMatchObject(refused(403, 'hand_in_it'));
  const answers = await Promise.all([
    rule(staff.approver, disputeId, dismiss),
    rule(staff.auditor, disputeId, { verdict: 'uphold' }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('a made-up row, another shift’s row and a row after its notice', async () => {
  const { shift, rowId, until } = await publicRow();
  const other = await publicRow();
  const by = await volunteer(cloud);
  const { shiftId } = shift;
  for (const wrong of ['0'.repeat(32), other.rowId]) {
    expect(await raise(by, objection(shiftId, wrong))).toMatchObject(refused(404, 'not_found'));
  }
  cloud.setTime(until + 1);
  expect(await raise(by, objection(shiftId, rowId))).toMatchObject(refused(409, 'notice_over'));
});

test('nobody decides in time → the organisation above, which alone sees it then', async () => {
  const { who, shift, rowId } = await publicRow();
  const neighbour = await volunteer(cloud);
  await raise(neighbour, objection(shift.shiftId, rowId));
  const { dispute } = await recordOf(who, shift.shiftId);
  cloud.setTime(cloud.now() + 9 * dayMs);
  await tick(cloud);
  await tick(cloud);
  const above = await queueOf(staff.auditor, staff.corpsId);
  expect(above.map(({ disputeId }) => disputeId)).toContain(dispute?.disputeId);
  const below = await queueOf(staff.approver, staff.organisationId);
  expect(below.map(({ disputeId }) => disputeId)).not.toContain(dispute?.disputeId);
  const dismiss = { verdict: 'dismiss' as const };
  expect(await rule(staff.approver, dispute?.disputeId ?? '', dismiss)).toMatchObject(
    refused(404, 'not_found'),
  );
  expect(await noticesOf(neighbour)).toHaveLength(1);
});
