import { createHash } from 'node:crypto';
import { pinyin } from 'pinyin-pro';
import { dayMs, minuteMs } from '#shared/time';
import { entriesPartition } from '../keys';
import { publishPack } from '../platform/packs';
import { pagesOf } from '../platform/pages';
import { read } from '../platform/table';
import type { Entry, Indexed } from '../search/search.rules';
import type { EntryItem } from '../search/search.table';
import { entryShards, searchChangedAt, searchPack } from '../search/search.table';

/** A page of the table holds at most 1 MB; an entry is about 200 bytes. */
const pageSize = 1_000;
/** Without news the pack is compared with the entries once a day all the same. */
const checkMs = dayMs;
/** The note of a change may be older than the change by so much. */
const lagMs = minuteMs;

/** Publishes what can be found, with its pinyin, when that has changed; without news it costs one read. */
export async function publishCatalogue({
  now,
}: {
  now: number;
}): Promise<'published' | 'unchanged'> {
  const [head, changed] = await read(searchPack.headAt, searchChangedAt);
  const checkedAt = head?.checkedAt ?? head?.publishedAt ?? 0;
  const news = (changed?.changedAt ?? 0) > checkedAt - lagMs;
  if (head && !news && now - checkedAt < checkMs) return 'unchanged';
  return publishPack(searchPack, { ...catalogueOf(await allEntries(now)), now });
}

/** The same entries give the same content and version, in whatever order they come. */
export function catalogueOf(entries: readonly Entry[]): { version: string; content: Indexed[] } {
  const content = [...entries]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((entry): Indexed => ({ ...entry, syllables: syllablesOf(entry.name) }));
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return { version: hash.slice(0, 16), content };
}

/** `青岛A队` → `qing dao a dui`, each sign by itself; the words around a sign decide how it is read. */
const syllablesOf = (name: string): string[] =>
  pinyin(name, { toneType: 'none', type: 'array', nonZh: 'spaced', v: true }).map((it) =>
    it.toLowerCase(),
  );

async function allEntries(now: number): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (let shard = 0; shard < entryShards; shard++) {
    const written = { pk: entriesPartition(shard), limit: pageSize };
    for await (const page of pagesOf<EntryItem>(written)) {
      entries.push(...page.flatMap((item) => livingEntry(item, now)));
    }
  }
  return entries;
}

function livingEntry({ kind, id, name, of, district, startsAt, endsAt }: EntryItem, now: number) {
  if (name === '' || (endsAt ?? now + 1) <= now) return [];
  const entry: Entry = { kind, id, name };
  return [
    {
      ...entry,
      ...(of !== undefined && { of }),
      ...(district && { district }),
      ...(startsAt !== undefined && { startsAt }),
      ...(endsAt !== undefined && { endsAt }),
    },
  ];
}
