import type { DisputeKind, DisputeState, ObjectionReason } from '#shared/disputes.words';
import type { RefusalCode } from '#shared/refusals';
import type { RulePack } from '#shared/rule-packs';
import { dayMs, dayOf, startOfDay } from '#shared/time';
import type { ServiceRecord } from '../records/record.rules';
import { afterEvent } from '../records/record.rules';
import { isPublicRow, settleFrom } from '../settlements/settlement.rules';

/** What is said against a row of the public notice, and what a volunteer says for themself; and who decides on it. */

/**
 * An objection or an appeal. `handlerPath` is the path, root first, of the organisation whose turn it is: the shift's
 * own at first, one level up each time nobody decided in time. `by` raised it and is named to nobody.
 */
export type Dispute = {
  version: number;
  disputeId: string;
  requestId: string;
  kind: DisputeKind;
  by: string;
  volunteerId: string;
  shiftId: string;
  title: string;
  reason?: ObjectionReason;
  text: string;
  wanted?: { arrivedAt: number; leftAt: number };
  at: number;
  state: DisputeState;
  handlerPath: string[];
  handledBy: string;
  dueAt: number;
  decision?: { by: string; at: number; reason: string; arrivedAt?: number; leftAt?: number };
  /** Only while it waits. */
  gx1pk?: string;
  gx1sk?: string;
  gx2pk: string;
  gx2sk: string;
};

type Days = Pick<RulePack, 'appealDays'>;

/** The last moment of the pack's last day after one. */
const endAfter = (from: number, { appealDays }: Days): number =>
  startOfDay(dayOf(from)) + (appealDays + 1) * dayMs - 1;

/** By when an organisation has to decide. */
export const dueAfter = (at: number, days: Days): number => endAfter(at, days);

type Over = Parameters<typeof settleFrom>[0] & { settledAt?: number };

/** Until when somebody may appeal: so many days after the last word on the record, or after the shift's own end. */
export const appealUntil = (record: ServiceRecord, shift: Over, days: Days): number =>
  endAfter(Math.max(settleFrom(shift), record.decision?.at ?? 0, shift.settledAt ?? 0), days);

type Verdict = { status: 'open' } | { status: 'refused'; code: RefusalCode };
const refused = (code: RefusalCode): Verdict => ({ status: 'refused', code });

/** Whether anybody may object to a row: while it is on the public notice, one at a time. */
export function judgeObjection(record: ServiceRecord | undefined, now: number): Verdict {
  if (!record || !isPublicRow(record) || record.state !== 'credited') return refused('not_found');
  if (record.dispute) return refused('record_disputed');
  return now > (record.noticeUntil ?? 0) ? refused('notice_over') : { status: 'open' };
}

const appealable: readonly ServiceRecord['state'][] = ['closed', 'declined', 'no_show', 'credited'];

/** Whether the volunteer may appeal: what was not credited, or with less than they served; one word at a time. */
export function judgeAppeal(
  record: ServiceRecord,
  { until, now }: { until: number; now: number },
): Verdict {
  if (record.dispute) return refused('record_disputed');
  if (!appealable.includes(record.state)) return refused('not_appealable');
  return now > until ? refused('appeal_over') : { status: 'open' };
}

/** Whether somebody had a hand in a record: confirmed it, typed it, agreed to it, or said a time of it. */
export function hadHandIn(
  { decision, typing, inEvidence, outEvidence }: ServiceRecord,
  who: string,
): boolean {
  const said = [inEvidence, outEvidence].some(
    (end) => end?.by === 'confirmed' && end.countersignedBy === who,
  );
  return said || [decision?.by, typing?.by, typing?.approvedBy].includes(who);
}

export type Ruling = {
  verdict: 'uphold' | 'dismiss';
  reason: string;
  arrivedAt?: number | undefined;
  leftAt?: number | undefined;
};
type Decider = { by: string; own: boolean };

/** Whether somebody may decide: never who raised it, whom it is about or their family, nor who had a hand in it. */
export function judgeDecision(
  dispute: Dispute,
  record: ServiceRecord,
  { ruling, by, own }: Decider & { ruling: Ruling },
): { status: 'exists' | 'open' } | { status: 'refused'; code: RefusalCode } {
  if (own || by === dispute.by) return refused('not_to_oneself');
  if (dispute.state !== 'open') {
    return isSame(dispute, ruling, by) ? { status: 'exists' } : refused('already_decided');
  }
  if (hadHandIn(record, by)) return refused('hand_in_it');
  const lacking = dispute.kind === 'appeal' && ruling.leftAt === undefined;
  if (ruling.verdict === 'uphold' && lacking) return refused('times_missing');
  return { status: 'open' };
}

function isSame({ decision, state }: Dispute, { verdict, ...ruling }: Ruling, by: string): boolean {
  const became = verdict === 'uphold' ? 'upheld' : 'dismissed';
  const told = decision?.by === by && decision.reason === ruling.reason && state === became;
  return told && decision.arrivedAt === ruling.arrivedAt && decision.leftAt === ruling.leftAt;
}

export type Effect = 'none' | 'credit' | 'correct' | 'reverse';

/** What a ruling does to the hours. */
export function effectOf({ state }: ServiceRecord, { verdict, leftAt }: Ruling): Effect {
  if (verdict === 'dismiss') return 'none';
  const event = leftAt === undefined ? 'reverse' : state === 'credited' ? 'correct' : 'credit';
  return afterEvent(state, event) ? event : 'none';
}

/** Whether its time is over and somebody above can still be asked. */
export const isOverdue = ({ state, dueAt, handlerPath }: Dispute, now: number): boolean =>
  state === 'open' && dueAt < now && handlerPath.length > 1;
