import { dayMs, hourMs, minuteMs } from '#shared/time';
import { noteMissed } from '../../../functions/signups/missed';
import { newRequestId } from '../../../miniapp/src/ids';
import type { Person } from '../given';
import { activity, organisation, volunteer } from '../given';
import { verified } from '../given-lists';
import { signUp } from '../sign-up';
import type { Counting } from './counting';
import { setNoon } from './counting';

type Scene = { organiser: Person; organisationId: string };

/** Signing up, alone and as a company; standing in for the organiser; saying why one did not come. */
export async function walkSignups(it: Counting): Promise<void> {
  const organiser = await volunteer(it.cloud, '王组织');
  const organisationId = await organisation([[organiser, 'organiser']]);
  await alone(it, { organiser, organisationId });
  await company(it, { organiser, organisationId });
  await takeover(it);
  setNoon(it.cloud);
  await absence(it, { organiser, organisationId });
}

async function alone({ cloud, cost }: Counting, scene: Scene) {
  const [who, late] = [await volunteer(cloud), await volunteer(cloud)];
  const startsAt = cloud.now() + 5 * hourMs;
  const { shiftId } = await activity(cloud, { ...scene, startsAt, capacity: 1 });
  const { terms } = await cost(who, 'GET /shifts/{shiftId}/signup', { request: { shiftId } });
  await cost(who, 'GET /shifts/{shiftId}/calendar', { request: { shiftId } });
  await cost(who, 'PUT /shifts/{shiftId}/signup', { request: { shiftId, terms } });
  await cost(late, 'PUT /shifts/{shiftId}/signup', {
    ...{ request: { shiftId, terms, wait: true }, when: 'waiting for a place' },
  });
  await cost(who, 'DELETE /shifts/{shiftId}/signup', { request: { shiftId } });
}

async function company({ cloud, cost }: Counting, scene: Scene) {
  const leader = await volunteer(cloud, '赵领队');
  const people = [
    { name: '李雷', phone: '13911100001' },
    { name: '韩梅梅', phone: '13911100002' },
  ];
  const members: Person[] = [];
  for (const { name, phone } of people) members.push(await verified(cloud, name, phone));
  const organisationId = await organisation([
    [leader, 'organiser'],
    ...members.map((one): [Person, 'member'] => [one, 'member']),
  ]);
  const startsAt = cloud.now() + 96 * hourMs;
  const { shiftId } = await activity(cloud, { ...scene, startsAt });
  const { rows } = await cost(leader, 'POST /shifts/{shiftId}/group', {
    request: { shiftId, organisationId, requestId: newRequestId(), people },
    when: 'two people',
  });
  expect(rows.map(({ outcome }) => outcome)).toEqual(['asked', 'asked']);
}

async function takeover({ cloud, cost }: Counting) {
  const [organiser, who] = [await volunteer(cloud), await volunteer(cloud)];
  const organisationId = await organisation([
    [organiser, 'organiser'],
    [who, 'member'],
  ]);
  const { shiftId, startsAt } = await activity(cloud, { organiser, organisationId });
  await signUp(who, shiftId);
  cloud.setTime(startsAt + 10 * minuteMs);
  await cost(who, 'POST /shifts/{shiftId}/takeover', { request: { shiftId } });
}

async function absence({ cloud, cost }: Counting, scene: Scene) {
  const who = await volunteer(cloud);
  const { shiftId, endsAt } = await activity(cloud, scene);
  await signUp(who, shiftId);
  cloud.setTime(endsAt + 2 * dayMs);
  await noteMissed({ now: cloud.now() });
  await cost(who, 'PUT /shifts/{shiftId}/absence', { request: { shiftId, reason: 'traffic' } });
}
