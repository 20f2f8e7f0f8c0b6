import type { SampleResult } from '#shared/suspicions.words';
import { dayMs } from '#shared/time';
import {
  checkedKey,
  emergencyKey,
  examineKey,
  examineProgressKey,
  factKey,
  findingKey,
  findingListKey,
} from '../evidence-keys';
import type { Progress } from '../platform/days';
import type { At, Write } from '../platform/table';
import type { Fact } from './fact.rules';
import type { Finding } from './suspicion.rules';

/** What is compared of a record; empty once the record counts no longer. It goes after a while: the record stays. */
export type StoredFact = { fact?: Fact };
export type ToExamine = { organisationId: string; month: string };
/** A finding on an organisation's list, by the severity it had then. */
export type Listed = { findingId: string; rule: string; rank: number };
/** What an auditor noted on an hour of the sample. */
export type Checked = {
  version: number;
  result: SampleResult;
  note: string;
  by: string;
  at: number;
};

/** Facts are compared within a month and the next look at it; a quarter leaves room for what is typed late. */
const keptMs = 100 * dayMs;
const expiry = (now: number) => ({ expiresAt: Math.ceil((now + keptMs) / 1000) });

export const findingAt = (finding: string): At<Finding> => findingKey(finding);
export const checkedAt = (organisation: string, volunteer: string, sequence: number): At<Checked> =>
  checkedKey(organisation, volunteer, sequence);
export const examineProgressAt: At<Progress> = examineProgressKey;
export const listedAt = (
  organisation: string,
  month: string,
  place: { rank: number; findingId: string },
): At<Listed> => findingListKey(organisation, month, place);

type Whose = { organisationId: string; month: string; volunteerId: string; shiftId: string };

/** Writes what stands of a record now, whatever stood there before. */
export const noteFact = (
  { organisationId, month, ...record }: Whose,
  fact: Fact | undefined,
  now: number,
): Write => ({
  Put: {
    Item: { ...factKey(organisationId, month, record), ...(fact && { fact }), ...expiry(now) },
  },
});

export const noteToExamine = (day: string, what: ToExamine, now: number): Write => ({
  Put: { Item: { ...examineKey(day, what.organisationId, what.month), ...what, ...expiry(now) } },
});

export const noteEmergency = ({ district, day, organisationId }: Fact, now: number): Write => ({
  Put: { Item: { ...emergencyKey(district, day, organisationId), ...expiry(now) } },
});
