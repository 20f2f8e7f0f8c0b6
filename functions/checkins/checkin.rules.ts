import { stepAt, stepsAhead, stepsBehind } from '#shared/code';
import type { RefusalCode } from '#shared/refusals';
import { minuteMs } from '#shared/time';
import type { EvidenceGrade } from '#shared/vocabulary';
import type { Gate } from '../activities/shift.rules';
import { earlyMs, graceMs } from '../activities/shift.rules';
import type { Evidence, ServiceRecord } from '../records/record.rules';

/**
 * A scan as far as its own code tells: which end, at which gate, when it was shown, and when it arrived (ms). A
 * `countersigned` one is of a printed card: the organiser who scans it stands for the presence that no step proves.
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
  cancelledAt?: number;
  gates: Record<string, Gate>;
};
export type Verdict =
  | { status: 'exists' | 'check_in' | 'walk_in' | 'check_out' }
  | { status: 'refused'; code: RefusalCode };

const refused = (code: RefusalCode): Verdict => ({ status: 'refused', code });

/**
 * What a scan does. Outcomes are tried in the order written here; the tests follow it. Whoever was in when the shift was
 * called off checks out all the same: what was served stays served.
 */
export function judgeScan(
  scan: Scan,
  shift: ScannedShift,
  record: ServiceRecord | undefined,
): Verdict {
  if (alreadyDone(scan, record)) return { status: 'exists' };
  const isLeaving = scan.kind === 'checkout' && record?.state === 'checked_in';
  if (shift.cancelledAt !== undefined && !isLeaving) return refused('shift_cancelled');
  const notPresent = scan.countersigned ? undefined : judgePresence(scan, shift);
  if (notPresent) return refused(notPresent);
  return scan.kind === 'checkin'
    ? judgeCheckin(scan, shift, record)
    : judgeCheckout(scan, shift, record);
}

/** A second scan of the same end finds its receipt; so does a check-in code scanned after check-out. */
function alreadyDone({ kind }: Scan, record: ServiceRecord | undefined): boolean {
  if (record?.state === 'credited') return true;
  return kind === 'checkin' && record?.state === 'checked_in';
}

/** Whether this very scan did one of the ends: its receipt is found even when its code says nothing any more. */
export const wasDoneBy = (scanId: string, { inEvidence, outEvidence }: ServiceRecord): boolean =>
  inEvidence?.scanId === scanId || outEvidence?.scanId === scanId;

/** Why no digits may be typed now; undefined while a screen may show some. */
export function judgeTyping(
  { startsAt, endsAt }: Pick<ScannedShift, 'startsAt' | 'endsAt'>,
  now: number,
): RefusalCode | undefined {
  if (now < startsAt - earlyMs) return 'checkin_too_early';
  return now > endsAt + graceMs ? 'checkout_too_late' : undefined;
}

/** Why a code does not prove presence now; undefined when it does. */
export function judgePresence(
  { gate, step, at }: Pick<Scan, 'gate' | 'step' | 'at'>,
  { gates }: Pick<ScannedShift, 'gates'>,
): RefusalCode | undefined {
  const now = stepAt(at);
  if (step > now + stepsAhead) return 'code_ahead';
  if (step < now - stepsBehind) return 'code_stale';
  const issued = gates[gate];
  if (!issued || issued.revokedAt !== undefined) return 'gate_revoked';
  return undefined;
}

function judgeCheckin(
  { at }: Scan,
  { startsAt, endsAt }: ScannedShift,
  record: ServiceRecord | undefined,
): Verdict {
  if (at < startsAt - earlyMs) return refused('checkin_too_early');
  if (at >= endsAt) return refused('checkin_too_late');
  return { status: record?.state === 'signed_up' ? 'check_in' : 'walk_in' };
}

/** A check-out closes the record for good, so it waits until there is a minute to credit. */
function judgeCheckout(
  { at }: Scan,
  { startsAt, endsAt }: ScannedShift,
  record: ServiceRecord | undefined,
): Verdict {
  if (record?.state !== 'checked_in' || record.inAt === undefined) return refused('not_checked_in');
  const servesFrom = Math.max(record.inAt, startsAt);
  if (at < servesFrom + minuteMs) return refused('checkout_too_early');
  if (at > endsAt + graceMs) return refused('checkout_too_late');
  return { status: 'check_out' };
}

/**
 * The grade of an hour whose both ends were scanned live: B when the position agrees with the place at both ends, C
 * otherwise. Digits, a claim that only a browser vouches for, and a printed card, whose owner no scan of their own
 * shows, are never more than C.
 */
export function gradeOf(
  ends: readonly (Evidence | undefined)[],
  radiusMeters: number,
): EvidenceGrade {
  return ends.every((end) => end !== undefined && agrees(end, radiusMeters)) ? 'B' : 'C';
}

/** A reported position counts as far as it is precise: its accuracy must not be worse than the radius. */
function agrees({ by, metersAway, accuracyMeters = 0 }: Evidence, radiusMeters: number): boolean {
  const doubtful = by === 'digits' || by === 'browser_claim' || by === 'card';
  if (doubtful || metersAway === undefined) return false;
  return accuracyMeters <= radiusMeters && metersAway <= radiusMeters;
}

/** Nobody countersigns for themself, nor for the family they look after. */
export function judgeCountersigner(
  countersigner: string,
  { subject, guardians }: { subject: string; guardians: readonly string[] },
): RefusalCode | undefined {
  const own = countersigner === subject || guardians.includes(countersigner);
  return own ? 'not_ones_own_card' : undefined;
}

/** Whether a guardian has come along: they are checked in at the same shift and have not left. */
export const isAccompanied = (
  guardians: readonly (Pick<ServiceRecord, 'state'> | undefined)[],
): boolean => guardians.some((record) => record?.state === 'checked_in');

/** Every step whose digits may still be typed now. */
export function stepsAround(at: number): number[] {
  const now = stepAt(at);
  const count = stepsBehind + stepsAhead + 1;
  return Array.from({ length: count }, (_, index) => now - stepsBehind + index);
}
