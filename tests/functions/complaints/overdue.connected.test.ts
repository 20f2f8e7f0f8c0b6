import { dayMs } from '#shared/time';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { organisation, volunteer } from '../../support/given';
import { allItems } from '../../support/items';

let cloud: TestCloud;
let who: Person;
let admin: Person;
let [root, corps, team] = ['', '', ''];

beforeAll(async () => {
  cloud = await startTestCloud();
  admin = await volunteer(cloud, '吴海平');
  root = await organisation([[admin, 'admin']]);
  corps = await organisation([], [root]);
  team = await organisation([], [root, corps]);
});
afterAll(() => cloud.stop());
beforeEach(async () => {
  who = await volunteer(cloud);
});

const runClock = () =>
  (
    require('../../../functions/complaints/overdue') as typeof import('../../../functions/complaints/overdue')
  ).escalateComplaints({ now: cloud.now() });
const complain = () =>
  who.ask('POST /complaints', {
    ...{ requestId: newRequestId(), subject: { kind: 'organisation', id: team } },
    ...{ reason: 'charges', text: '现场推销' },
  });
const mine = async () => (await who.ask('GET /me/complaints', {})).complaints[0];
const told = async () =>
  (await allItems()).filter(
    ({ pk, kind }) => pk === `V#${who.volunteerId}` && kind === 'complaint',
  );

test('nobody answers in time → to the one above, once, and whoever complained is told once', async () => {
  const { dueAt } = await complain();
  cloud.setTime(dueAt - 1_000);
  await runClock();
  expect(await mine()).toMatchObject({ dueAt });
  cloud.setTime(dueAt + 1_000);
  await Promise.all([runClock(), runClock()]);
  await runClock();
  const after = await mine();
  expect(after?.dueAt).toBeGreaterThan(dueAt + 6 * dayMs);
  expect(await told()).toHaveLength(1);
  const { complaints } = await admin.ask('GET /organisations/{organisationId}/complaints', {
    organisationId: root,
  });
  expect(complaints.map(({ complaintId }) => complaintId)).toContain(after?.complaintId);
});

test('late at the root, too → it goes on waiting there', async () => {
  const { dueAt } = await complain();
  cloud.setTime(dueAt + 1_000);
  await runClock();
  const second = await mine();
  cloud.setTime((second?.dueAt ?? 0) + 1_000);
  await runClock();
  expect(await mine()).toEqual(second);
  expect(await told()).toHaveLength(1);
});

test('answered in time → nothing happens when the day is over', async () => {
  const { complaintId, dueAt } = await complain();
  await admin.ask('POST /complaints/{complaintId}/answer', { complaintId, text: '已经处理' });
  cloud.setTime(dueAt + 1_000);
  await runClock();
  expect(await mine()).toMatchObject({ state: 'answered' });
});
