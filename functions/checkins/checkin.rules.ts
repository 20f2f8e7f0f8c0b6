import type { RefusalCode } from '#shared/refusals';
import { graceEndsAt } from '../activities/shift.rules';
import { isCountersigned, isOfScreen } from '../records/grade.rules';
import type { ServiceRecord } from '../records/record.rules';
import { afterEvent } from '../records/record.rules';
import type { LateVerdict } from './late.rules';
import { judgeLate, judgeTaking } from './late.rules';
import type { Scan, ScannedShift } from './presence.rules';
import { judgeArriving, judgeLeaving, judgePresence, windowOf } from './presence.rules';

export type Verdict =
  | { status: 'exists' | 'check_in' | 'walk_in' | 'check_out' | 'vouch' }
  /** Kept with its time, and credits nothing until an organiser has vouched for the person. */
  | LateVerdict;

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
  if (mayVouch(scan, shift, record)) return { status: 'vouch' };
  if (alreadyDone(scan, record)) return { status: 'exists' };
  const isBehind = !scan.countersigned && windowOf(scan.step, scan.at) === 'behind';
  if (isBehind) return judgeLate(scan, shift, record);
  const isLeaving = scan.kind === 'checkout' && record?.inAt !== undefined;
  if (shift.cancelledAt !== undefined && !isLeaving) return refused('shift_cancelled');
  const notPresent = scan.countersigned ? undefined : judgePresence(scan, shift);
  if (notPresent) return refused(notPresent);
  return scan.kind === 'checkin'
    ? judgeCheckin(scan, shift, record)
    : judgeCheckout(scan, shift, record);
}

/** A second scan of the same end finds its receipt; so does a check-in code scanned after check-out. */
function alreadyDone({ kind }: Scan, record: ServiceRecord | undefined): boolean {
  if (!record || record.state === 'declined') return false;
  if (record.state === 'credited') return true;
  return (kind === 'checkin' ? record.inAt : record.outAt) !== undefined;
}

/**
 * Whoever has scanned in by themself can be vouched for while they serve: the organiser scans their living code, and
 * the record keeps its state. The way out closes a record, so nothing is added to it.
 */
function mayVouch(
  { kind, countersigned, step, at }: Scan,
  shift: ScannedShift,
  record: ServiceRecord | undefined,
): boolean {
  if (countersigned !== true || step === 0 || kind !== 'checkin') return false;
  const { state, inEvidence } = record ?? {};
  const isOwnScan = inEvidence?.by === 'token' && inEvidence.countersignedBy === undefined;
  return state === 'checked_in' && isOwnScan && at <= graceEndsAt(shift);
}

/** Whether this very scan did one of the ends: its receipt is found even when its code says nothing any more. */
export const wasDoneBy = (scanId: string, { inEvidence, outEvidence }: ServiceRecord): boolean =>
  inEvidence?.scanId === scanId || outEvidence?.scanId === scanId;

function judgeCheckin(
  { at }: Scan,
  shift: ScannedShift,
  record: ServiceRecord | undefined,
): Verdict {
  const code = judgeArriving(at, shift);
  if (code) return refused(code);
  if (afterEvent(record?.state, 'check_in')) {
    return { status: record?.state === 'signed_up' ? 'check_in' : 'walk_in' };
  }
  return waitingWith(at, record);
}

/** A check-out closes the record for good, so it waits until there is a minute to credit. */
function judgeCheckout({ at }: Scan, shift: ScannedShift, record: ServiceRecord | undefined) {
  if (record?.inAt === undefined) return refused('not_checked_in');
  const code = judgeLeaving(at, shift, record);
  if (code) return refused(code);
  const isClear = record.state === 'checked_in' && !cameByRevokedGate(record, shift);
  return isClear ? ({ status: 'check_out' } as const) : waitingWith(at, record);
}

/** A living scan of a record that waits for somebody's word anyway: its other end came late, or is in doubt. */
function waitingWith(at: number, record: ServiceRecord | undefined): Verdict {
  const code = judgeTaking(record);
  return code ? refused(code) : { status: 'late', at, isStale: false };
}

/** Whether the check-in is in doubt since its gate was stopped; whom somebody saw in person, that does not touch. */
function cameByRevokedGate(
  { inEvidence }: Pick<ServiceRecord, 'inEvidence'>,
  { gates }: Pick<ScannedShift, 'gates'>,
): boolean {
  if (!inEvidence || !isOfScreen(inEvidence) || isCountersigned(inEvidence)) return false;
  return gates[inEvidence.gate]?.revokedAt !== undefined;
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
