import { dayOf } from '#shared/time';
import type { EvidenceGrade } from '#shared/vocabulary';
import { hoursDayIndex } from '../indexes';
import { hoursKey, shardOf } from '../keys';
import type { Chained } from '../ledger/chain';
import type { At, Write } from '../platform/table';
import { create } from '../platform/table';

/** An hours entry: written once, in sequence, hashed. What it was for, what it counts, and what stands behind it. */
export type HoursEntry = Chained & {
  /** `merge`: what another account of the person brought, or gave away. */
  cause: 'service' | 'merge';
  causeId: string;
  title: string;
  rawMinutes: number;
  creditedMinutes: number;
  grade: EvidenceGrade;
  pack: string;
  packVersion: number;
  /** SHA-256 of the evidence and its salt; the evidence itself lies on the record and can be erased. */
  evidenceHash: string;
  at: number;
};

const shards = 16;

export const hoursAt = (volunteer: string, sequence: number): At<HoursEntry> =>
  hoursKey(volunteer, sequence);

/** Appends an entry. A sequence that is taken is a lost race. Listed by day on gx2, for the daily root. */
export function enter(volunteer: string, entry: HoursEntry): Write {
  const index = {
    gx2pk: hoursDayIndex(dayOf(entry.at), shardOf(volunteer, shards)),
    gx2sk: entry.hash,
  };
  return create(hoursAt(volunteer, entry.sequence), { ...entry, ...index });
}
