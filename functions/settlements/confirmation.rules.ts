import type { RefusalCode } from '#shared/refusals';
import type { Shift } from '../activities/shift.rules';
import { earlyMs, graceEndsAt } from '../activities/shift.rules';
import type { Evidence, ServiceRecord } from '../records/record.rules';
import { afterEvent } from '../records/record.rules';

/** Vouching for one person, whose record no rule could close. */

export type Times = { arrivedAt?: number | undefined; leftAt?: number | undefined };
export type Wish = Times & { verdict: 'confirm' | 'decline'; reason?: string | undefined };
type Family = { guardians: readonly string[]; dependants: readonly string[] };
export const noRelatives: Family = { guardians: [], dependants: [] };

/** Whether somebody is the person, looks after them or is looked after by them: nobody vouches for their own. */
export const isOwn = (volunteerId: string, by: string, family: Family): boolean =>
  by === volunteerId || family.guardians.includes(by) || family.dependants.includes(by);

type Organised = Pick<Shift, 'gates' | 'standIn'>;

/** Whether a statement of those who were there may be decided by somebody: who showed codes at the shift is one of them. */
export const mayDecideJoint = ({ gates, standIn }: Organised, by: string): boolean =>
  standIn?.volunteerId !== by && Object.values(gates).every(({ memberId }) => memberId !== by);

const isJoint = (evidence: Evidence | undefined): boolean => evidence?.by === 'joint';
export const isJointly = ({ inEvidence, outEvidence }: Ends): boolean =>
  isJoint(inEvidence) || isJoint(outEvidence);
type Ends = Pick<ServiceRecord, 'inEvidence' | 'outEvidence'>;

type Taking = Pick<Shift, 'startsAt' | 'endsAt' | 'extendedTo' | 'graceMinutes'>;

/** Whether somebody can have been there from one time to the other: inside the shift and what is taken around it. */
export function judgeTimes(
  { inAt, outAt }: { inAt: number; outAt: number },
  shift: Taking,
  now: number,
): RefusalCode | undefined {
  const fits = inAt >= shift.startsAt - earlyMs && inAt < outAt && outAt <= graceEndsAt(shift);
  return fits && outAt <= now ? undefined : 'times_unfit';
}

type Verdict = { status: 'exists' | 'open' } | { status: 'refused'; code: RefusalCode };
const refused = (code: RefusalCode): Verdict => ({ status: 'refused', code });

type Scene = { shift: Taking & Organised; by: string; own: boolean; above: boolean; now: number };

/**
 * Whether somebody may vouch for a record, or decline to. `own`: it is their own or their family's; `above`: they hold a
 * role that decides what organisers may not. Outcomes in the order written here.
 */
export function judgeConfirmation(record: ServiceRecord, wish: Wish, scene: Scene): Verdict {
  const { shift, by, own, above, now } = scene;
  if (own) return refused('not_to_oneself');
  const joint = isJointly(record);
  if (joint && !(above && mayDecideJoint(shift, by))) return refused('joint_from_above');
  if (record.decision) return isSame(record, wish, by) ? exists : refused('already_decided');
  if (record.dispute) return refused('record_disputed');
  const pending = record.state === 'late' || record.state === 'closed';
  if (!pending || !afterEvent(record.state, 'credit')) return refused('not_pending');
  const unfit = wish.verdict === 'confirm' ? judgeEnds(record, wish, { shift, now }) : undefined;
  return unfit ? refused(unfit) : open;
}

/** Whether a record has both its times with what is said now: what was scanned is not said, what is missing is. */
function judgeEnds(
  { inAt, outAt }: ServiceRecord,
  { arrivedAt, leftAt }: Times,
  { shift, now }: Pick<Scene, 'shift' | 'now'>,
): RefusalCode | undefined {
  const twice =
    (inAt !== undefined && arrivedAt !== undefined) ||
    (outAt !== undefined && leftAt !== undefined);
  if (twice) return 'times_scanned';
  const [arrived, left] = [inAt ?? arrivedAt, outAt ?? leftAt];
  if (arrived === undefined || left === undefined) return 'times_missing';
  return judgeTimes({ inAt: arrived, outAt: left }, shift, now);
}

const exists: Verdict = { status: 'exists' };
const open: Verdict = { status: 'open' };

/** The same word of the same person again, with the same times. */
function isSame(
  { decision, inAt, outAt }: ServiceRecord,
  { verdict, arrivedAt, leftAt }: Wish,
  by: string,
): boolean {
  if (decision?.by !== by || decision.verdict !== verdict) return false;
  return (arrivedAt ?? inAt) === inAt && (leftAt ?? outAt) === outAt;
}

/** An end that somebody said. */
const said = (scanId: string, by: string): Evidence => ({
  ...{ scanId, by: 'confirmed', gate: 0, step: 0, countersignedBy: by },
});

type Saying = Times & { by: string; requestId: string };

/** The record with what was missing filled in; an end that was witnessed stays as it is. */
export function withEnds(record: ServiceRecord, said_: Saying): ServiceRecord {
  const { arrivedAt, leftAt, by, requestId } = said_;
  return {
    ...record,
    ...(record.inAt === undefined &&
      arrivedAt !== undefined && { inAt: arrivedAt, inEvidence: said(requestId, by) }),
    ...(record.outAt === undefined &&
      leftAt !== undefined && { outAt: leftAt, outEvidence: said(requestId, by) }),
  };
}

/** The record with other times; an end that stays where it was keeps what stands behind it. */
export function withTimes(
  record: ServiceRecord,
  { arrivedAt, leftAt, by, requestId }: { arrivedAt: number; leftAt: number } & Saying,
): ServiceRecord {
  const keepsIn = record.inAt === arrivedAt;
  const keepsOut = record.outAt === leftAt;
  return {
    ...record,
    ...(!keepsIn && { inAt: arrivedAt, inEvidence: said(requestId, by) }),
    ...(!keepsOut && { outAt: leftAt, outEvidence: said(requestId, by) }),
  };
}
