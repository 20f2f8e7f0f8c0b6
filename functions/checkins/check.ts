import type { ScanReceipt } from '#shared/checkins';
import type { Shift } from '../activities/shift.rules';
import type { Wallet } from '../ledger/wallet.table';
import { refuse } from '../platform/refuse';
import type { Write } from '../platform/table';
import { commit, replace } from '../platform/table';
import type { Calendar } from '../records/calendar.rules';
import type { Evidence, ServiceRecord } from '../records/record.rules';
import { recordAt } from '../records/record.table';
import { withoutPlace } from '../records/witness.rules';
import { commitKeepingPlace, commitWithPlace } from '../signups/place';
import { settled, signedUp } from '../signups/standing';
import { mayKeepPlace } from '../volunteers/consent.rules';
import { judgeMinor } from '../volunteers/minor.rules';
import type { StoredProfile } from '../volunteers/volunteer.rules';
import type { Scan } from './checkin.rules';
import { judgeScan } from './checkin.rules';
import { credit } from './credit';

/** All that a scan is judged on, read in one strong batch. */
export type Known = {
  volunteerId: string;
  shift: Shift;
  record: ServiceRecord | undefined;
  calendar: Calendar | undefined;
  profile: StoredProfile | undefined;
  wallet: Wallet | undefined;
};
/**
 * `more` is committed together with whatever the scan does: a claim that is used up. `accompanied`: a guardian stands
 * beside the child whose card is scanned.
 */
type Witnessed = {
  scan: Scan;
  evidence: Evidence;
  now: number;
  more?: Write[];
  accompanied?: boolean;
};

/**
 * Judges a scan and does what it means, once: check in (one write), walk in (record, place, calendar) or check out
 * (record, hours, points, wallet). A scan that was done before gives its receipt again.
 */
export async function check(known: Known, told: Witnessed): Promise<ServiceRecord> {
  // Nothing of where somebody was is written once they have taken that consent back.
  const kept = mayKeepPlace(known.profile) ? told.evidence : withoutPlace(told.evidence);
  const witnessed = { ...told, evidence: kept };
  const verdict = judgeScan(witnessed.scan, known.shift, known.record);
  if (verdict.status === 'refused') return refuse(verdict.code);
  const { profile, shift } = known;
  const arrives = verdict.status === 'walk_in' || verdict.status === 'check_in';
  if (arrives && !profile) return refuse('not_registered');
  const { accompanied = false } = witnessed;
  const minor = arrives && profile && judgeMinor(profile, { ...shift, accompanied });
  if (minor) return refuse(minor);
  if (verdict.status === 'walk_in') return walkIn(known, witnessed);
  const record = known.record ?? refuse('not_signed_up');
  if (verdict.status === 'check_in') return checkIn(record, witnessed);
  if (verdict.status === 'check_out') return checkOut(record, known, witnessed);
  return record;
}

async function checkIn(record: ServiceRecord, { scan, evidence, more = [] }: Witnessed) {
  const entered = arrived(record, scan.at, evidence);
  await commit([replace(recordAt(record.volunteerId, record.shiftId), entered), ...more]);
  return entered;
}

async function walkIn(known: Known, { scan, evidence, now, more = [] }: Witnessed) {
  const { volunteerId, profile, shift, record, calendar } = known;
  const { name } = profile ?? refuse('not_registered');
  if (record?.state === 'asked') {
    // Whoever was asked and comes has answered; their place is held already.
    const came = arrived(settled(record, record.placeShard), scan.at, evidence);
    return commitKeepingPlace(came, { shift, known: { record, calendar }, now, more });
  }
  const wanted = { ...signedUp({ volunteerId, name }, shift, record), walkIn: true };
  const entered = arrived(wanted, scan.at, evidence);
  return commitWithPlace(entered, { shift, known: { record, calendar }, now, more });
}

async function checkOut(record: ServiceRecord, known: Known, witnessed: Witnessed) {
  const { scan, evidence, now, more = [] } = witnessed;
  const { shift, wallet } = known;
  if (!wallet) throw new Error('a volunteer without a wallet');
  const closing = credit(record, wallet, {
    shift,
    leaving: { at: scan.at, evidence, postedAt: now },
  });
  await commit([...closing.writes, ...more]);
  return closing.record;
}

const arrived = (record: ServiceRecord, at: number, evidence: Evidence): ServiceRecord => ({
  ...record,
  state: 'checked_in',
  inAt: at,
  inEvidence: evidence,
});

/** What the phone shows of a record after a scan. */
export function receiptOf(record: ServiceRecord, now: number): ScanReceipt {
  const { shiftId, activityId, title, placeName, startsAt, endsAt, walkIn: walkedIn } = record;
  return {
    status: record.state === 'credited' ? 'checked_out' : 'checked_in',
    ...{ shiftId, activityId, title, placeName, startsAt, endsAt },
    inAt: record.inAt ?? now,
    outAt: record.outAt,
    walkIn: walkedIn,
    rawMinutes: record.rawMinutes,
    creditedMinutes: record.creditedMinutes,
    points: record.points,
    grade: record.grade,
    now,
  };
}
