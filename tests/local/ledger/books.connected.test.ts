import { dayMs, minuteMs } from '#shared/time';
import { runErasures } from '../../../functions/accounts/erasures';
import { growRoots } from '../../../functions/roots/grow';
import { getRootFile } from '../../../functions/roots/root-file';
import { verifyLedger } from '../../../local/ledger/verify';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { volunteer } from '../../support/given';
import { credited } from '../../support/given-hours';
import { itemsOf } from '../../support/items';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

test('a person is deleted with all evidence → their books and every root hold all the same', async () => {
  await growRoots({ now: cloud.now() });
  const who = await volunteer(cloud);
  for (const name of ['1', '2']) await credited(who.volunteerId, { name });
  await who.ask('POST /me/deletion', { understood: true, sure: true });
  const records = async () =>
    (await itemsOf(`V#${who.volunteerId}`)).filter(({ sk }) => sk.startsWith('R#'));
  expect((await records()).every((row) => row.inEvidence !== undefined)).toBe(true);
  for (const later of [7 * dayMs + minuteMs, 16 * minuteMs]) {
    cloud.setTime(cloud.now() + later);
    await runErasures({ now: cloud.now() });
  }
  await cloud.drain();
  for (let run = 0; run < 4; run++) await growRoots({ now: cloud.now() });
  const after = await records();
  expect(after).toHaveLength(2);
  expect(after.every((row) => row.inEvidence === undefined)).toBe(true);
  const verdict = await verifyLedger({ filesOf: getRootFile });
  expect(verdict).toMatchObject({ findings: [], people: 1 });
  expect(verdict.days).toBeGreaterThan(6);
});
