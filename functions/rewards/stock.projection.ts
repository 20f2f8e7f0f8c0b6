import { appliedKey, isStockKey, stockCountKey } from '../keys';
import type { Change } from '../platform/stream';
import { applyOnce } from '../platform/stream';
import type { Stock } from './reward.table';

/** How many pieces of a reward are left in all shards: what the shelf shows. */
export async function countStock({ eventId, key, before, after }: Change): Promise<void> {
  if (!isStockKey(key)) return;
  const [was, is] = [before as Stock | undefined, after as Stock | undefined];
  const rewardId = (is ?? was)?.rewardId;
  const delta = (is?.left ?? 0) - (was?.left ?? 0);
  if (rewardId === undefined || delta === 0) return;
  await applyOnce(appliedKey('stock', eventId), [
    {
      Update: {
        Key: stockCountKey(rewardId),
        UpdateExpression: 'ADD #left :delta',
        ExpressionAttributeNames: { '#left': 'left' },
        ExpressionAttributeValues: { ':delta': delta },
      },
    },
  ]);
}
