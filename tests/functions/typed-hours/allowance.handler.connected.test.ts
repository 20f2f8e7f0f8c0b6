import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { volunteer } from '../../support/given';
import type { PastShift } from '../../support/given-typed';
import { codeOf, pastShift, typing } from '../../support/given-typed';
import { itemsOf } from '../../support/items';
import { putAll } from '../../support/put-all';

const route = 'POST /shifts/{shiftId}/typed-hours';
const allowance = 'POST /organisations/{organisationId}/typed-allowance';
const reason = '台风过后清理道路，现场没有网络';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.setTime(Date.now()));

async function auditorOf({ topId }: PastShift, organisationId = topId) {
  const auditor = await volunteer(cloud, '周审计');
  const { volunteerId } = auditor;
  await putAll([
    {
      ...{ pk: `O#${organisationId}`, sk: `M#${volunteerId}`, organisationId, volunteerId },
      ...{ roles: ['auditor'], version: 1, since: 0, state: 'active' },
      ...{ organisationName: '总队', maskedName: '周*计' },
    },
  ]);
  return auditor;
}
const emptied = async (organisationId: string) => {
  const cap = (await itemsOf(`O#${organisationId}`)).find(({ sk }) => sk.startsWith('#E#'));
  await putAll([{ ...cap, leftMinutes: 0 }]);
};

test('nothing is left of the month → an auditor above grants minutes, once, and only emergencies draw on them', async () => {
  const scene = await pastShift(cloud);
  const { organiser, organisationId, topId, shiftId } = scene;
  const auditor = await auditorOf(scene);
  await organiser.ask('GET /shifts/{shiftId}/typed-hours', { shiftId });
  for (const id of [organisationId, topId]) await emptied(id);
  const emergency = typing(scene, { reason: 'emergency' });
  expect(codeOf(await organiser.call(route, emergency))).toBe('typed_cap_reached');

  const granted = { organisationId, requestId: newRequestId(), minutes: 300, reason };
  await Promise.all([1, 2].map(() => auditor.ask(allowance, granted)));
  const { cap } = await auditor.ask(allowance, granted);
  expect(cap).toMatchObject({ allowanceMinutes: 300, allowanceLeftMinutes: 300 });
  expect(codeOf(await auditor.call(allowance, { ...granted, minutes: 600 }))).toBe(
    'request_differs',
  );
  const log = (await itemsOf(`O#${organisationId}`)).filter(
    ({ action }) => action === 'allowance_granted',
  );
  expect(log).toMatchObject([{ by: auditor.volunteerId, why: reason }]);

  expect(codeOf(await organiser.call(route, typing(scene)))).toBe('typed_cap_reached');
  const { cap: after } = await organiser.ask(route, emergency);
  expect(after).toMatchObject({ leftMinutes: 0, allowanceLeftMinutes: 0 });
});

test('an auditor who types as well does not draw on their own grant', async () => {
  const scene = await pastShift(cloud);
  const { organiser, organisationId, topId, shiftId } = scene;
  const [held] = (await itemsOf(`O#${organisationId}`)).filter(
    ({ volunteerId }) => volunteerId === organiser.volunteerId,
  );
  await putAll([{ ...held, roles: ['organiser', 'auditor'] }]);
  await organiser.ask('GET /shifts/{shiftId}/typed-hours', { shiftId });
  for (const id of [organisationId, topId]) await emptied(id);
  const granted = { organisationId, requestId: newRequestId(), minutes: 300, reason };
  await organiser.ask(allowance, granted);
  const emergency = typing(scene, { reason: 'emergency' });
  expect(codeOf(await organiser.call(route, emergency))).toBe('typed_cap_reached');
});

test('too much in one month → refused', async () => {
  const scene = await pastShift(cloud);
  const auditor = await auditorOf(scene);
  const { organisationId } = scene;
  const ask = () =>
    auditor.call(allowance, { organisationId, requestId: newRequestId(), minutes: 60_000, reason });
  const said: string[] = [];
  for (let count = 0; count < 11; count++) said.push(codeOf(await ask()));
  expect(said.filter((code) => code === 'done')).toHaveLength(10);
  expect(said.at(-1)).toBe('allowance_too_large');
});

test('whoever is no auditor of it, or below it, grants nothing', async () => {
  const scene = await pastShift(cloud);
  const { organiser, organisationId, topId } = scene;
  const below = await auditorOf(scene, organisationId);
  const ask = { requestId: newRequestId(), minutes: 300, reason };
  expect(codeOf(await organiser.call(allowance, { ...ask, organisationId }))).toBe('not_allowed');
  expect(codeOf(await below.call(allowance, { ...ask, organisationId: topId }))).toBe(
    'not_allowed',
  );
});
