import type { RefusalCode } from '#shared/refusals';
import { dayMs } from '#shared/time';
import type { ActivityState } from '#shared/vocabulary';
import type { Activity } from './activity.rules';
import { afterEvent, judgePlan } from './activity.rules';
import type { Shift, Span } from './shift.rules';

/** What happens to an activity after its publication: shifts called off or moved, and its settlement. */

type Verdict = { status: 'exists' | 'open' } | { status: 'refused'; code: RefusalCode };
const refused = (code: RefusalCode): Verdict => ({ status: 'refused', code });

type Timed = Span & Pick<Shift, 'cancelledAt' | 'movedTo'>;
const isLive = ({ cancelledAt, endsAt }: Timed, now: number): boolean =>
  cancelledAt === undefined && now < endsAt;

/** Those of the shifts that calling off the whole would call off: what is over stays as it was. */
export const liveOf = <S extends Timed>(shifts: readonly S[], now: number): S[] =>
  shifts.filter((shift) => isLive(shift, now));

/** The state of an activity of which these shifts are left: called off when none of them took place or will. */
export const stateWithout = (
  { state }: Pick<Activity, 'state'>,
  shifts: readonly Timed[],
): ActivityState =>
  shifts.every(({ cancelledAt }) => cancelledAt !== undefined)
    ? (afterEvent(state, 'cancel') ?? state)
    : state;

/** Whether one shift may be called off: until it ends. */
export function judgeCancellation(
  { state }: Pick<Activity, 'state'>,
  shift: Timed,
  now: number,
): Verdict {
  if (shift.cancelledAt !== undefined) return { status: 'exists' };
  if (afterEvent(state, 'cancel') === undefined) return refused('activity_moved_on');
  return isLive(shift, now) ? { status: 'open' } : refused('shift_ended');
}

/** Whether all that is left of an activity may be called off. */
export function judgeCancellationOfAll(
  { state }: Pick<Activity, 'state'>,
  shifts: readonly Timed[],
  now: number,
): Verdict {
  if (state === 'cancelled') return { status: 'exists' };
  if (afterEvent(state, 'cancel') === undefined) return refused('activity_moved_on');
  const over = shifts.length > 0 && liveOf(shifts, now).length === 0;
  return over ? refused('shift_ended') : { status: 'open' };
}

/** So many shifts an activity may have grown to; all are read at once. */
const shiftsMax = 60;

/**
 * Whether a shift may be moved to a new time: before it starts, once (the new one may be moved again). A resent
 * request finds the shift it made.
 */
export function judgePostponement(
  { state, shiftIds }: Pick<Activity, 'state' | 'shiftIds'>,
  { shift, wanted, moved }: { shift: Timed; wanted: Span; moved: Span | undefined },
  now: number,
): Verdict {
  if (moved?.startsAt === wanted.startsAt && moved.endsAt === wanted.endsAt) {
    return { status: 'exists' };
  }
  if (afterEvent(state, 'move') === undefined) return refused('activity_moved_on');
  if (shift.cancelledAt !== undefined) return refused('shift_cancelled');
  if (shift.startsAt <= now) return refused('shift_started');
  const unfit = judgePlan(wanted, now);
  if (unfit) return refused(unfit);
  if (wanted.startsAt <= now) return refused('shift_in_the_past');
  return shiftIds.length >= shiftsMax ? refused('moved_too_often') : { status: 'open' };
}

/** A shift can be settled from a day after its end on; then no late scan arrives any more. */
export const settleAfterMs = dayMs;

/** Whether it is over and its settlement begins. */
export const hasEnded = ({ state, lastEndsAt = 0 }: Activity, now: number): boolean =>
  afterEvent(state, 'end') !== undefined && lastEndsAt + settleAfterMs <= now;

/** The state of an activity of which these shifts are settled: settled with the last of them that took place. */
export function stateSettled(
  { state }: Pick<Activity, 'state'>,
  shifts: readonly Pick<Shift, 'settledAt' | 'cancelledAt'>[],
): ActivityState {
  const waits = shifts.some((it) => it.settledAt === undefined && it.cancelledAt === undefined);
  return waits ? state : (afterEvent(afterEvent(state, 'end') ?? state, 'settle') ?? state);
}
