import { hourMs } from '#shared/time';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { activity, served, volunteer } from '../../support/given';
import { codeOf, decide, pastShift, typing } from '../../support/given-typed';
import { itemsOf } from '../../support/items';
import { putAll } from '../../support/put-all';

const route = 'POST /shifts/{shiftId}/typed-hours';
const queue = 'GET /organisations/{organisationId}/typed-hours';
const decision = 'POST /shifts/{shiftId}/typed-hours/{volunteerId}/decision';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.setTime(Date.now()));

test('somebody else confirms → credited once with grade E, no points yet, out of the queue', async () => {
  const scene = await pastShift(cloud);
  const { organiser, member, approver, organisationId, shiftId } = scene;
  await organiser.ask(route, typing(scene));
  const waiting = await approver.ask(queue, { organisationId });
  expect(waiting.rows).toMatchObject([{ maskedName: '*雷', minutes: 300, mayDecide: true }]);
  const request = {
    ...{ shiftId, volunteerId: member.volunteerId, requestId: newRequestId() },
    verdict: 'confirm' as const,
  };
  const answers = await Promise.all([1, 2].map(() => approver.ask(decision, request)));
  expect(answers).toEqual([1, 2].map(() => ({ state: 'credited', creditedMinutes: 300 })));
  expect((await approver.ask(queue, { organisationId })).rows).toEqual([]);
  const mine = await itemsOf(`V#${member.volunteerId}`);
  expect(mine.filter(({ sk }) => sk.startsWith('H#'))).toMatchObject([
    { grade: 'E', creditedMinutes: 300, cause: 'service' },
  ]);
  expect(mine.filter(({ sk }) => sk.startsWith('L#'))).toEqual([]);
  expect(mine.find(({ sk }) => sk.startsWith('R#'))).toMatchObject({
    pointsWait: true,
    typing: { by: organiser.volunteerId, approvedBy: approver.volunteerId },
  });
  const log = (await itemsOf(`O#${organisationId}`)).filter(
    ({ action }) => action === 'typed_confirmed',
  );
  expect(log).toMatchObject([{ by: organiser.volunteerId, secondBy: approver.volunteerId }]);
});

test('declined → nothing is credited, the minutes are there again, and it stays declined', async () => {
  const scene = await pastShift(cloud);
  const { organiser, approver, member, organisationId, topId } = scene;
  await organiser.ask(route, typing(scene));
  expect(codeOf(await decide(approver, scene, 'decline'))).toBe('done');
  for (const id of [organisationId, topId]) {
    const cap = (await itemsOf(`O#${id}`)).find(({ sk }) => sk.startsWith('#E#'));
    expect(cap).toMatchObject({ capMinutes: 600, leftMinutes: 600 });
  }
  const [record] = (await member.ask('GET /me/records', {})).records;
  expect(record).toMatchObject({ state: 'declined' });
  expect(codeOf(await decide(approver, scene))).toBe('already_decided');
  expect(codeOf(await organiser.call(route, typing(scene)))).toBe('typed_state_unfit');
});

test('one confirms and another declines at once → one of them, and the cap agrees with it', async () => {
  const scene = await pastShift(cloud);
  const { organiser, approver, organisationId } = scene;
  const other = await volunteer(cloud);
  const [held] = (await itemsOf(`O#${organisationId}`)).filter(({ sk }) => sk.startsWith('M#'));
  await putAll([
    {
      ...{ ...held, sk: `M#${other.volunteerId}`, volunteerId: other.volunteerId },
      roles: ['approver'],
    },
  ]);
  await organiser.ask(route, typing(scene));
  const answers = await Promise.all([decide(approver, scene), decide(other, scene, 'decline')]);
  expect(answers.map(codeOf).sort()).toEqual(['already_decided', 'done']);
  const confirmed = answers[0].status === 200;
  const cap = (await itemsOf(`O#${organisationId}`)).find(({ sk }) => sk.startsWith('#E#'));
  expect(cap).toMatchObject({ leftMinutes: confirmed ? 300 : 600 });
});

test('hours elsewhere were credited meanwhile → it can only be declined', async () => {
  const scene = await pastShift(cloud);
  const { organiser, approver, member, organisationId, startsAt } = scene;
  await organiser.ask(route, typing(scene));
  // A shift at the same time, whose record came in late and was credited before the decision.
  cloud.setTime(startsAt - hourMs);
  const other = await activity(cloud, { organiser, organisationId, startsAt, minutes: 60 });
  await served(cloud, member, organiser, other.shiftId);
  cloud.setTime(scene.endsAt + 2 * hourMs);
  expect(codeOf(await decide(approver, scene))).toBe('typed_overlap');
  expect(codeOf(await decide(approver, scene, 'decline'))).toBe('done');
});

test('the person, and whoever is no approver, decide nothing; what was not typed is not found', async () => {
  const scene = await pastShift(cloud);
  const { organiser, approver, member, organisationId } = scene;
  expect(codeOf(await decide(approver, scene))).toBe('not_found');
  await organiser.ask(route, typing(scene));
  expect(codeOf(await decide(member, scene))).toBe('not_allowed');
  const [held] = (await itemsOf(`O#${organisationId}`)).filter(
    ({ sk }) => sk === `M#${member.volunteerId}`,
  );
  await putAll([{ ...held, roles: ['approver'] }]);
  expect(codeOf(await decide(member, scene))).toBe('not_to_oneself');
});
