import { dayMs, hourMs, minuteMs, monthOf } from '#shared/time';
import { typedCapKey } from '../../../functions/evidence-keys';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, crowd, organisation, served, volunteer } from '../../support/given';
import { born, bornIn, dependant } from '../../support/given-family';
import { verified } from '../../support/given-lists';
import { codeOf, pastShift, typing } from '../../support/given-typed';
import { itemsOf } from '../../support/items';
import { putAll } from '../../support/put-all';
import { signUp } from '../../support/sign-up';

const route = 'POST /shifts/{shiftId}/typed-hours';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.setTime(Date.now()));

const capOf = async (organisationId: string) =>
  (await itemsOf(`O#${organisationId}`)).find(({ sk }) => sk.startsWith('#E#'));

test('the CCTV case: five hours typed for forty yuan two minutes later → refused alone, capped, public, grade E', async () => {
  const scene = await pastShift(cloud);
  const { organiser: admin, member, approver, organisationId, shiftId } = scene;
  await admin.ask(route, typing(scene));
  const [mine] = (await member.ask('GET /me/records', {})).records;
  expect(mine).toMatchObject({ state: 'typed' });
  expect(mine?.creditedMinutes).toBeUndefined();
  // Alone nobody gets it through, with whatever roles.
  const all = { roles: ['organiser', 'approver', 'admin'] };
  const [held] = (await itemsOf(`O#${organisationId}`)).filter(
    ({ volunteerId }) => volunteerId === admin.volunteerId,
  );
  await putAll([{ ...held, ...all }]);
  const decision = {
    ...{ shiftId, volunteerId: member.volunteerId, requestId: newRequestId() },
    verdict: 'confirm' as const,
  };
  const decisionRoute = 'POST /shifts/{shiftId}/typed-hours/{volunteerId}/decision';
  expect(codeOf(await admin.call(decisionRoute, decision))).toBe('not_to_oneself');
  expect(await approver.ask(decisionRoute, decision)).toEqual({
    ...{ state: 'credited', creditedMinutes: 300 },
  });
  const [credited] = (await member.ask('GET /me/records', {})).records;
  expect(credited).toMatchObject({ state: 'credited', grade: 'E', creditedMinutes: 300 });
  expect((await member.ask('GET /me/points', {})).balance).toBe(0);

  const open = await cloud.call('GET /organisations/{organisationId}/typed-hours/public', {
    organisationId,
  });
  expect(open.body).toMatchObject({
    rows: [{ name: '*雷', typistName: '*雷', minutes: 300, state: 'credited', reason: 'no_phone' }],
    cap: { capMinutes: 600, leftMinutes: 300 },
  });

  const buyers = await crowd(cloud, 2);
  await putAll(
    buyers.map(({ volunteerId }) => ({
      ...held,
      sk: `M#${volunteerId}`,
      volunteerId,
      gx1pk: `V#${volunteerId}`,
    })),
  );
  const [second, third] = buyers.map(({ volunteerId }) => typing(scene, { volunteerId }));
  if (!second || !third) throw new Error('two buyers');
  expect(codeOf(await admin.call(route, second))).toBe('done');
  expect(codeOf(await admin.call(route, third))).toBe('typed_cap_reached');
});

test('the same request again, also at once → one row, one notice, its minutes taken once', async () => {
  const scene = await pastShift(cloud);
  const { organiser, member, organisationId, topId } = scene;
  const request = typing(scene);
  const answers = await Promise.all([1, 2, 3].map(() => organiser.call(route, request)));
  expect(answers.map(codeOf)).toEqual(['done', 'done', 'done']);
  expect(await organiser.ask(route, request)).toMatchObject({
    row: { state: 'typed', minutes: 300, mayDecide: false },
    cap: { leftMinutes: 300 },
  });
  const rows = (await itemsOf(`O#${organisationId}`)).filter(({ sk }) => sk.startsWith('TY#'));
  expect(rows).toHaveLength(1);
  const told = (await itemsOf(`V#${member.volunteerId}`)).filter(({ kind }) => kind === 'hours');
  expect(told).toHaveLength(1);
  expect(await capOf(topId)).toMatchObject({ leftMinutes: 300 });
});

