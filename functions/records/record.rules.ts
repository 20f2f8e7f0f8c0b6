import type { RefusalCode } from '#shared/refusals';
import type { AbsenceReason, EvidenceGrade, RecordState } from '#shared/vocabulary';

/** How one end of a service was witnessed. Distances in metres; no coordinate is kept. */
export type Evidence = {
  scanId: string;
  by: 'token' | 'digits' | 'claim' | 'browser_claim' | 'card';
  gate: number;
  step: number;
  /** Of a printed card: who scanned it; its number stands as the gate. */
  countersignedBy?: string;
  entryScene?: number;
  metersAway?: number;
  accuracyMeters?: number;
};

/** Who asks whether a person comes, by name, and until when they may answer (ms). `groupId`: whose list it was. */
export type Question = { by: 'group' | 'moved'; name: string; until: number; groupId?: string };
/** How a sign-up ended before the shift: by the person, by its being called off or moved, or unanswered in time. */
export type Ending = 'self' | 'cancelled' | 'moved' | 'expired';

/**
 * A volunteer's service at one shift: signed up → checked in → credited. It is the cause of what is credited, and it
 * moves once, in the transaction that credits. Listed by shift on gx1: in the roster, or among those who wait; a
 * question or a wait that comes to an end is listed by that day on gx2.
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
  /** Who signed this person up in their place. */
  actedBy?: string;
  /** The capacity shard that holds this person's place. */
  placeShard: number;
  /** Random; salts the hash of the evidence, so that erased evidence cannot be guessed from it. */
  salt: string;
  /** Names the risk notice and the insurance that the person agreed to. */
  terms?: string;
  /** Where in the waiting list, and when the person was told that a place went by them. */
  waitingSince?: number;
  skippedAt?: number;
  question?: Question;
  ended?: Ending;
  absence?: AbsenceReason;
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
  gx2pk?: string;
  gx2sk?: string;
};

/** What can happen to a record. `end`: called off, moved, or not answered in time. */
export type RecordEvent =
  | 'sign_up'
  | 'wait'
  | 'ask'
  | 'confirm'
  | 'move_up'
  | 'check_in'
  | 'credit'
  | 'withdraw'
  | 'end'
  | 'miss';

const begin = { sign_up: 'signed_up', wait: 'waiting', ask: 'asked', check_in: 'checked_in' };
const leave = { check_in: 'checked_in', withdraw: 'withdrawn', end: 'withdrawn' };

/** Every edge there is; what is not listed cannot happen. Whoever withdrew may come again. */
const edges = {
  none: begin,
  withdrawn: begin,
  waiting: { ...leave, move_up: 'signed_up', ask: 'asked' },
  asked: { ...leave, confirm: 'signed_up' },
  signed_up: { ...leave, miss: 'no_show' },
  checked_in: { credit: 'credited' },
  credited: {},
  no_show: {},
} as Record<RecordState | 'none', Partial<Record<RecordEvent, RecordState>>>;

/** The state after an event; undefined when the event cannot happen in this state. */
export const afterEvent = (
  state: RecordState | undefined,
  event: RecordEvent,
): RecordState | undefined => edges[state ?? 'none'][event];

/** Who holds a place that somebody else could have. */
export const holdsPlace = (state: RecordState | undefined): boolean =>
  state === 'signed_up' || state === 'asked';

type Verdict = { status: 'exists' | 'open' } | { status: 'refused'; code: RefusalCode };

/** Whether a person may withdraw, decline or stop waiting: until they have checked in. */
export function judgeWithdrawal(record: ServiceRecord | undefined): Verdict {
  if (!record) return { status: 'refused', code: 'not_signed_up' };
  if (record.state === 'withdrawn') return { status: 'exists' };
  if (!afterEvent(record.state, 'withdraw')) return { status: 'refused', code: 'signup_closed' };
  return { status: 'open' };
}

/** So long after its end a shift is over for good: whoever signed up and never came is noted as not having come. */
export const missedMs = 24 * 3_600_000;
