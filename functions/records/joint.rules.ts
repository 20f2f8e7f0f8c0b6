import type { RefusalCode } from '#shared/refusals';
import { hourMs, minuteMs } from '#shared/time';
import type { Counts, Shift } from '../activities/shift.rules';
import { lastMomentOf } from '../activities/shift.rules';
import type { ServiceRecord } from './record.rules';
import { afterEvent } from './record.rules';

/**
 * "We were here": what people say together when the organiser's phone is dead. It credits nothing by itself; somebody
 * from above decides about each of them.
 */
export type JointKind = 'arrival' | 'leaving';
type Scene = {
  shift: Pick<Shift, 'startsAt' | 'endsAt' | 'extendedTo' | 'cancelledAt' | 'gates'>;
  counts: Pick<Counts, 'lastInAt' | 'lastOutAt'> | undefined;
  now: number;
};
type Verdict = { status: 'exists' | 'open' } | { status: 'refused'; code: RefusalCode };
const refused = (code: RefusalCode): Verdict => ({ status: 'refused', code });

/** So long after the end people still remember together. */
const jointMs = 2 * hourMs;
/** Codes are shown where somebody scanned one so recently; a phone that died is silent for longer. */
const scannedMs = 10 * minuteMs;
/** Fewer are no "we". */
const peopleMin = 2;

/** Whether somebody may say that they came or leave now. Outcomes are tried in the order written here. */
export function judgeJoint(
  kind: JointKind,
  { shift, counts, now }: Scene,
  record: Pick<ServiceRecord, 'state' | 'inAt' | 'outAt'> | undefined,
): Verdict {
  const { state, inAt, outAt } = record ?? {};
  if ((kind === 'arrival' ? inAt : outAt) !== undefined) return { status: 'exists' };
  if (shift.cancelledAt !== undefined && inAt === undefined) return refused('shift_cancelled');
  if (now < shift.startsAt) return refused('joint_too_early');
  if (now > lastMomentOf(shift) + jointMs) return refused('joint_too_late');
  if (areCodesShown(kind, { shift, counts, now })) return refused('codes_shown');
  if (!afterEvent(state, 'scan_late')) return refused('service_decided');
  if (kind === 'arrival') return { status: 'open' };
  if (inAt === undefined) return refused('not_checked_in');
  if (now < Math.max(inAt, shift.startsAt) + minuteMs) return refused('checkout_too_early');
  return { status: 'open' };
}

/** Whether a screen lives and somebody scanned this end at it a moment ago. */
function areCodesShown(kind: JointKind, { shift, counts, now }: Scene): boolean {
  const lives = Object.values(shift.gates).some(({ revokedAt }) => revokedAt === undefined);
  const scannedAt = kind === 'arrival' ? counts?.lastInAt : counts?.lastOutAt;
  return lives && scannedAt !== undefined && now - scannedAt < scannedMs;
}

/**
 * Why somebody may not decide about a record that rests on a joint statement, as far as those go who made one;
 * undefined when they may. One person alone is no "we", and who is one of them does not decide.
 */
export function judgeTogether(
  statedBy: readonly string[],
  decider: string,
): RefusalCode | undefined {
  if (statedBy.includes(decider)) return 'not_to_oneself';
  return new Set(statedBy).size < peopleMin ? 'joint_alone' : undefined;
}