test('two shifts at the same time, typed at the same time for one person → one of them', async () => {
  const scene = await pastShift(cloud);
  const { organiser, organisationId, startsAt } = scene;
  cloud.setTime(startsAt - hourMs);
  const other = await activity(cloud, { organiser, organisationId, startsAt, minutes: 240 });
  cloud.setTime(scene.endsAt + hourMs);
  const answers = await Promise.all([
    organiser.call(route, typing(scene)),
    organiser.call(route, typing(scene, { shiftId: other.shiftId, leftAt: other.endsAt })),
  ]);
  expect(answers.map(codeOf).sort()).toEqual(['done', 'typed_overlap']);
});

test('several who want the last minutes of the month at once → as many as fit', async () => {
  const scene = await pastShift(cloud);
  const { organiser, organisationId, topId } = scene;
  const people = await crowd(cloud, 5);
  for (const who of people) {
    await signUpLater(who, scene.shiftId);
  }
  const answers = await Promise.all(
    people.map(({ volunteerId }) => organiser.call(route, typing(scene, { volunteerId }))),
  );
  expect(answers.map(codeOf).sort()).toEqual([
    ...['done', 'done', 'typed_cap_reached', 'typed_cap_reached', 'typed_cap_reached'],
  ]);
  expect(await capOf(organisationId)).toMatchObject({ leftMinutes: 0 });
  expect(await capOf(topId)).toMatchObject({ leftMinutes: 0 });
  async function signUpLater(who: Person, shiftId: string) {
    cloud.setTime(scene.startsAt - hourMs);
    await signUp(who, shiftId);
    cloud.setTime(scene.endsAt + hourMs);
  }
});

test('the topmost organisation has typed enough → its organisations type no more', async () => {
  const scene = await pastShift(cloud);
  await scene.organiser.ask('GET /shifts/{shiftId}/typed-hours', { shiftId: scene.shiftId });
  const month = monthOf(cloud.now());
  const known = await capOf(scene.topId);
  await putAll([{ ...known, ...typedCapKey(scene.topId, month), leftMinutes: 299 }]);
  expect(codeOf(await scene.organiser.call(route, typing(scene)))).toBe('typed_cap_reached');
  expect(await capOf(scene.organisationId)).toMatchObject({ leftMinutes: 600 });
});

test('last month was scanned a lot → this month may be typed a share of it, fixed when it is first asked', async () => {
  const scene = await pastShift(cloud, { minutes: 60 });
  const { organiser, organisationId, shiftId } = scene;
  const month = monthOf(cloud.now());
  const before = monthOf(
    Date.UTC(Number(month.slice(0, 4)), Number(month.slice(4)) - 1, 1) - dayMs,
  );
  const { add } = require('../../../functions/totals/totals.table');
  const { commit } = require('../../../functions/platform/table');
  const sum = { A: 10_000, B: 4_000, C: 6_000, D: 50_000, E: 9_000, imported: 9_000, services: 1 };
  await commit([add(`organisation:${organisationId}`, before, { shard: 3, sum })]);
  const sheet = () => organiser.ask('GET /shifts/{shiftId}/typed-hours', { shiftId });
  const { own } = { own: await capOf(organisationId) };
  expect(own).toBeUndefined();
  await sheet();
  expect(await capOf(organisationId)).toMatchObject({ capMinutes: 1_000, leftMinutes: 1_000 });
  await commit([add(`organisation:${organisationId}`, before, { shard: 4, sum })]);
  await sheet();
  expect(await capOf(organisationId)).toMatchObject({ capMinutes: 1_000 });
});

