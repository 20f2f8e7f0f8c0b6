import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { LedgerHead } from './wallet.table';

/**
 * One hash chain per volunteer and ledger: SHA-256 over the RFC 8785 form of the entry, which holds the previous hash.
 * An entry that is altered, dropped or put in breaks every hash after it.
 */
export type Chained = { sequence: number; previousHash: string; hash: string };

/** Puts the next entry behind `head`. */
export function chain<T extends object>(head: LedgerHead, entry: T): T & Chained {
  const linked = { ...entry, sequence: head.sequence + 1, previousHash: head.hash };
  return { ...linked, hash: hashOf(linked) };
}

/** The hash of everything in an entry but the hash itself. Index attributes are not part of an entry. */
export const hashOf = (entry: object): string =>
  createHash('sha256')
    .update(canonicalize(entry) ?? '')
    .digest('hex');

/** What of a stored row is not the entry: where it lies and where it is listed. */
const around = ['pk', 'sk', 'gx1pk', 'gx1sk', 'gx2pk', 'gx2sk', 'hash'];

/** What is hashed of an entry as it is stored, letter by letter: everything but its hash and its keys. */
export function hashedText(row: Chained): string {
  const fields = Object.entries(row).filter(([name]) => !around.includes(name));
  return canonicalize(Object.fromEntries(fields)) ?? '';
}

/** Whether a stored row is what its hash says. */
export const isAsHashed = (row: Chained): boolean =>
  createHash('sha256').update(hashedText(row)).digest('hex') === row.hash;

export const headOf = ({ sequence, hash }: Chained): LedgerHead => ({ sequence, hash });
