import type { ScanReceipt } from '#shared/checkins';
import type { Shift } from '../activities/shift.rules';
import { doubtsAt } from '../records/evidence.rules';
import { gradeOf, gradeReasonOf } from '../records/grade.rules';
import type { ServiceRecord } from '../records/record.rules';

/** What the phone shows of a record after a scan. */
export function receiptOf(record: ServiceRecord, shift: Shift, now: number): ScanReceipt {
  const { shiftId, activityId, title, placeName, startsAt, endsAt, walkIn: walkedIn } = record;
  return {
    status: statuses[record.state] ?? 'late',
    ...{ shiftId, activityId, title, placeName, startsAt, endsAt },
    inAt: record.inAt,
    outAt: record.outAt,
    walkIn: walkedIn,
    rawMinutes: record.rawMinutes,
    creditedMinutes: record.creditedMinutes,
    points: record.points,
    grade: record.grade,
    why: reasonOf(record, shift),
    doubts: doubtsAt(record, shift),
    now,
  };
}

/** Whatever else a scan can find waits for an organiser. */
const statuses: Partial<Record<ServiceRecord['state'], ScanReceipt['status']>> = {
  checked_in: 'checked_in',
  credited: 'checked_out',
  declined: 'declined',
};

/** A grade outlives the places it was given for, when somebody has them erased: then nothing is said of why. */
function reasonOf(record: ServiceRecord, { radiusMeters }: Shift): ScanReceipt['why'] {
  const stands = record.grade === gradeOf(record, radiusMeters);
  return stands ? gradeReasonOf(record, radiusMeters) : undefined;
}
