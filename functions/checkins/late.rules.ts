import { startOfStep, stepAt } from '#shared/code';
import type { RefusalCode } from '#shared/refusals';
import { minuteMs } from '#shared/time';
import { earlyMs, lastMomentOf } from '../activities/shift.rules';
import type { ServiceRecord } from '../records/record.rules';
import { afterEvent, missedMs } from '../records/record.rules';
import type { Scan, ScannedShift } from './presence.rules';
import { judgeArriving, judgeLeaving, judgeShown } from './presence.rules';

/**
 * A scan whose code had gone when it arrived: the phone was without network. Its time is the one that is signed into
 * the code. It credits nothing by itself: it waits until an organiser has vouched for this person.
 */
export type LateVerdict =
  | { status: 'late'; at: number; isStale: boolean }
  | { status: 'refused'; code: RefusalCode };

/** Outcomes are tried in the order written here; the tests follow it. */
export function judgeLate(
  scan: Scan,
  shift: ScannedShift,
  record: ServiceRecord | undefined,
): LateVerdict {
  const at = startOfStep(scan.step);
  const code =
    judgeShown(scan, shift) ??
    judgeUpload(scan, shift) ??
    judgeCalledOff({ kind: scan.kind, at }, shift) ??
    judgeTaking(record) ??
    (scan.kind === 'checkin' ? judgeCame(scan, shift, record) : judgeLeft(scan, shift, record));
  return code ? { status: 'refused', code } : { status: 'late', at, isStale: true };
}

/** A day after the end it is too late for good. */
const judgeUpload = ({ at }: Scan, shift: ScannedShift): RefusalCode | undefined =>
  at > lastMomentOf(shift) + missedMs ? 'upload_too_late' : undefined;

/** What was served before a shift was called off stays served. */
const judgeCalledOff = (
  { kind, at }: Pick<Scan, 'kind' | 'at'>,
  { cancelledAt }: ScannedShift,
): RefusalCode | undefined =>
  cancelledAt !== undefined && kind === 'checkin' && at >= cancelledAt
    ? 'shift_cancelled'
    : undefined;

/** Whether a record can still take a scan that waits for somebody's word. */
export const judgeTaking = (record: ServiceRecord | undefined): RefusalCode | undefined =>
  afterEvent(record?.state, 'scan_late') ? undefined : 'service_decided';

/** A gate opens in the middle of a step: the whole of that step is its time. */
function judgeCame(
  { step }: Scan,
  shift: ScannedShift,
  record: ServiceRecord | undefined,
): RefusalCode | undefined {
  const at = startOfStep(step);
  const opens = stepAt(shift.startsAt - earlyMs);
  const { outAt = Number.POSITIVE_INFINITY } = record ?? {};
  if (at + minuteMs > outAt) return 'checkin_too_late';
  return step === opens ? undefined : judgeArriving(at, shift);
}

const judgeLeft = (
  { step }: Scan,
  shift: ScannedShift,
  record: ServiceRecord | undefined,
): RefusalCode | undefined => judgeLeaving(startOfStep(step), shift, record ?? {});
