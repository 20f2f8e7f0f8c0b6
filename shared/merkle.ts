/**
 * The tree over the hours entries of a day, as in RFC 6962: leaves and inner nodes are hashed with a prefix of their
 * own, so that neither can be passed off as the other, and so is the day before, which is the first leaf. Whoever runs
 * this brings a SHA-256. This file imports nothing.
 */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;
/** The way from a leaf to the root: the sibling on each level, in hex. */
export type Proof = { index: number; size: number; siblings: string[] };

const leafMark = 0x00;
const nodeMark = 0x01;
const dayBeforeMark = 0x02;

export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

export const fromHex = (hex: string): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_, i) =>
    Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16),
  );

function joined(mark: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 1));
  bytes[0] = mark;
  let at = 1;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** The leaf of an entry, by the hash of the entry. */
const leafOf = (sha256: Sha256, entryHash: string): Uint8Array =>
  sha256(joined(leafMark, fromHex(entryHash)));

/** The first leaf: which day it is (`20261124`), and the root of the day before, which is empty for the first day. */
function firstLeaf(sha256: Sha256, { day, previous }: { day: string; previous: string }) {
  const digits = Uint8Array.from(day, (digit) => digit.charCodeAt(0));
  return sha256(joined(dayBeforeMark, digits, fromHex(previous)));
}

type Day = { day: string; previous: string };

/** All leaves of a day in order: the day before, then the entries by their hash. */
function leavesOf(sha256: Sha256, { day, previous, hashes }: Day & { hashes: readonly string[] }) {
  const sorted = [...hashes].sort();
  return [
    firstLeaf(sha256, { day, previous }),
    ...sorted.map((entryHash) => leafOf(sha256, entryHash)),
  ];
}

/** One level up; a node without a sibling goes up as it is. */
function above(sha256: Sha256, level: readonly Uint8Array[]): Uint8Array[] {
  const next: Uint8Array[] = [];
  for (let i = 0; i < level.length; i += 2) {
    const [left, right] = [level[i] as Uint8Array, level[i + 1]];
    next.push(right ? sha256(joined(nodeMark, left, right)) : left);
  }
  return next;
}

/** The root of a day, in hex. */
export function rootOf(sha256: Sha256, it: Day & { hashes: readonly string[] }): string {
  let level = leavesOf(sha256, it);
  while (level.length > 1) level = above(sha256, level);
  return toHex(level[0] as Uint8Array);
}

/** The proof that an entry is in the tree of its day; undefined when it is not. */
export function proofOf(
  sha256: Sha256,
  { entryHash, ...it }: Day & { hashes: readonly string[]; entryHash: string },
): Proof | undefined {
  const place = [...it.hashes].sort().indexOf(entryHash);
  if (place === -1) return undefined;
  let level = leavesOf(sha256, it);
  const [index, size] = [place + 1, level.length];
  const siblings: string[] = [];
  for (let at = index; level.length > 1; at >>= 1) {
    const sibling = level[at ^ 1];
    if (sibling) siblings.push(toHex(sibling));
    level = above(sha256, level);
  }
  return { index, size, siblings };
}

/** Whether an entry's hash lies under a root. The proof says nothing that the root does not confirm. */
export function verifyProof(
  sha256: Sha256,
  { entryHash, root, proof }: { entryHash: string; root: string; proof: Proof },
): boolean {
  const { index, size, siblings } = proof;
  if (!(Number.isInteger(index) && index >= 1 && index < size)) return false;
  let [at, last, used] = [index, size - 1, 0];
  let node = leafOf(sha256, entryHash);
  while (last > 0) {
    if (at % 2 === 1 || at < last) {
      const sibling = siblings[used];
      if (sibling === undefined) return false;
      used += 1;
      const other = fromHex(sibling);
      node = sha256(at % 2 === 1 ? joined(nodeMark, other, node) : joined(nodeMark, node, other));
    }
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return used === siblings.length && toHex(node) === root;
}
