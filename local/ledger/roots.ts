import { rootOf } from '#shared/merkle';
import { dayMs, dayOf, startOfDay } from '#shared/time';
import { hoursShards } from '../../functions/hours/hours.table';
import { hoursDayIndex } from '../../functions/indexes';
import { itemsOf } from '../../functions/platform/pages';
import type { Key } from '../../functions/platform/table';
import { read } from '../../functions/platform/table';
import type { Root } from '../../functions/roots/root.table';
import { firstRootAt, rootAt, rootsProgressAt, sha256 } from '../../functions/roots/root.table';
import type { RootFile } from '../../functions/roots/root-file';
import type { Finding } from './books';

/** Gives what the published files of a root say; absent when nobody can be asked for them. */
export type FilesOf = (root: Root) => Promise<RootFile | undefined>;
type Entry = Key & { hash: string; sequence: number };

/** Goes through the roots from the first day on, one day at a time. */
export async function* checkRoots(filesOf: FilesOf | undefined): AsyncGenerator<Finding | Root> {
  const [first, progress] = await read(firstRootAt, rootsProgressAt);
  if (!first) return;
  // Up to here the clock has said that root and file are there; beyond it there may be roots, without files.
  const doneUntil = progress?.day ?? first.day;
  let previous = '';
  for (let at = startOfDay(first.day); ; at += dayMs) {
    const day = dayOf(at);
    const [root] = await read(rootAt(day));
    if (!root && day >= doneUntil) return;
    if (!root) {
      yield { where: `root of ${day}`, what: 'it is missing' };
      return;
    }
    const files = day < doneUntil ? filesOf : undefined;
    const found = await faultsOf(root, { previous, filesOf: files });
    for (const what of found) yield { where: `root of ${day}`, what };
    yield root;
    previous = root.root;
  }
}

type Beside = { previous: string; filesOf: FilesOf | undefined };

async function faultsOf(root: Root, { previous, filesOf }: Beside): Promise<string[]> {
  const { day } = root;
  const found: string[] = [];
  if (root.previous !== previous) found.push('it does not follow the root of the day before');
  const file = await filesOf?.(root);
  const published = file && rootOf(sha256, { day, previous: file.previous, hashes: file.leaves });
  if (filesOf && !file) found.push('its file is missing');
  else if (file && (file.root !== root.root || published !== root.root)) {
    found.push('its file says something else');
  }
  const entries = await entriesOn(day);
  const hashes = [...entries.keys()];
  if (rootOf(sha256, { day, previous: root.previous, hashes }) === root.root) return found;
  const named = file && published === root.root ? differences(entries, file.leaves) : [];
  return [
    ...found,
    ...(named.length > 0 ? named : ['the entries of the day are not what it says']),
  ];
}

/** Which entries are there that the root does not hold, and the other way round. */
function differences(entries: Map<string, Entry>, leaves: readonly string[]): string[] {
  const known = new Set(leaves);
  const added = [...entries.values()].filter(({ hash }) => !known.has(hash));
  const gone = leaves.filter((leaf) => !entries.has(leaf));
  return [
    ...added.map(
      ({ pk, sequence }) =>
        `entry ${sequence} of ${pk.slice(2)} is not under it: altered or put in`,
    ),
    ...gone.map((hash) => `the entry with the hash ${hash} is under it and nowhere else: cut off`),
  ];
}

async function entriesOn(day: string): Promise<Map<string, Entry>> {
  const found = new Map<string, Entry>();
  for (let shard = 0; shard < hoursShards; shard++) {
    const listed = { index: 'gx2', pk: hoursDayIndex(day, shard), limit: 1_000 } as const;
    for await (const { pk, sk, hash, sequence } of itemsOf<Entry>(listed)) {
      found.set(hash, { pk, sk, hash, sequence });
    }
  }
  return found;
}
