import { dayMs } from '#shared/time';
import { applyOnce } from '../../../functions/platform/stream';
import type { Write } from '../../../functions/platform/table';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { itemsOf } from '../../support/items';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

let partitions = 0;
const fresh = () => `TEST#${++partitions}`;
const marker = (pk: string, event = 'e1') => ({ pk: `${pk}#${event}`, sk: '#X' });
const count = (pk: string, by = 1): Write => ({
  Update: {
    Key: { pk, sk: 'n' },
    UpdateExpression: 'ADD #value :by',
    ExpressionAttributeNames: { '#value': 'value' },
    ExpressionAttributeValues: { ':by': by },
  },
});
/** Takes one away, which cannot be done when nothing is left. */
const takeAway = (pk: string): Write => ({
  Update: {
    Key: { pk, sk: 'n' },
    UpdateExpression: 'SET #value = #value - :one',
    ConditionExpression: '#value >= :one',
    ExpressionAttributeNames: { '#value': 'value' },
    ExpressionAttributeValues: { ':one': 1 },
  },
});
const counted = async (pk: string) => (await itemsOf(pk))[0]?.value;

test('the same change twice, one after the other → counted once', async () => {
  const pk = fresh();
  await applyOnce(marker(pk), [count(pk)]);
  await applyOnce(marker(pk), [count(pk)]);
  expect(await counted(pk)).toBe(1);
});

test('the same change twenty times at once → counted once', async () => {
  const pk = fresh();
  await Promise.all(Array.from({ length: 20 }, () => applyOnce(marker(pk), [count(pk)])));
  expect(await counted(pk)).toBe(1);
});

test('two changes → counted twice; several writes of one change together', async () => {
  const [pk, other] = [fresh(), fresh()];
  await applyOnce(marker(pk, 'e1'), [count(pk), count(other, 5)]);
  await applyOnce(marker(pk, 'e2'), [count(pk), count(other, -2)]);
  expect([await counted(pk), await counted(other)]).toEqual([2, 3]);
});

test('a change that was applied, and could not be applied again → simply known', async () => {
  const pk = fresh();
  await applyOnce(marker(pk, 'e1'), [count(pk)]);
  await applyOnce(marker(pk, 'e2'), [takeAway(pk)]);
  await applyOnce(marker(pk, 'e2'), [takeAway(pk)]);
  expect(await counted(pk)).toBe(0);
});

test('a change that cannot be applied → a fault that names it, and no marker: it can come again', async () => {
  const pk = fresh();
  await expect(applyOnce(marker(pk), [takeAway(pk)])).rejects.toThrow(`cannot apply ${pk}#e1`);
  expect(await itemsOf(`${pk}#e1`)).toEqual([]);
  await applyOnce(marker(pk, 'e0'), [count(pk)]);
  await applyOnce(marker(pk), [takeAway(pk)]);
  expect(await counted(pk)).toBe(0);
});

test('a marker is kept eight days, in whole seconds, then the table drops it', async () => {
  const pk = fresh();
  const at = cloud.now();
  await applyOnce(marker(pk), [count(pk)]);
  const [mark] = await itemsOf(`${pk}#e1`);
  const keptMs = Number(mark?.expiresAt) * 1_000 - at;
  expect(Number.isInteger(mark?.expiresAt)).toBe(true);
  expect(keptMs).toBeGreaterThanOrEqual(8 * dayMs);
  expect(keptMs).toBeLessThan(8 * dayMs + 30_000);
});
