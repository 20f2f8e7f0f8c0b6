import type { EntryGrade } from '#shared/hours.words';
import { dayOf, minuteMs } from '#shared/time';
import type { Category, District } from '#shared/vocabulary';
import { hoursDayIndex } from '../indexes';
import { hoursKey, shardOf } from '../keys';
import type { Chained } from '../ledger/chain';
import { now } from '../platform/clock';
import { isDeployed } from '../platform/config';
import type { At, Write } from '../platform/table';
import { create } from '../platform/table';

/** An hours entry: written once, in sequence, hashed. What it was for, what it counts, and what stands behind it. */
export type HoursEntry = Chained & {
  /**
   * `correction`: one half of a reversing pair, or both. `imported`: from a signed list of another system. `merge`: what
   * another account of the person brought, or gave away.
   */
  cause: 'service' | 'correction' | 'imported' | 'merge';
  /** The shift; of a merge the recovery, of an import the list. */
  causeId: string;
  /** The sequence of the entry whose minutes this one takes out. */
  reverses?: number;
  title: string;
  /** Who recorded it (谁组织谁记录，谁记录谁证明), with those above as they were then; and where. Not of a merge. */
  organisationId?: string;
  path?: string[];
  district?: District;
  category?: Category;
  /** When the service began (ms); `at` is when it was written down. */
  servedFrom?: number;
  /** What of it was counted, without what lay outside the reserved time: enough to count it again by other rules. */
  counted?: { from: number; until: number; breaksMs: number };
  rawMinutes: number;
  creditedMinutes: number;
  grade: EntryGrade;
  pack: string;
  packVersion: number;
  /** SHA-256 of the evidence and its salt; the evidence itself lies on the record and can be erased. */
  evidenceHash: string;
  at: number;
};

/** So many partitions hold the entries of a day. */
export const hoursShards = 16;

export const hoursAt = (volunteer: string, sequence: number): At<HoursEntry> =>
  hoursKey(volunteer, sequence);

/** An entry says when it was written down, and is written down then: a day whose root stands is never added to. */
const olderMsMax = minuteMs;
let history = false;

/** Lets what `write` makes up lie in the past: for the demo's rows and for tests, before any root of its days. */
export function writingHistory<T>(write: () => T): T {
  if (isDeployed()) throw new Error('no history is written in a deployed stage');
  history = true;
  try {
    return write();
  } finally {
    history = false;
  }
}

/**
 * Appends an entry. A sequence that is taken is a lost race. Listed by day on gx2, for the daily root. An entry of
 * another time than now is a fault of ours: a run that takes long has to look at the clock for each person.
 */
export function enter(volunteer: string, entry: HoursEntry): Write {
  if (!history && Math.abs(now() - entry.at) > olderMsMax) {
    throw new Error(`an hours entry of ${entry.at} cannot be written at ${now()}`);
  }
  return create(hoursAt(volunteer, entry.sequence), { ...entry, ...listedByDay(volunteer, entry) });
}

/** Where an entry is listed: also what verify-ledger holds its copy in the index against. */
export const listedByDay = (volunteer: string, { at, hash }: Pick<HoursEntry, 'at' | 'hash'>) => ({
  gx2pk: hoursDayIndex(dayOf(at), shardOf(volunteer, hoursShards)),
  gx2sk: hash,
});
