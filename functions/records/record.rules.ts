import type { RefusalCode } from '#shared/refusals';
import type { EvidenceGrade, RecordState } from '#shared/vocabulary';

/** How one end of a service was witnessed. Distances in metres; no coordinate is kept. */
export type Evidence = {
  scanId: string;
  by: 'token' | 'digits' | 'claim' | 'browser_claim';
  gate: number;
  step: number;
  entryScene?: number;
  metersAway?: number;
  accuracyMeters?: number;
};

/**
 * A volunteer's service at one shift: signed up → checked in → credited. It is the cause of what is credited, and it
 * moves once, in the transaction that credits. Listed by shift on gx1.
 */
export type ServiceRecord = {
  version: number;
  volunteerId: string;
  maskedName: string;
  shiftId: string;
  activityId: string;
  title: string;
  placeName: string;
  startsAt: number;
  endsAt: number;
  state: RecordState;
  walkIn: boolean;
  /** The capacity shard that holds this person's place. */
  placeShard: number;
  /** Random; salts the hash of the evidence, so that erased evidence cannot be guessed from it. */
  salt: string;
  inAt?: number;
  inEvidence?: Evidence;
  outAt?: number;
  outEvidence?: Evidence;
  rawMinutes?: number;
  creditedMinutes?: number;
  points?: number;
  grade?: EvidenceGrade;
  gx1pk: string;
  gx1sk: string;
};

type Verdict = { status: 'exists' | 'open' } | { status: 'refused'; code: RefusalCode };
type Timed = { endsAt: number; cancelledAt?: number };

/** Whether a person may sign up. Their time and the last place are judged where they are reserved. */
export function judgeSignup(
  { record, registered }: { record: ServiceRecord | undefined; registered: boolean },
  shift: Timed,
  now: number,
): Verdict {
  if (record && record.state !== 'withdrawn') return { status: 'exists' };
  if (!registered) return { status: 'refused', code: 'not_registered' };
  if (shift.cancelledAt !== undefined) return { status: 'refused', code: 'shift_cancelled' };
  if (now >= shift.endsAt) return { status: 'refused', code: 'shift_over' };
  return { status: 'open' };
}

/** Whether a person may withdraw: until they have checked in. */
export function judgeWithdrawal(record: ServiceRecord | undefined): Verdict {
  if (!record) return { status: 'refused', code: 'not_signed_up' };
  if (record.state === 'withdrawn') return { status: 'exists' };
  if (record.state !== 'signed_up') return { status: 'refused', code: 'signup_closed' };
  return { status: 'open' };
}
