import { dayMs, hourMs } from '#shared/time';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { organisation, volunteer } from '../../support/given';
import { lookAtNight, onePhoneClass, strangers } from '../../support/given-suspicions';
import { allItems } from '../../support/items';
import { deliverAgain } from '../../support/redelivery';

let cloud: TestCloud;
let auditor: Person;
let corpsAuditor: Person;
let admin: Person;
let organiser: Person;
let pupil: Person;
let child: Person;
let [root, corps, team] = ['', '', ''];
let month = '';
let shiftId = '';

beforeAll(async () => {
  cloud = await startTestCloud();
  [auditor, corpsAuditor, admin] = [
    await volunteer(cloud, '周正'),
    await volunteer(cloud, '孙审计'),
    await volunteer(cloud, '吴海平'),
  ];
  [organiser, pupil] = [await volunteer(cloud, '陈静'), await volunteer(cloud, '李雷')];
  child = await volunteer(cloud, '林小海');
  await child.ask('GET /me', {});
  root = await organisation([[auditor, 'auditor']]);
  corps = await organisation([[corpsAuditor, 'auditor']], [root]);
  team = await organisation(
    [
      [organiser, 'organiser'],
      [admin, 'admin'],
      [pupil, 'auditor'],
    ],
    [root, corps],
  );
  const people = [pupil.volunteerId, child.volunteerId, ...strangers(10)];
  const made = await onePhoneClass(cloud, { organiser, organisationId: team, people });
  ({ month, shiftId } = made);
  cloud.setTime(cloud.now() + dayMs + 4 * hourMs);
  await lookAtNight(cloud);
});
afterAll(() => cloud.stop());

const list = async (who: Person, organisationId: string, rule?: 'shared_device' | 'in_step') =>
  (
    await who.ask('GET /organisations/{organisationId}/suspicions', {
      ...{ organisationId, month, ...(rule && { rule }) },
    })
  ).suspicions;
const first = async () => {
  const [found] = await list(auditor, root);
  if (!found) throw new Error('nothing was found');
  return found;
};
const findings = async () => (await allItems()).filter(({ pk }) => pk.startsWith('SU#'));

test('a phone that scanned for twelve → found in the night, and told in words', async () => {
  expect(await list(auditor, root)).toMatchObject([
    {
      ...{ month, severity: 'notice', rows: 12, subject: { kind: 'shift', name: '海边清洁' } },
      signals: [{ rule: 'shared_device', says: expect.stringContaining('12 人') }],
    },
  ]);
});

test('it stands on the list of its organisation and of all above, and of no other', async () => {
  expect(await list(corpsAuditor, corps)).toHaveLength(1);
  expect(await list(admin, team)).toHaveLength(1);
  const beside = await organisation([[corpsAuditor, 'auditor']], [root]);
  expect(await list(corpsAuditor, beside)).toEqual([]);
});

test('by rule', async () => {
  expect(await list(auditor, root, 'shared_device')).toHaveLength(1);
  expect(await list(auditor, root, 'in_step')).toEqual([]);
});

test('looked at again, and the stream delivered once more → the same finding, once', async () => {
  const before = await findings();
  await lookAtNight(cloud);
  const again = await deliverAgain();
  expect(again.dead).toEqual([]);
  cloud.setTime(cloud.now() + dayMs);
  await Promise.all([lookAtNight(cloud), lookAtNight(cloud)]);
  expect(await findings()).toEqual(before);
  expect(await list(auditor, root)).toHaveLength(1);
});

test('the rows behind it: who, when, how, masked', async () => {
  const { findingId } = await first();
  const { rows } = await auditor.ask('GET /organisations/{organisationId}/suspicions/{findingId}', {
    organisationId: root,
    findingId,
  });
  expect(rows).toHaveLength(12);
  expect(rows.find(({ personName }) => personName === '*雷')).toMatchObject({
    ...{ personName: '*雷', minor: false, title: '海边清洁', state: 'credited' },
    in: { how: 'token' },
  });
  expect(JSON.stringify(rows)).not.toContain('李');
});

test('of a minor no name is shown', async () => {
  const { findingId } = await first();
  const profiles = (await allItems()).find(
    ({ pk, sk }) => pk === `V#${child.volunteerId}` && sk === '#P',
  );
  const { putAll } = require('../../support/put-all') as typeof import('../../support/put-all');
  await putAll([{ ...profiles, birthMonth: '201401' }]);
  const { rows } = await auditor.ask('GET /organisations/{organisationId}/suspicions/{findingId}', {
    organisationId: root,
    findingId,
  });
  expect(rows.filter(({ minor }) => minor)).toMatchObject([{ personName: '未成年人' }]);
  expect(JSON.stringify(rows)).not.toContain('海"');
});

describe('who may', () => {
  const show = async (who: Person, organisationId = team) =>
    (
      await who.call('GET /organisations/{organisationId}/suspicions/{findingId}', {
        ...{ organisationId, findingId: (await first()).findingId },
      })
    ).status;

  test('an organiser, and whoever has no role → as if there were nothing', async () => {
    const stranger = await volunteer(cloud);
    for (const who of [organiser, stranger]) {
      const answer = await who.call('GET /organisations/{organisationId}/suspicions', {
        ...{ organisationId: team, month },
      });
      expect(answer.status).toBe(404);
      expect(await show(who)).toBe(404);
    }
  });
  test('an auditor with a row of their own → neither on the list nor to be opened', async () => {
    expect(await list(pupil, team)).toEqual([]);
    expect(await show(pupil)).toBe(404);
  });
  test('under an organisation that it does not belong to → no such finding', async () => {
    const beside = await organisation([[auditor, 'auditor']], [root]);
    expect(await show(auditor, beside)).toBe(404);
    expect(await show(auditor, corps)).toBe(200);
  });
});

describe('a verdict', () => {
  const judge = async (who: Person, verdict: 'founded' | 'unfounded', reason: string) =>
    who.call('POST /organisations/{organisationId}/suspicions/{findingId}/verdict', {
      ...{ organisationId: root, findingId: (await first()).findingId, verdict, reason },
    });

  test('by somebody named in it → no such finding', async () => {
    expect((await judge(pupil, 'unfounded', '是同学借手机')).status).toBe(404);
  });
  test('of two at once one wins; the same word again is the same; another comes too late', async () => {
    const second = await volunteer(cloud);
    const other = await organisation([[second, 'auditor']], []);
    expect(other).not.toBe('');
    const answers = await Promise.all([
      judge(auditor, 'founded', '一部手机代签全班'),
      judge(auditor, 'unfounded', '老师代扫'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { judged } = await first();
    if (!judged) throw new Error('nobody has judged');
    expect(judged.byName).toBe('*正');
    expect((await judge(auditor, judged.verdict, judged.reason)).status).toBe(200);
    expect(await judge(corpsAuditor, 'founded', '我也这样看')).toMatchObject({
      ...{ status: 409, body: { code: 'already_decided' } },
    });
  });
  test('it stands in the log of the auditor’s organisation, and nothing else follows', async () => {
    const items = await allItems();
    const lines = items.filter(({ action }) => action === 'suspicion_judged');
    expect(lines).toMatchObject([{ pk: `O#${root}`, by: auditor.volunteerId }]);
    const records = items.filter((it) => it.shiftId === shiftId && it.sk.startsWith('R#'));
    expect(records.map(({ state }) => state)).toEqual(Array(12).fill('credited'));
    expect(items.filter(({ kind }) => kind === 'suspicion')).toEqual([]);
  });
});
