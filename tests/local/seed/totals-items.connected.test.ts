import { dayMs, monthOf } from '#shared/time';
import { growRoots } from '../../../functions/roots/grow';
import { getRootFile } from '../../../functions/roots/root-file';
import { differencesIn, recount } from '../../../functions/totals/recount';
import { verifyLedger } from '../../../local/ledger/verify';
import { seedOnce } from '../../../local/seeding';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';

/** The demo’s books by the product’s own judge. */
let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
  const endpoint = process.env.DYNAMODB_ENDPOINT ?? '';
  await seedOnce({ seed: 'small', endpoint, tableName: cloud.tableName });
});
afterAll(() => cloud.stop());

test('every book of the demo is whole, and its days have roots', async () => {
  const verdict = await verifyLedger({ filesOf: getRootFile });
  expect(verdict.findings).toEqual([]);
  expect(verdict.people).toBeGreaterThan(20);
  expect(verdict.days).toBeGreaterThan(5);
});

test('the clock finds the roots of the demo, writes their files, and goes on from there', async () => {
  await growRoots({ now: cloud.now() });
  cloud.setTime(cloud.now() + 2 * dayMs);
  await growRoots({ now: cloud.now() });
  const verdict = await verifyLedger({ filesOf: getRootFile });
  expect(verdict.findings).toEqual([]);
});

test('the totals of the demo are what its entries come to', async () => {
  const months = [monthOf(cloud.now()), monthOf(cloud.now() - 30 * dayMs)];
  for (const month of months) expect(await differencesIn(month)).toEqual([]);
  const sizes = await Promise.all(months.map(async (month) => (await recount(month)).size));
  expect(Math.max(...sizes)).toBeGreaterThan(5);
});
