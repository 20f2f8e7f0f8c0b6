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
export function hashOf(entry: object): string {
  return createHash('sha256')
    .update(canonicalize(entry) ?? '')
    .digest('hex');
}

export const headOf = ({ sequence, hash }: Chained): LedgerHead => ({ sequence, hash });