test('nobody types for themself, nor for whom they look after', async () => {
  const scene = await pastShift(cloud);
  const { organiser, organisationId } = scene;
  const child = await dependant(organiser);
  const [held] = (await itemsOf(`O#${organisationId}`)).filter(({ sk }) => sk.startsWith('M#'));
  await putAll([{ ...held, sk: `M#${child}`, volunteerId: child }]);
  for (const volunteerId of [organiser.volunteerId, child]) {
    const answer = await organiser.call(route, typing(scene, { volunteerId }));
    expect(codeOf(answer)).toBe('not_to_oneself');
  }
});

test('who is no member and was not at the shift → not found, whether or not there is such a person', async () => {
  const scene = await pastShift(cloud);
  const { organiser } = scene;
  const stranger = await verified(cloud, '赵陌生', '13700000001');
  const { volunteerId: _, ...nobody } = typing(scene);
  const cases = [
    { ...nobody, volunteerId: stranger.volunteerId },
    { ...nobody, volunteerId: '00000000dead' },
    { ...nobody, person: { name: '赵陌生', phone: '13700000001' } },
    { ...nobody, person: { name: '赵陌生', phone: '13700000009' } },
  ];
  for (const request of cases) {
    expect(codeOf(await organiser.call(route, request))).toBe('typed_person_unfit');
  }
  expect(codeOf(await organiser.call(route, nobody))).toBe('request_invalid');
});

test('a member named by phone: only with the right name', async () => {
  const scene = await pastShift(cloud);
  const { organiser, organisationId } = scene;
  const who = await verified(cloud, '孙小美', '13700000002');
  const [held] = (await itemsOf(`O#${organisationId}`)).filter(({ sk }) => sk.startsWith('M#'));
  await putAll([{ ...held, sk: `M#${who.volunteerId}`, volunteerId: who.volunteerId }]);
  const { volunteerId: _, ...nobody } = typing(scene);
  const wrong = { ...nobody, person: { name: '孙大美', phone: '13700000002' } };
  expect(codeOf(await organiser.call(route, wrong))).toBe('typed_person_unfit');
  const right = { ...nobody, person: { name: '孙 小美', phone: '13700000002' } };
  expect(await organiser.ask(route, right)).toMatchObject({
    row: { volunteerId: who.volunteerId, maskedName: '孙*美' },
  });
});

test('before the end, after thirty days, outside the shift, where somebody scanned → refused', async () => {
  const scene = await pastShift(cloud);
  const { organiser, startsAt, endsAt, shiftId } = scene;
  const said = async (change = {}) => codeOf(await organiser.call(route, typing(scene, change)));
  cloud.setTime(endsAt - minuteMs);
  expect(await said()).toBe('typing_too_early');
  cloud.setTime(endsAt + 30 * dayMs + minuteMs);
  expect(await said()).toBe('typing_closed');
  cloud.setTime(endsAt + hourMs);
  expect(await said({ leftAt: endsAt + minuteMs })).toBe('typed_times_unfit');
  const there = await volunteer(cloud);
  cloud.setTime(startsAt - hourMs);
  await served(cloud, there, organiser, shiftId);
  expect(await said({ volunteerId: there.volunteerId })).toBe('typed_state_unfit');
});

test('a child whose guardian has not consented → nothing is typed either', async () => {
  const scene = await pastShift(cloud);
  const { organiser, organisationId } = scene;
  const child = await bornIn(cloud, born.child);
  const [held] = (await itemsOf(`O#${organisationId}`)).filter(({ sk }) => sk.startsWith('M#'));
  await putAll([{ ...held, sk: `M#${child.volunteerId}`, volunteerId: child.volunteerId }]);
  const answer = await organiser.call(route, typing(scene, { volunteerId: child.volunteerId }));
  expect(codeOf(answer)).toBe('guardian_consent_needed');
});

test('somebody without the role types nothing', async () => {
  const scene = await pastShift(cloud);
  const outsider = await volunteer(cloud);
  await organisation([[outsider, 'admin']]);
  for (const who of [scene.member, outsider]) {
    expect(codeOf(await who.call(route, typing(scene)))).toBe('not_allowed');
  }
});
