import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { hourMs } from '#shared/time';
import { placesKey } from '../../../functions/keys';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { injectFaults } from '../../support/faults';
import { activity, organisation, volunteer } from '../../support/given';
import { itemsOf } from '../../support/items';
import { putAll } from '../../support/put-all';
import { trySignUp } from '../../support/sign-up';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

const conflict = new TransactionCanceledException({
  ...{ message: 'conflict', $metadata: {} },
  CancellationReasons: [{ Code: 'None' }, { Code: 'TransactionConflict' }, { Code: 'None' }],
});

/** Somebody signs up for 500 places in ten shards while so many of their commits meet others. */
async function crowded({ taken, conflicts }: { taken: number; conflicts: number }) {
  const organiser = await volunteer(cloud, '王组织');
  const organisationId = await organisation([[organiser, 'organiser']]);
  const who = await volunteer(cloud);
  const startsAt = cloud.now() + 24 * hourMs;
  const { shiftId } = await activity(cloud, {
    ...{ organiser, organisationId, startsAt },
    capacity: 500,
  });
  const shards = Array.from({ length: 10 }, (_, shard) => placesKey(shiftId, shard));
  await putAll(shards.map((key) => ({ ...key, taken, capacity: 50, open: true })));
  const faults = injectFaults('TransactWriteItemsCommand', (count) =>
    count <= conflicts ? conflict : undefined,
  );
  const begunAt = Date.now();
  const { body } = await trySignUp(who, shiftId);
  faults.remove();
  const places = await Promise.all(shards.map(({ pk }) => itemsOf(pk)));
  const sum = places.flat().reduce((all, it) => all + Number(it.taken), 0);
  return { body, tries: faults.count(), tookMs: Date.now() - begunAt, added: sum - 10 * taken };
}

test('crowded where nothing is left → looked for after two tries and plainly refused', async () => {
  const { body, tries, added } = await crowded({ taken: 50, conflicts: 1_000 });
  expect({ body, tries, added }).toMatchObject({
    ...{ body: { code: 'shift_full' }, tries: 2, added: 0 },
  });
});

test('crowded for more tries than there are rounds of a commit → still a place, and one alone', async () => {
  const { body, added } = await crowded({ taken: 0, conflicts: 9 });
  expect({ body, added }).toEqual({ body: { state: 'signed_up' }, added: 1 });
}, 60_000);

test('crowded without end → busy within one patience for all shards together', async () => {
  const { body, tookMs, added } = await crowded({ taken: 0, conflicts: 1_000 });
  expect({ body, added }).toMatchObject({ body: { code: 'busy' }, added: 0 });
  expect(tookMs).toBeLessThan(9_000);
}, 60_000);
