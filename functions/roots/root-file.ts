import { fileBytesMax, getFile, putFile } from '../platform/files';
import type { Root } from './root.table';

/** A day's root as a file: with its leaves, so that anybody can build the tree again and look for one of them. */
export type RootFile = Root & { leaves: string[] };

/** A file holds so many leaves, which is below the 10 MB of a file; the rest stands in further pieces. */
const leavesMax = 100_000;

const fileOf = (day: string, piece: number): string =>
  piece === 0 ? `roots/${day}.json` : `roots/${day}-${piece + 1}.json`;

/** The files of a root, in order. */
export const rootFilesOf = ({ day, entries }: Pick<Root, 'day' | 'entries'>): string[] =>
  Array.from({ length: Math.max(1, Math.ceil(entries / leavesMax)) }, (_, piece) =>
    fileOf(day, piece),
  );

/** Writes the file of a root. The same root makes the same file. */
export async function putRootFile(root: Root, hashes: readonly string[]): Promise<void> {
  const { day, previous, entries, at } = root;
  const head = { day, root: root.root, previous, entries, at };
  const leaves = [...hashes].sort();
  for (const [piece, file] of rootFilesOf(root).entries()) {
    const own = leaves.slice(piece * leavesMax, (piece + 1) * leavesMax);
    await putFile(file, 'application/json', JSON.stringify({ ...head, leaves: own }));
  }
}

/** What the files of a root say; undefined when one is missing or is no such file. */
export async function getRootFile(
  root: Pick<Root, 'day' | 'entries'>,
): Promise<RootFile | undefined> {
  const texts: string[] = [];
  for (const file of rootFilesOf(root)) {
    const bytes = await getFile(file, fileBytesMax);
    if (!bytes) return undefined;
    texts.push(bytes.toString('utf8'));
  }
  return rootFileIn(texts);
}

/** The same out of the texts of the files. */
export function rootFileIn(texts: readonly string[]): RootFile | undefined {
  try {
    const pieces = texts.map((text) => JSON.parse(text) as RootFile);
    const leaves = pieces.flatMap((piece) => piece.leaves);
    const [first] = pieces;
    return first && leaves.every((leaf) => typeof leaf === 'string')
      ? { ...first, leaves }
      : undefined;
  } catch {
    return undefined;
  }
}
