import type { RecoveryState } from '#shared/recoveries';
import type { RefusalCode } from '#shared/refusals';
import { dayMs } from '#shared/time';

/**
 * A request of one member of staff to give somebody a new way in (`recover`), or to join two accounts of one person
 * (`merge`: `volunteerId` stays, `closingId` is closed). Another one confirms or refuses it. Times in ms.
 */
export type Recovery = {
  version: number;
  recoveryId: string;
  organisationId: string;
  kind: 'recover' | 'merge';
  state: Exclude<RecoveryState, 'expired'>;
  volunteerId: string;
  maskedName: string;
  sealedPhone?: string;
  maskedPhone?: string;
  closingId?: string;
  closingName?: string;
  why: string;
  openedBy: string;
  openedAt: number;
  endsAt: number;
  /** Of the request that made it. */
  requestMark: string;
  decidedBy?: string;
  decidedAt?: number;
  refusedWhy?: string;
};

/** Nobody waits for a decision longer than this. */
export const waitsMs = 7 * dayMs;

export type RecoveryEvent = 'confirm' | 'refuse' | 'expire';

/** Every edge there is; what is not listed is refused. */
const edges: Record<RecoveryState, Partial<Record<RecoveryEvent, RecoveryState>>> = {
  open: { confirm: 'done', refuse: 'refused', expire: 'expired' },
  done: {},
  refused: {},
  expired: {},
};

export const afterRecoveryEvent = (
  state: RecoveryState,
  event: RecoveryEvent,
): RecoveryState | undefined => edges[state][event];

/** Nothing is written when the time is over: the end stands on the request from the beginning. */
export const recoveryStateAt = ({ state, endsAt }: Recovery, now: number): RecoveryState =>
  state === 'open' && now >= endsAt ? 'expired' : state;

export type Decision = { by: string; event: 'confirm' | 'refuse' };
export type DecisionVerdict =
  | { status: 'refused'; code: RefusalCode }
  | { status: 'decided_before' }
  | { status: 'decided' };

/** Whoever opened it may take it back, but never confirm it; the person may do neither. */
export function judgeDecision(
  recovery: Recovery,
  { by, event }: Decision,
  now: number,
): DecisionVerdict {
  const { openedBy, volunteerId, closingId, decidedBy } = recovery;
  const isSubject = by === volunteerId || by === closingId;
  if (isSubject || (by === openedBy && event === 'confirm')) {
    return { status: 'refused', code: 'not_to_oneself' };
  }
  const state = recoveryStateAt(recovery, now);
  const wanted = event === 'confirm' ? 'done' : 'refused';
  if (decidedBy === by && state === wanted) return { status: 'decided_before' };
  return afterRecoveryEvent(state, event) === undefined
    ? { status: 'refused', code: 'recovery_closed' }
    : { status: 'decided' };
}
