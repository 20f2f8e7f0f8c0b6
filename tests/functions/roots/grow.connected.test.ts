import { createHash } from 'node:crypto';
import { rootOf, verifyProof } from '#shared/merkle';
import { dayMs, dayOf, hourMs, minuteMs, startOfDay } from '#shared/time';
import { hoursKey } from '../../../functions/keys';
import { idFor } from '../../../functions/platform/ids';
import { read } from '../../../functions/platform/table';
import { growRoots } from '../../../functions/roots/grow';
import {
  dayBefore,
  firstRootAt,
  rootAt,
  rootsProgressAt,
  sha256,
} from '../../../functions/roots/root.table';
import { getRootFile } from '../../../functions/roots/root-file';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { volunteer } from '../../support/given';
import { credited } from '../../support/given-hours';
import { allItems, itemsOf } from '../../support/items';
import { putAll } from '../../support/put-all';
import { takeOut } from '../../support/take-out';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

/** Noon of a day, and the days around it: of an empty table, a month later for each test. */
let noon = startOfDay(dayOf(Date.now())) + 12 * hourMs;
let today = '';
let yesterday = '';
let tomorrow = '';
beforeEach(async () => {
  await takeOut(await allItems());
  noon += 30 * dayMs;
  today = dayOf(noon);
  [yesterday, tomorrow] = [dayBefore(today), dayOf(noon + dayMs)];
  cloud.setTime(noon);
});
const grow = () => growRoots({ now: cloud.now() });
const rootOn = async (day: string) => (await read(rootAt(day)))[0];
const at = (day: string, ms: number): void => cloud.setTime(startOfDay(day) + ms);

test('the first run begins with yesterday; today follows at 02:00 of tomorrow, not before', async () => {
  await grow();
  expect(await read(firstRootAt)).toEqual([expect.objectContaining({ day: yesterday })]);
  expect(await rootOn(yesterday)).toMatchObject({ previous: '', entries: 0 });
  expect(await rootOn(today)).toBeUndefined();
  const { entry } = await credited(idFor('who'), { name: 'one' });
  at(tomorrow, 2 * hourMs - minuteMs);
  await grow();
  expect(await rootOn(today)).toBeUndefined();
  at(tomorrow, 2 * hourMs);
  await grow();
  const [row] = await itemsOf(hoursKey(idFor('who'), entry).pk);
  expect(row).toBeDefined();
  const before = await rootOn(yesterday);
  expect(await rootOn(today)).toMatchObject({ previous: before?.root, entries: 1 });
});

test('three days without anybody leave no gap, and each holds the one before', async () => {
  await grow();
  cloud.setTime(noon + 4 * dayMs);
  await grow();
  await grow(); // A run builds three; the next one goes on.
  let previous = (await rootOn(yesterday))?.root ?? '';
  for (let day = 0; day < 4; day++) {
    const name = dayOf(noon + day * dayMs);
    const root = await rootOn(name);
    expect(root).toMatchObject({ previous, entries: 0 });
    expect(root?.root).toBe(rootOf(sha256, { day: name, previous, hashes: [] }));
    previous = root?.root ?? '';
  }
});

test('two runs at once, and one more later → one root, the same file', async () => {
  await grow();
  await credited(idFor('who'), { name: 'one' });
  cloud.setTime(noon + dayMs);
  await Promise.all([grow(), grow()]);
  const root = await rootOn(today);
  const file = await getRootFile({ day: today, entries: 1 });
  await grow();
  expect(await rootOn(today)).toEqual(root);
  expect(file).toMatchObject({ root: root?.root, entries: 1, leaves: [expect.any(String)] });
});

test('the file could not be written → the next run writes it, the root stays', async () => {
  await grow();
  await credited(idFor('who'), { name: 'one' });
  cloud.setTime(noon + dayMs);
  const { FILES_ENDPOINT } = process.env;
  process.env.FILES_ENDPOINT = 'http://127.0.0.1:9';
  await expect(grow()).rejects.toThrow();
  process.env.FILES_ENDPOINT = FILES_ENDPOINT;
  const root = await rootOn(today);
  expect(root).toBeDefined();
  expect(await getRootFile({ day: today, entries: 1 })).toBeUndefined();
  await grow();
  expect(await rootOn(today)).toEqual(root);
  expect(await getRootFile({ day: today, entries: 1 })).toMatchObject({ root: root?.root });
  expect((await read(rootsProgressAt))[0]?.day).toBe(tomorrow);
});

