import { startOfStep, stepAt, stepsAhead, stepsBehind } from '#shared/code';
import type { RefusalCode } from '#shared/refusals';
import { minuteMs } from '#shared/time';
import type { Gate } from '../activities/shift.rules';
import { earlyMs, graceEndsAt, lastMomentOf } from '../activities/shift.rules';
import type { ServiceRecord } from '../records/record.rules';

/** What a scan says by itself: when its code was shown, at which gate, and whether that is now. */

/**
 * A scan as far as its own code tells: which end, at which gate, when it was shown, and when it arrived (ms). A
 * `countersigned` one is of the volunteer's own code: the organiser who scans it stands for the presence.
 */
export type Scan = {
  kind: 'checkin' | 'checkout';
  gate: number;
  step: number;
  at: number;
  countersigned?: boolean;
};
export type ScannedShift = {
  startsAt: number;
  endsAt: number;
  extendedTo?: number;
  graceMinutes: number;
  cancelledAt?: number;
  gates: Record<string, Gate>;
};

/** What a code that was shown says about now. Printed ones, step 0, are never shown on a screen. */
export function windowOf(step: number, at: number): 'ahead' | 'now' | 'behind' {
  const now = stepAt(at);
  if (step > now + stepsAhead) return 'ahead';
  return step < now - stepsBehind ? 'behind' : 'now';
}

/** Why a code does not prove presence now; undefined when it does. */
export function judgePresence(
  { gate, step, at }: Pick<Scan, 'gate' | 'step' | 'at'>,
  { gates }: Pick<ScannedShift, 'gates'>,
): RefusalCode | undefined {
  const notLiving = judgeLiving(step, at);
  if (notLiving) return notLiving;
  const issued = gates[gate];
  return !issued || issued.revokedAt !== undefined ? 'gate_revoked' : undefined;
}

/** Why a volunteer's own code is not one that their phone shows now; undefined when it is. */
export function judgeLiving(step: number, at: number): RefusalCode | undefined {
  const refusals = { ahead: 'code_ahead', behind: 'code_stale', now: undefined } as const;
  return refusals[windowOf(step, at)];
}

/** Why a code was never shown at a gate at its step; undefined when it was, whatever became of the gate afterwards. */
export function judgeShown(
  { gate, step }: Pick<Scan, 'gate' | 'step'>,
  { gates }: Pick<ScannedShift, 'gates'>,
): RefusalCode | undefined {
  const issued = gates[gate];
  if (step === 0) return 'code_stale';
  if (!issued) return 'gate_revoked';
  if (step < stepAt(issued.issuedAt)) return 'code_stale';
  const { revokedAt = Number.POSITIVE_INFINITY } = issued;
  return startOfStep(step) >= revokedAt ? 'gate_revoked' : undefined;
}

/** Why nobody can check in at a moment; undefined when one can. */
export function judgeArriving(at: number, shift: ScannedShift): RefusalCode | undefined {
  if (at < shift.startsAt - earlyMs) return 'checkin_too_early';
  return at >= lastMomentOf(shift) ? 'checkin_too_late' : undefined;
}

/** Why nobody who came then can check out at a moment. Whoever checks out has a minute to credit. */
export function judgeLeaving(
  at: number,
  shift: ScannedShift,
  { inAt = shift.startsAt }: Pick<ServiceRecord, 'inAt'>,
): RefusalCode | undefined {
  if (at < Math.max(inAt, shift.startsAt) + minuteMs) return 'checkout_too_early';
  return at > graceEndsAt(shift) ? 'checkout_too_late' : undefined;
}

/** Why no digits may be typed now; undefined while a screen may show some. */
export function judgeTyping(
  shift: Pick<ScannedShift, 'startsAt' | 'endsAt' | 'extendedTo' | 'graceMinutes'>,
  now: number,
): RefusalCode | undefined {
  if (now < shift.startsAt - earlyMs) return 'checkin_too_early';
  return now > graceEndsAt(shift) ? 'checkout_too_late' : undefined;
}

/** Every step whose digits may still be typed now. */
export function stepsAround(at: number): number[] {
  const now = stepAt(at);
  const count = stepsBehind + stepsAhead + 1;
  return Array.from({ length: count }, (_, index) => now - stepsBehind + index);
}
