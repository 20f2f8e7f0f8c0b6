import type { EntryGrade, TypingReason } from '#shared/hours.words';
import type { RefusalCode } from '#shared/refusals';
import type { AbsenceReason, RecordState } from '#shared/vocabulary';

/**
 * How one end of a service was witnessed. Distances in metres (GCJ-02 on both sides); no coordinate is kept.
 *
 * `token`, `digits`: a code on the organiser's screen, scanned or typed. `claim`, `browser_claim`: the same by somebody
 * who registered afterwards. `countersign`: an organiser or keeper scanned the volunteer's own living code, `card`: a
 * printed one. `joint`: nothing was scanned, those who were there said so together. `confirmed`: an organiser said when.
 */
export type Evidence = {
  scanId: string;
  by:
    | 'token'
    | 'digits'
    | 'claim'
    | 'browser_claim'
    | 'countersign'
    | 'card'
    | 'joint'
    | 'confirmed';
  gate: number;
  step: number;
  /** Who scanned the volunteer's code, vouched for the scan or said the time. Of a card its number stands as the gate. */
  countersignedBy?: string;
  /** The scan arrived after its code had gone: its time is the code's, and it credits nothing by itself. */
  late?: true;
  /** When it arrived (ms), of a late one. */
  arrivedAt?: number;
  /** Marks the phone: the same one at two people's ends is seen, which one it is cannot be. */
  device?: string;
  entryScene?: number;
  metersAway?: number;
  accuracyMeters?: number;
};

/** Who asks whether a person comes, by name, and until when they may answer (ms). `groupId`: whose list it was. */
export type Question = { by: 'group' | 'moved'; name: string; until: number; groupId?: string };
/** How a sign-up ended before the shift: by the person, by its being called off or moved, or unanswered in time. */
export type Ending = 'self' | 'cancelled' | 'moved' | 'expired';

/**
 * A time in which somebody was away in the middle of a service (ms); the last one may still be open. `beginId`, `endId`:
 * the requests that said so, so that each counts once.
 */
export type Break = { from: number; until?: number; beginId?: string; endId?: string };
/** Hours that somebody typed: who, why, and who else agreed. */
export type Typing = {
  /** Names the row of the public list. */
  typedId: string;
  by: string;
  at: number;
  reason: TypingReason;
  note: string;
  approvedBy?: string;
};
/** A person's word on a record that no rule could close: never the volunteer's own. */
export type Decision = { by: string; at: number; verdict: 'confirm' | 'decline'; reason: string };
/** Somebody said that a public row is wrong, or the volunteer that it is too little. One at a time. */
export type Dispute = { disputeId: string; kind: 'objection' | 'appeal'; at: number };
/** Those present were asked to scan once more, until a time (ms). */
export type Recheck = { askedAt: number; until: number; answeredAt?: number };

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
  breaks?: Break[];
  /** Credited time reaches so far instead of the end, because the shift was extended on the spot. */
  extendedTo?: number;
  recheck?: Recheck;
  typing?: Typing;
  decision?: Decision;
  dispute?: Dispute;
  rawMinutes?: number;
  creditedMinutes?: number;
  /** Credited minutes by day: two of them when the service went over midnight. */
  byDay?: Record<string, number>;
  points?: number;
  grade?: EntryGrade;
  /** The entry of the hours ledger that stands now. */
  hoursSequence?: number;
  /** D and E: the points come when the public notice has passed. */
  pointsWait?: true;
  /** The public notice of a settled shift; afterwards the hours are final (ms). */
  noticeUntil?: number;
  gx1pk: string;
  gx1sk: string;
  gx2pk?: string;
  gx2sk?: string;
};

/**
 * What can happen to a record. `end`: called off, moved, or not answered in time. `scan_late`: a scan arrived whose code
 * had gone. `close`: nobody checked out within a day. `type`: an organiser wrote down hours. `decline`: whoever had to
 * vouch did not. `correct`: other minutes; `reverse`: none.
 */
export type RecordEvent =
  | 'sign_up'
  | 'wait'
  | 'ask'
  | 'confirm'
  | 'move_up'
  | 'check_in'
  | 'scan_late'
  | 'close'
  | 'type'
  | 'credit'
  | 'decline'
  | 'correct'
  | 'reverse'
  | 'withdraw'
  | 'end'
  | 'miss';

const came = { check_in: 'checked_in', scan_late: 'late', type: 'typed' };
const begin = { ...came, sign_up: 'signed_up', wait: 'waiting', ask: 'asked' };
const leave = { ...came, withdraw: 'withdrawn', end: 'withdrawn' };
const judged = { credit: 'credited', decline: 'declined' };

/** Every edge there is; what is not listed cannot happen. Whoever withdrew may come again. */
const edges = {
  none: begin,
  withdrawn: begin,
  waiting: { ...leave, move_up: 'signed_up', ask: 'asked' },
  asked: { ...leave, confirm: 'signed_up' },
  signed_up: { ...leave, miss: 'no_show' },
  checked_in: { credit: 'credited', scan_late: 'late', close: 'closed' },
  late: { ...judged, scan_late: 'late' },
  closed: { ...judged, scan_late: 'late' },
  typed: judged,
  credited: { correct: 'credited', reverse: 'declined' },
  // An appeal was right: what was declined or never seen is credited after all.
  declined: { credit: 'credited' },
  no_show: { scan_late: 'late', type: 'typed', credit: 'credited' },
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