test('somebody took an entry out between root and file → the run fails aloud', async () => {
  await grow();
  const { entry } = await credited(idFor('who'), { name: 'one' });
  cloud.setTime(noon + dayMs);
  await grow();
  await takeOut([hoursKey(idFor('who'), entry)]);
  await putAll([{ ...rootsProgressAt, version: 1, day: today }]);
  await expect(grow()).rejects.toThrow('are not what its root says');
});

test('an entry that is a minute old cannot be written any more', async () => {
  const before = cloud.now();
  await expect(
    (async () => {
      const wish = { name: 'late' };
      const { enter } =
        require('../../../functions/hours/hours.table') as typeof import('../../../functions/hours/hours.table');
      enter(idFor('who'), { ...wish, sequence: 1, at: before - minuteMs - 1 } as never);
    })(),
  ).rejects.toThrow('cannot be written');
});

describe('what everybody can see', () => {
  test('the roots of a month, one day with its file, and a proof of one’s own entry', async () => {
    await grow();
    const [who, other] = [await volunteer(cloud), await volunteer(cloud)];
    await credited(who.volunteerId, { name: 'one' });
    await credited(who.volunteerId, { name: 'two', minutes: 60 });
    for (const name of ['a', 'b', 'c']) await credited(idFor(name), { name });
    const early = await who.call('GET /me/hours/{sequence}/proof', { sequence: 1 });
    expect(early).toMatchObject({ status: 409, body: { code: 'root_not_yet' } });
    cloud.setTime(noon + dayMs);
    await grow();

    const listed = await cloud.call('GET /roots', { month: today.slice(0, 6) });
    const row = expect.objectContaining({ day: today, entries: 5 });
    expect(listed).toMatchObject({ status: 200, body: { roots: expect.arrayContaining([row]) } });
    const shown = await cloud.call('GET /roots/{day}', { day: today });
    if (shown.status !== 200 || !('root' in shown.body)) throw new Error('no root');
    const { root, previous, fileUrls } = shown.body;
    const file = (await (await fetch(fileUrls[0] ?? '')).json()) as { leaves: string[] };
    expect(rootOf(sha256, { day: today, previous, hashes: file.leaves })).toBe(root);
    expect(await cloud.call('GET /roots/{day}', { day: '20200101' })).toMatchObject({
      status: 404,
    });

    const proved = await who.ask('GET /me/hours/{sequence}/proof', { sequence: 2 });
    expect(proved).toMatchObject({ day: today, root });
    const entryHash = createHash('sha256').update(proved.entry).digest('hex');
    expect(entryHash).toBe(proved.hash);
    expect(verifyProof(sha256, { entryHash, root, proof: proved.proof })).toBe(true);
    expect(JSON.parse(proved.entry)).toMatchObject({ creditedMinutes: 60, sequence: 2 });
    const changed = createHash('sha256').update(proved.entry.replace('60', '61')).digest('hex');
    expect(verifyProof(sha256, { entryHash: changed, root, proof: proved.proof })).toBe(false);

    for (const [person, request] of [
      [other, { sequence: 1 }],
      [who, { sequence: 3 }],
      [other, { sequence: 1, forVolunteerId: who.volunteerId }],
    ] as const) {
      expect(await person.call('GET /me/hours/{sequence}/proof', request)).toMatchObject({
        status: 404,
      });
    }
  });

  test('the file cannot be had → the proof is made from the index', async () => {
    await grow();
    const who = await volunteer(cloud);
    await credited(who.volunteerId, { name: 'one' });
    cloud.setTime(noon + dayMs);
    await grow();
    const { FILES_ENDPOINT } = process.env;
    process.env.FILES_ENDPOINT = 'http://127.0.0.1:9';
    const { hash, root, proof } = await who.ask('GET /me/hours/{sequence}/proof', { sequence: 1 });
    process.env.FILES_ENDPOINT = FILES_ENDPOINT;
    expect(verifyProof(sha256, { entryHash: hash, root, proof })).toBe(true);
  });
});
