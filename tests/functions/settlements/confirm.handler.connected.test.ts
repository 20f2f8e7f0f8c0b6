import { hourMs, minuteMs } from '#shared/time';
import { statementKey } from '../../../functions/evidence-keys';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { volunteer } from '../../support/given';
import type { Held, Team } from '../../support/given-settlements';
import {
  afterwards,
  appointed,
  changed,
  held,
  late,
  recordOf,
  team,
} from '../../support/given-settlements';
import { itemsOf } from '../../support/items';
import { putAll } from '../../support/put-all';

let cloud: TestCloud;
let staff: Team;
beforeAll(async () => {
  cloud = await startTestCloud();
  staff = await team(cloud);
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.setTime(Date.now()));

const route = 'POST /shifts/{shiftId}/records/{volunteerId}/confirmation';
type Wish = {
  verdict?: 'confirm' | 'decline';
  arrivedAt?: number;
  leftAt?: number;
  reason?: string;
};
const word = (by: Person, { volunteerId }: Person, { shiftId }: Held, wish: Wish = {}) =>
  by.call(route, { requestId: newRequestId(), shiftId, volunteerId, verdict: 'confirm', ...wish });
const refused = (status: number, code: string) => ({ status, body: { code } });
const noticesOf = async ({ volunteerId }: Person) =>
  (await itemsOf(`V#${volunteerId}`)).filter((it) => it.sk.startsWith('N#') && it.kind === 'hours');

test('a late record is confirmed for one person → C with points at once, told, written into the audit log, once', async () => {
  const who = await volunteer(cloud, '李晚到');
  const shift = await held(cloud, staff, { who: [who] });
  await late(who, shift);
  expect(await who.ask('GET /me', {})).toMatchObject({ minutes: 0, points: 0 });
  const answer = await word(staff.organiser, who, shift);
  expect(answer).toMatchObject({ status: 200, body: { state: 'credited', grade: 'C' } });
  expect(await word(staff.organiser, who, shift)).toEqual(answer);
  expect(await who.ask('GET /me', {})).toMatchObject({ minutes: 120, points: 20 });
  expect(await noticesOf(who)).toHaveLength(1);
  const lines = (await itemsOf(`O#${staff.organisationId}`)).filter(
    ({ action, subjectId }) => action === 'record_confirmed' && subjectId === who.volunteerId,
  );
  expect(lines).toMatchObject([
    { by: staff.organiser.volunteerId, to: expect.stringMatching(/C/) },
  ]);
});

test('who never checked out: nothing without a leaving time inside the shift; with one → D, points wait', async () => {
  const who = await volunteer(cloud);
  const shift = await held(cloud, staff, { who: [who] });
  await afterwards(cloud, shift);
  expect(await recordOf(who, shift.shiftId)).toMatchObject({ state: 'closed' });
  const { organiser } = staff;
  expect(await word(organiser, who, shift)).toMatchObject(refused(422, 'times_missing'));
  const both = { arrivedAt: shift.startsAt, leftAt: shift.endsAt };
  expect(await word(organiser, who, shift, both)).toMatchObject(refused(422, 'times_scanned'));
  for (const leftAt of [shift.startsAt, shift.endsAt + 3 * hourMs]) {
    expect(await word(organiser, who, shift, { leftAt })).toMatchObject(
      refused(422, 'times_unfit'),
    );
  }
  const leftAt = shift.endsAt - 30 * minuteMs;
  expect(await word(organiser, who, shift, { leftAt })).toMatchObject({
    status: 200,
    body: { state: 'credited', grade: 'D', creditedMinutes: 90 },
  });
  expect(await who.ask('GET /me', {})).toMatchObject({ minutes: 90, points: 0 });
  expect(await recordOf(who, shift.shiftId)).toMatchObject({ pointsWait: true });
});

test('declined: a reason is needed, nothing is credited, and the other word comes too late', async () => {
  const who = await volunteer(cloud);
  const shift = await held(cloud, staff, { who: [who] });
  await late(who, shift);
  const { organiser, second } = staff;
  const verdict = 'decline' as const;
  expect(await word(organiser, who, shift, { verdict })).toMatchObject(
    refused(400, 'request_invalid'),
  );
  const reason = '没有人见到';
  expect(await word(organiser, who, shift, { verdict, reason })).toMatchObject({ status: 200 });
  expect(await word(second, who, shift)).toMatchObject(refused(409, 'already_decided'));
  expect(await recordOf(who, shift.shiftId)).toMatchObject({ state: 'declined' });
  expect(await who.ask('GET /me', {})).toMatchObject({ minutes: 0 });
});

test('yes and no at the same moment: one of them counts, the other is told', async () => {
  const who = await volunteer(cloud);
  const shift = await held(cloud, staff, { who: [who] });
  await late(who, shift);
  const answers = await Promise.all([
    word(staff.organiser, who, shift),
    word(staff.second, who, shift, { verdict: 'decline', reason: '没有到场' }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const { state } = await recordOf(who, shift.shiftId);
  const entries = (await itemsOf(`V#${who.volunteerId}`)).filter(({ sk }) => sk.startsWith('H#'));
  expect(entries).toHaveLength(state === 'credited' ? 1 : 0);
});

test('who may: nobody for themself; nobody without the role; no record → not_found', async () => {
  const who = await volunteer(cloud);
  const shift = await held(cloud, staff, { who: [who] });
  await late(who, shift);
  expect(await word(await volunteer(cloud), who, shift)).toMatchObject(refused(403, 'not_allowed'));
  await appointed(who, staff.organisationId, 'organiser');
  expect(await word(who, who, shift)).toMatchObject(refused(403, 'not_to_oneself'));
  const nobody = await volunteer(cloud);
  expect(await word(staff.organiser, nobody, shift)).toMatchObject(refused(404, 'not_found'));
});

test('what was only said by those who were there: not by who showed the codes, nor by an organiser', async () => {
  const who = await volunteer(cloud);
  const shift = await held(cloud, staff, { who: [who] });
  const joint = { scanId: newRequestId(), by: 'joint', gate: 0, step: 0 } as const;
  const { shiftId, startsAt, endsAt } = shift;
  const ends = { inAt: startsAt, inEvidence: joint, outAt: endsAt, outEvidence: joint };
  await changed(who, { shiftId, state: 'late', ...ends });
  for (const one of [staff.organiser, staff.second]) {
    expect(await word(one, who, shift)).toMatchObject(refused(403, 'joint_from_above'));
  }
  await appointed(staff.organiser, staff.organisationId, 'organiser', 'approver');
  expect(await word(staff.organiser, who, shift)).toMatchObject(refused(403, 'joint_from_above'));
  await putAll([{ ...statementKey(shiftId, who.volunteerId), volunteerId: who.volunteerId }]);
  expect(await word(staff.approver, who, shift)).toMatchObject(refused(409, 'joint_alone'));
  const other = await volunteer(cloud);
  await putAll([{ ...statementKey(shiftId, other.volunteerId), volunteerId: other.volunteerId }]);
  expect(await word(staff.approver, who, shift)).toMatchObject({ body: { grade: 'D' } });
});

test('credited by scans → not_pending', async () => {
  const who = await volunteer(cloud);
  const shift = await held(cloud, staff, { who: [who], left: [who] });
  expect(await word(staff.organiser, who, shift)).toMatchObject(refused(409, 'not_pending'));
});
