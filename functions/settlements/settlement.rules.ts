import type { RefusalCode } from '#shared/refusals';
import type { RulePack } from '#shared/rule-packs';
import { dayMs, dayOf, startOfDay } from '#shared/time';
import { settleAfterMs } from '../activities/life.rules';
import type { Shift } from '../activities/shift.rules';
import { earlyMs, lastMomentOf } from '../activities/shift.rules';
import type { ServiceRecord } from '../records/record.rules';

/** When a shift may be settled and what its people see of that. */

type Over = Pick<Shift, 'endsAt' | 'extendedTo'>;

/** From when on a shift may be settled, and open records are closed. */
export const settleFrom = (shift: Over): number => lastMomentOf(shift) + settleAfterMs;

/** The last moment of the pack's last day of notice after a day: whole days, as the law counts them. */
export const noticeEnd = (from: number, { noticeDays }: Pick<RulePack, 'noticeDays'>): number =>
  startOfDay(dayOf(from)) + (noticeDays + 1) * dayMs - 1;

/** How many still wait for somebody's word, and how many were never checked out. */
export type Waiting = { late: number; closed: number; typed: number; checkedIn: number };
export const noneWaiting: Waiting = { late: 0, closed: 0, typed: 0, checkedIn: 0 };

const columns: Partial<Record<ServiceRecord['state'], keyof Waiting>> = {
  ...{ late: 'late', closed: 'closed', typed: 'typed', checked_in: 'checkedIn' },
};
export const waitsAs = ({ state }: Pick<ServiceRecord, 'state'>): keyof Waiting | undefined =>
  columns[state];

export const sumOf = ({ late, closed, typed, checkedIn }: Waiting): number =>
  late + closed + typed + checkedIn;

type Verdict = { status: 'exists' | 'open' } | { status: 'refused'; code: RefusalCode };
const refused = (code: RefusalCode): Verdict => ({ status: 'refused', code });

type Settling = Over & Pick<Shift, 'settledAt' | 'cancelledAt' | 'startsAt'>;

/** Whether it was called off before anybody could be in. Whoever was in when it was called off later has served. */
const neverWas = ({ cancelledAt, startsAt }: Settling): boolean =>
  cancelledAt !== undefined && cancelledAt < startsAt - earlyMs;

/** Whether a shift can be settled: over for a day, so that no late scan can come, and nobody waits for a word. */
export function judgeSettlement(shift: Settling, waiting: Waiting, now: number): Verdict {
  if (shift.settledAt !== undefined) return { status: 'exists' };
  if (neverWas(shift)) return refused('shift_cancelled');
  if (now < settleFrom(shift)) return refused('settle_too_early');
  return sumOf(waiting) > 0 ? refused('records_waiting') : { status: 'open' };
}

/** Whether a record stands on the public notice: what was credited, and what was taken out while it was public. */
export const isPublicRow = ({ state, noticeUntil }: ServiceRecord): boolean =>
  noticeUntil !== undefined && (state === 'credited' || state === 'declined');

const isLate = ({ inEvidence, outEvidence }: ServiceRecord): boolean =>
  inEvidence?.late === true || outEvidence?.late === true;

/** What of a list came late and what was typed: shown with it, because an honest shift has little of both. */
export function shareOf(rows: readonly ServiceRecord[]): {
  rows: number;
  late: number;
  typed: number;
} {
  return {
    rows: rows.length,
    late: rows.filter(isLate).length,
    typed: rows.filter(({ typing }) => typing !== undefined).length,
  };
}
