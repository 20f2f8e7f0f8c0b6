import type { RecordInFull, RecordRow, ShownEnd } from '#shared/hours';
import type { HoursEntry } from '../hours/hours.table';
import { hoursRowOf } from '../hours/hours-row';
import { doubtsOf, gradeReasonOf, isCountersigned } from './grade.rules';
import type { Evidence, ServiceRecord } from './record.rules';

/** A record as its owner sees it in a list. */
export const recordRowOf = (record: ServiceRecord): RecordRow => ({
  shiftId: record.shiftId,
  activityId: record.activityId,
  title: record.title,
  placeName: record.placeName,
  startsAt: record.startsAt,
  endsAt: record.endsAt,
  state: record.state,
  inAt: record.inAt,
  outAt: record.outAt,
  rawMinutes: record.rawMinutes,
  creditedMinutes: record.creditedMinutes,
  points: record.points,
  grade: record.grade,
  noticeUntil: record.noticeUntil,
  ...(record.dispute && { disputed: true as const }),
});

/** How one end was witnessed. Who vouched, which phone and which gate it was is not the volunteer's to see. */
function endOf(at: number | undefined, evidence: Evidence | undefined): ShownEnd | undefined {
  if (at === undefined || !evidence) return undefined;
  const { by, late = false, metersAway, accuracyMeters } = evidence;
  return {
    ...{ at, by, vouched: isCountersigned(evidence), late },
    ...(metersAway !== undefined && { metersAway: Math.round(metersAway) }),
    ...(accuracyMeters !== undefined && { accuracyMeters: Math.round(accuracyMeters) }),
  };
}

type Shown = {
  shift: { radiusMeters: number; gates: Record<string, { revokedAt?: number }> } | undefined;
  entry: HoursEntry | undefined;
};

/** A record with all that stands behind it: both ends, the doubts in the order of their weight, and its entry. */
export function recordInFullOf(record: ServiceRecord, { shift, entry }: Shown): RecordInFull {
  const { inAt, inEvidence, outAt, outEvidence, breaks = [], extendedTo } = record;
  const revokedGates = Object.entries(shift?.gates ?? {}).flatMap(([gate, { revokedAt }]) =>
    revokedAt === undefined ? [] : [Number(gate)],
  );
  return {
    ...recordRowOf(record),
    walkIn: record.walkIn,
    in: endOf(inAt, inEvidence),
    out: endOf(outAt, outEvidence),
    breaks: [...breaks],
    extendedTo,
    ...(shift && record.grade !== undefined && { why: gradeReasonOf(record, shift.radiusMeters) }),
    doubts: shift ? doubtsOf(record, { radiusMeters: shift.radiusMeters, revokedGates }) : [],
    pointsWait: record.pointsWait === true,
    entry: entry && hoursRowOf(entry),
  };
}
