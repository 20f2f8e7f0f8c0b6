import { entryKey, searchChangedKey, searchHeadKey, searchPartKey, shardOf } from '../keys';
import type { Pack } from '../platform/packs';
import type { At, Write } from '../platform/table';
import type { Entry } from './search.rules';

/** Everything that can be found, spread so that building the pack reads a few large pages. */
export const entryShards = 16;
export type EntryItem = Entry & { expiresAt?: number };

/** Signs a published pack: what can be found now, with its pinyin. */
export const searchPack: Pack = { headAt: searchHeadKey, partAt: searchPartKey };
/** When something that can be found last changed, as the stream told it. */
export const searchChangedAt: At<{ changedAt: number }> = searchChangedKey;

/** Notes or changes what can be found; the later of two tellings of one change writes the same. */
export const noteEntry = (entry: Entry): Write => ({
  Put: {
    Item: {
      ...entryKey(shardOf(entry.id, entryShards), entry.id),
      ...entry,
      ...(entry.endsAt !== undefined && { expiresAt: Math.ceil(entry.endsAt / 1000) }),
    },
  },
});

/** What may not be found any more: it stays as an entry without a name until it expires. */
export const hideEntry = ({ id, kind }: Pick<Entry, 'id' | 'kind'>, now: number): Write => ({
  Put: {
    Item: {
      ...entryKey(shardOf(id, entryShards), id),
      ...{ id, kind, name: '', endsAt: 0, expiresAt: Math.ceil(now / 1000) },
    },
  },
});
