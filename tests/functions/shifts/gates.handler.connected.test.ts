import { gateBatch } from '#shared/activities';
import { stepAt } from '#shared/code';
import { hourMs, minuteMs } from '#shared/time';
import { readDigits, readToken } from '../../../functions/platform/token';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, crowd, organisation, volunteer } from '../../support/given';
import { itemsOf } from '../../support/items';

let cloud: TestCloud;
let organiser: Person;
let organisationId: string;
beforeAll(async () => {
  cloud = await startTestCloud();
  organiser = await volunteer(cloud, '王组织');
  organisationId = await organisation([[organiser, 'organiser']]);
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.setTime(Date.now()));

const published = (more: { startsAt?: number; minutes?: number } = {}) =>
  activity(cloud, { organiser, organisationId, ...more });
const open = (who: Person, shiftId: string) =>
  who.call('POST /shifts/{shiftId}/gates', { shiftId });
const opened = (who: Person, shiftId: string) =>
  who.ask('POST /shifts/{shiftId}/gates', { shiftId });
const revoke = (who: Person, shiftId: string, gate: number) =>
  who.call('DELETE /shifts/{shiftId}/gates/{gate}', { shiftId, gate });
const refused = (status: number, code: string) => ({ status, body: { code } });
const gatesOf = async (shiftId: string) =>
  (await itemsOf(`T#${shiftId}`)).find(({ sk }) => sk === '#T')?.gates as Record<string, object>;

test('a batch → signed codes of this shift and gate, step by step, check-in and check-out apart', async () => {
  const { shiftId, endsAt } = await published();
  const batch = await opened(organiser, shiftId);
  expect(gateBatch.parse(batch)).toEqual(batch);
  expect(batch).toMatchObject({ shiftId, gate: 0, firstStep: stepAt(batch.now) });
  for (const kind of ['checkin', 'checkout'] as const) {
    expect(batch[kind]).toHaveLength(stepAt(batch.now + 4 * hourMs) - batch.firstStep + 1);
    for (const [index, { token, digits }] of batch[kind].entries()) {
      const step = batch.firstStep + index;
      const code = { kind, subject: shiftId, step, gate: 0 };
      expect(readToken(token)).toEqual(code);
      if (index % 100 > 0) continue;
      const asked = { digits, kind, subject: shiftId, steps: [step], gates: [0] };
      expect(readDigits(asked)).toEqual(code);
    }
  }
  cloud.setTime(endsAt + hourMs);
  const { checkout, firstStep } = await opened(organiser, shiftId);
  expect(checkout).toHaveLength(stepAt(endsAt + 2 * hourMs) - firstStep + 1);
});

test.each([
  ['31 minutes before the start', -31, 'gate_too_early'],
  ['half an hour before the start', -30, undefined],
  ['almost two hours after the end', 239, undefined],
  ['more than two hours after the end', 241, 'checkout_too_late'],
])('asked %s → by the rule', async (_name, minutes, fact) => {
  const { shiftId, startsAt } = await published({ startsAt: cloud.now() + 2 * hourMs });
  cloud.setTime(startsAt + minutes * minuteMs);
  const answer = await open(organiser, shiftId);
  expect('code' in answer.body ? answer.body.code : undefined).toBe(fact);
  expect(Object.keys(await gatesOf(shiftId))).toHaveLength(fact ? 0 : 1);
});

test('the same member again → the same gate, its codes from now on; asking writes nothing more', async () => {
  const { shiftId } = await published();
  const first = await opened(organiser, shiftId);
  const before = await itemsOf(`T#${shiftId}`);
  cloud.setTime(cloud.now() + 10 * minuteMs);
  const second = await opened(organiser, shiftId);
  expect(second).toMatchObject({ gate: first.gate, firstStep: first.firstStep + 40 });
  expect(second.checkin[0]).toEqual(first.checkin[40]);
  expect(await itemsOf(`T#${shiftId}`)).toEqual(before);
});

test('several members at once → each a gate of their own', async () => {
  const members = await crowd(cloud, 4);
  const theirs = await organisation([
    [organiser, 'organiser'],
    ...members.map((who): [Person, 'organiser'] => [who, 'organiser']),
  ]);
  const { shiftId } = await activity(cloud, { organiser, organisationId: theirs });
  const batches = await Promise.all(members.map((who) => opened(who, shiftId)));
  expect(batches.map(({ gate }) => gate).sort()).toEqual([0, 1, 2, 3]);
  const gates = await gatesOf(shiftId);
  for (const [index, { gate }] of batches.entries()) {
    expect(gates[gate]).toMatchObject({ memberId: members[index]?.volunteerId });
  }
});

test('revoked → marked once and for good; the member gets another gate', async () => {
  const { shiftId } = await published();
  await opened(organiser, shiftId);
  expect(await revoke(organiser, shiftId, 0)).toEqual({ status: 200, body: { done: true } });
  const gates = await gatesOf(shiftId);
  expect(gates).toMatchObject({ 0: { revokedAt: expect.any(Number) } });
  cloud.setTime(cloud.now() + minuteMs);
  expect(await revoke(organiser, shiftId, 0)).toMatchObject({ status: 200 });
  expect(await gatesOf(shiftId)).toEqual(gates);
  expect(await opened(organiser, shiftId)).toMatchObject({ gate: 1 });
  expect(await revoke(organiser, shiftId, 7)).toMatchObject(refused(404, 'not_found'));
});

test('twenty gates, revoked ones included → no more', async () => {
  const { shiftId } = await published();
  for (let gate = 0; gate < 20; gate++) {
    expect(await opened(organiser, shiftId)).toMatchObject({ gate });
    if (gate < 19) await revoke(organiser, shiftId, gate);
  }
  expect(await opened(organiser, shiftId)).toMatchObject({ gate: 19 });
  await revoke(organiser, shiftId, 19);
  expect(await open(organiser, shiftId)).toMatchObject(refused(409, 'gates_exhausted'));
});

test('who does not organise → neither a code nor a revocation; nothing is said of what is there', async () => {
  const who = await volunteer(cloud);
  const { shiftId } = await published();
  await opened(organiser, shiftId);
  expect(await open(who, shiftId)).toMatchObject(refused(403, 'not_allowed'));
  for (const gate of [0, 7]) {
    expect(await revoke(who, shiftId, gate)).toMatchObject(refused(403, 'not_allowed'));
  }
  expect(await open(who, 'ffffffffffff')).toMatchObject(refused(404, 'not_found'));
  expect(Object.keys(await gatesOf(shiftId))).toEqual(['0']);
});

describe('several screens', () => {
  const team = async () => {
    const [one, two, three] = (await crowd(cloud, 3)) as [Person, Person, Person];
    const theirs = await organisation([
      [organiser, 'organiser'],
      [one, 'organiser'],
      [two, 'organiser'],
      [three, 'auditor'],
    ]);
    const { shiftId } = await activity(cloud, { organiser, organisationId: theirs });
    return { one, two, auditor: three, shiftId, organisationId: theirs };
  };
  const take = (who: Person, shiftId: string, gate: number) =>
    who.call('POST /shifts/{shiftId}/gates/{gate}/takeover', { shiftId, gate });
  const listed = async (who: Person, shiftId: string) =>
    (await who.ask('GET /shifts/{shiftId}/gates', { shiftId })).gates;

  test('the list → who shows codes, by masked name, and which were stopped', async () => {
    const { one, shiftId } = await team();
    expect(await listed(one, shiftId)).toEqual([]);
    await opened(organiser, shiftId);
    await opened(one, shiftId);
    await revoke(one, shiftId, 1);
    expect(await listed(one, shiftId)).toEqual([
      { gate: 0, maskedName: '王*织', mine: false, issuedAt: expect.any(Number) },
      {
        ...{ gate: 1, maskedName: '*雷', mine: true, issuedAt: expect.any(Number) },
        revokedAt: expect.any(Number),
      },
    ]);
  });

  test('taken over → the old one is stopped, the taker has codes, the log says who; again changes nothing', async () => {
    const { one, auditor, shiftId, organisationId: theirs } = await team();
    await opened(organiser, shiftId);
    const { status, body } = await take(one, shiftId, 0);
    expect({ status, body }).toMatchObject({ status: 200, body: { shiftId, gate: 1 } });
    const gates = await gatesOf(shiftId);
    expect(gates).toMatchObject({
      0: { revokedAt: expect.any(Number), takenBy: one.volunteerId },
      1: { memberId: one.volunteerId },
    });
    expect(await take(one, shiftId, 0)).toMatchObject({ status: 200, body: { gate: 1 } });
    expect(await gatesOf(shiftId)).toEqual(gates);
    const { audits } = await auditor.ask('GET /organisations/{organisationId}/audits', {
      organisationId: theirs,
    });
    expect(audits.filter(({ what }) => what === '接管签到口')).toHaveLength(1);
    // Whoever lost it gets a new one, by the ordinary way.
    expect(await opened(organiser, shiftId)).toMatchObject({ gate: 2 });
  });

  test('two take the same one at once → one has it, the other is told so', async () => {
    const { one, two, shiftId } = await team();
    await opened(organiser, shiftId);
    const answers = await Promise.all([take(one, shiftId, 0), take(two, shiftId, 0)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)).toMatchObject(
      refused(409, 'gate_passed_on'),
    );
    expect(Object.keys(await gatesOf(shiftId))).toEqual(['0', '1']);
  });

  test('who does not organise, and what is not there → not allowed, not found', async () => {
    const { auditor, one, shiftId } = await team();
    await opened(organiser, shiftId);
    expect(await take(auditor, shiftId, 0)).toMatchObject(refused(403, 'not_allowed'));
    expect(await auditor.call('GET /shifts/{shiftId}/gates', { shiftId })).toMatchObject(
      refused(403, 'not_allowed'),
    );
    expect(await take(one, shiftId, 7)).toMatchObject(refused(404, 'not_found'));
  });
});
