import { rosterIndex } from '../indexes';
import { itemsOf } from '../platform/pages';
import { refuse } from '../platform/refuse';
import { query } from '../platform/table';
import type { ServiceRecord } from './record.rules';

type Listed = { shiftId: string; shards: number };

/** Everybody on a shift's roster, shard by shard. A shift has at most 5,000 places. */
export async function* everybodyOf({ shiftId, shards }: Listed): AsyncGenerator<ServiceRecord> {
  for (let shard = 0; shard < shards; shard++) {
    yield* itemsOf<ServiceRecord>({ index: 'gx1', pk: rosterIndex(shiftId, shard), limit: 500 });
  }
}

type Page = { records: ServiceRecord[]; cursor?: string };

/** A page of those of the roster that `take` wants. Its cursor is the shard and the cursor within it. */
export async function pageOf(
  { shiftId, shards }: Listed,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
  take: (record: ServiceRecord) => boolean,
): Promise<Page> {
  const records: ServiceRecord[] = [];
  let { shard, within } = placeIn(cursor);
  while (shard < shards && records.length < limit) {
    const pk = rosterIndex(shiftId, shard);
    const left = limit - records.length;
    const page = await query<ServiceRecord>({ index: 'gx1', pk, limit: left, cursor: within });
    records.push(...page.items.filter(take));
    within = page.cursor;
    if (within === undefined) shard++;
  }
  return { records, ...(shard < shards && { cursor: `${shard}-${within ?? ''}` }) };
}

function placeIn(cursor = '0-'): { shard: number; within: string | undefined } {
  const [, shard = '', within = ''] = /^(\d{1,2})-(.*)$/.exec(cursor) ?? refuse('request_invalid');
  return { shard: Number(shard), within: within || undefined };
}
