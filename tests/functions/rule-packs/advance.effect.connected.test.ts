import { dayMs, dayOf, hourMs } from '#shared/time';
import { simulationKey } from '../../../functions/evidence-keys';
import type { Simulation } from '../../../functions/rule-packs/simulation.rules';
import { begun } from '../../../functions/rule-packs/simulation.rules';
import { listedSimulation } from '../../../functions/rule-packs/simulation.table';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { injectFaults } from '../../support/faults';
import type { Person } from '../../support/given';
import { volunteer } from '../../support/given';
import { corrected, credited } from '../../support/given-hours';
import { given, makeCity } from '../../support/given-organisations';
import { draftOfPack } from '../../support/given-packs';
import { itemsOf } from '../../support/items';
import { putAll } from '../../support/put-all';
import { deliverAgain } from '../../support/redelivery';

const start = 'POST /rule-packs/{packId}/{version}/simulation';
const show = 'GET /rule-packs/{packId}/{version}/simulation';
const inForce = { packId: 'qingdao', version: 1 };
const { advance } =
  require('../../../functions/rule-packs/advance') as typeof import('../../../functions/rule-packs/advance');
const { main: runClock } =
  require('../../../functions/clock/clock.function') as typeof import('../../../functions/clock/clock.function');

let cloud: TestCloud;
let admin: Person;
let shared: { packId: string; version: number };
/** Twelve people with services of 25 to 300 minutes on several days, one of them corrected, one elsewhere. */
beforeAll(async () => {
  cloud = await startTestCloud();
  admin = await volunteer(cloud, '吴海平');
  await makeCity(
    await given({ kind: 'federation', members: [[admin, 'member', 'admin', 'auditor']] }),
  );
  const people = await Promise.all(Array.from({ length: 12 }, () => volunteer(cloud)));
  for (let day = 0; day < 4; day++) {
    cloud.setTime(cloud.now() + dayMs);
    for (const [index, { volunteerId }] of people.entries()) {
      const minutes = 25 + ((index * 7 + day * 90) % 280);
      const done = await credited(volunteerId, { name: `${day} ${index}`, minutes });
      if (index === 3) await corrected(volunteerId, { shift: done.shift, minutes: 50 });
      if (index === 4 && day === 2) {
        await corrected(volunteerId, { shift: done.shift, minutes: undefined });
      }
    }
  }
  const elsewhere = people[0]?.volunteerId ?? '';
  await credited(elsewhere, { name: 'jiaozhou', district: '370281', minutes: 20 });
  cloud.setTime(cloud.now() + hourMs);
  shared = await admin.ask('POST /rule-packs', {
    ...{ requestId: newRequestId(), packId: 'qingdao', draft: draftOfPack() },
  });
}, 120_000);
afterAll(() => cloud.stop());

const begin = async (one: { packId: string; version: number }) =>
  admin.ask(start, { ...one, requestId: newRequestId() });
const jobOf = async ({ packId, version }: typeof inForce) => {
  const { pk, sk } = simulationKey(packId, version);
  return (await itemsOf(pk)).find((it) => it.sk === sk) as unknown as Simulation;
};

/** The same job over the last ten weeks only: a piece or three of it, and no year of empty days. */
async function beginShort(): Promise<Simulation> {
  const asked = { packId: 'qingdao', packVersion: 1, startedBy: admin.volunteerId };
  const known = await jobOf(inForce);
  const job = begun({ ...asked, runId: newRequestId() }, (known?.version ?? 0) + 1, cloud.now());
  const from = dayOf(cloud.now() - 70 * dayMs);
  const short = listedSimulation({ ...job, from, at: { day: from, shard: 0 } });
  await putAll([{ ...simulationKey('qingdao', 1), ...short }]);
  return short;
}

test('the pack in force over a ledger that it made → every service, and nobody has more or less', async () => {
  expect(await begin(inForce)).toMatchObject({ state: 'running', services: 0 });
  await cloud.drain();
  const found = await admin.ask(show, inForce);
  expect(found).toMatchObject({
    ...{ state: 'done', days: 365, daysDone: 365 },
    ...{ people: 12, services: 47, gained: 0, lost: 0 },
  });
  expect(found.after).toEqual(found.before);
  expect(found.before.minutes).toBeGreaterThan(0);
  expect(found.byDistrict).toEqual([expect.objectContaining({ district: '370202' })]);
});

test('another pack → sums that agree with each other, and marks instead of people', async () => {
  await begin(shared);
  await cloud.drain();
  const found = await admin.ask(show, shared);
  expect(found).toMatchObject({ state: 'done', people: 12, services: 47 });
  const total = found.after.minutes - found.before.minutes;
  const listed = [...found.topGained, ...found.topLost];
  expect(total).toBeLessThan(0);
  expect(listed.reduce((sum, it) => sum + it.afterMinutes - it.beforeMinutes, 0)).toBe(total);
  expect(found.differences.reduce((sum, it) => sum + it, 0)).toBe(12);
  expect(found.gained + found.lost).toBe(listed.length);
  for (const { mark } of listed) expect(mark).toMatch(/^[0-9a-f]{4}$/);
  const { notices } = await admin.ask('GET /me/notices', {});
  expect(notices[0]).toMatchObject({ kind: 'job' });
});

test('the stream once more, and a piece done by many at once → the same result', async () => {
  const job = await beginShort();
  await Promise.all(Array.from({ length: 4 }, () => advance(job, cloud.now())));
  await cloud.drain();
  const { startedAt: _, ...before } = await admin.ask(show, inForce);
  expect(before).toMatchObject({ state: 'done', services: 47, gained: 0, lost: 0 });
  expect((await deliverAgain()).dead).toEqual([]);
  const { startedAt: __, ...after } = await admin.ask(show, inForce);
  expect(after).toEqual(before);
});

test('a piece breaks off → the clock brings the simulation to its end', async () => {
  const faults = injectFaults('PutItemCommand', (count) =>
    count > 1 ? new Error('the function died') : undefined,
  );
  await beginShort();
  await cloud.drain().catch(() => undefined);
  faults.remove();
  expect(await admin.ask(show, inForce)).toMatchObject({ state: 'running' });
  cloud.setTime(cloud.now() + 6 * 60_000);
  await runClock();
  await cloud.drain();
  expect(await admin.ask(show, inForce)).toMatchObject({ state: 'done', services: 47, lost: 0 });
});

test('nothing gets through for a day → stopped, and no ground for anything', async () => {
  const faults = injectFaults('PutItemCommand', (count) =>
    count > 1 ? new Error('the function died') : undefined,
  );
  await beginShort();
  await cloud.drain().catch(() => undefined);
  faults.remove();
  cloud.setTime(cloud.now() + dayMs + hourMs);
  await runClock();
  expect(await admin.ask(show, inForce)).toMatchObject({ state: 'stopped' });
});

test('begun twice at once → one run; while it runs nobody begins another', async () => {
  const asked = { ...inForce, requestId: newRequestId() };
  const answers = await Promise.all([admin.ask(start, asked), admin.ask(start, asked)]);
  expect(answers[0]?.startedAt).toBe(answers[1]?.startedAt);
  cloud.setTime(cloud.now() + 1_000);
  expect(await begin(inForce)).toMatchObject({ startedAt: answers[0]?.startedAt });
});
