import type { Shift } from '../activities/shift.rules';
import type { Wallet } from '../ledger/wallet.table';
import { refuse } from '../platform/refuse';
import type { Write } from '../platform/table';
import { commit, replace } from '../platform/table';
import type { Calendar } from '../records/calendar.rules';
import { credit } from '../records/crediting';
import { extendedFor } from '../records/extending';
import { answered, isAskedAgain } from '../records/recheck.rules';
import type { Evidence, ServiceRecord } from '../records/record.rules';
import { recordAt } from '../records/record.table';
import { withoutPlace } from '../records/witness.rules';
import { packOf } from '../rule-packs/pack.table';
import { commitKeepingPlace, commitWithPlace } from '../signups/place';
import { settled, signedUp } from '../signups/standing';
import { mayKeepPlace } from '../volunteers/consent.rules';
import { judgeMinor } from '../volunteers/minor.rules';
import type { StoredProfile } from '../volunteers/volunteer.rules';
import type { Verdict } from './checkin.rules';
import { judgeScan } from './checkin.rules';
import type { Scan } from './presence.rules';
import { judgePresence } from './presence.rules';

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
type Done = Exclude<Verdict, { status: 'refused' }>;

/**
 * Judges a scan and does what it means, once: check in (one write), walk in (record, place, calendar), check out
 * (record, hours, points, wallet), or keep it until somebody has vouched. A scan that was done before gives its receipt
 * again.
 */
export async function check(known: Known, told: Witnessed): Promise<ServiceRecord> {
  // Nothing of where somebody was is written once they have taken that consent back.
  const kept = mayKeepPlace(known.profile) ? told.evidence : withoutPlace(told.evidence);
  const witnessed = { ...told, evidence: kept };
  const verdict = judgeScan(witnessed.scan, known.shift, known.record);
  if (verdict.status === 'refused') return refuse(verdict.code);
  const { profile, shift } = known;
  const arrives = comes(verdict, known.record);
  if (arrives && !profile) return refuse('not_registered');
  const { accompanied = false } = witnessed;
  const minor = arrives && profile && judgeMinor(profile, { ...shift, accompanied });
  return minor ? refuse(minor) : act(verdict, known, witnessed);
}

/** Whether a scan is the first that is heard of somebody's presence. */
const comes = ({ status }: Done, record: ServiceRecord | undefined): boolean =>
  status === 'walk_in' ||
  status === 'check_in' ||
  (status === 'late' && record?.inAt === undefined);

async function act(verdict: Done, known: Known, witnessed: Witnessed): Promise<ServiceRecord> {
  if (verdict.status === 'walk_in') return walkIn(known, witnessed);
  if (verdict.status === 'late') return keep(verdict, known, witnessed);
  const record = known.record ?? refuse('not_signed_up');
  if (verdict.status === 'check_in') return checkIn(record, witnessed);
  if (verdict.status === 'check_out') return checkOut(record, known, witnessed);
  return verdict.status === 'vouch' ? vouch(record, witnessed) : again(record, known, witnessed);
}

/** Another scan of an end that is done changes nothing, unless those present were asked to scan once more. */
async function again(record: ServiceRecord, { shift }: Known, { scan, now, more = [] }: Witnessed) {
  const isLiving = scan.countersigned || judgePresence(scan, shift) === undefined;
  if (!isLiving || !isAskedAgain(record, now)) return record;
  const next = answered(record, now);
  await commit([replace(recordAt(record.volunteerId, record.shiftId), next), ...more]);
  return next;
}

async function checkIn(record: ServiceRecord, { scan, evidence, more = [] }: Witnessed) {
  const entered = arrived(record, scan.at, evidence);
  await commit([replace(recordAt(record.volunteerId, record.shiftId), entered), ...more]);
  return entered;
}

const walkIn = (known: Known, witnessed: Witnessed): Promise<ServiceRecord> =>
  enterWith(known, witnessed, (record) => arrived(record, witnessed.scan.at, witnessed.evidence));

/** Whoever holds no time here takes it, and a place unless one is kept for them already. */
async function enterWith(
  { volunteerId, profile, shift, record, calendar }: Known,
  { now, more = [] }: Witnessed,
  entered: (record: ServiceRecord) => ServiceRecord,
): Promise<ServiceRecord> {
  const { name } = profile ?? refuse('not_registered');
  const placing = { shift, known: { record, calendar }, now, more };
  if (record?.state === 'asked') {
    // Whoever was asked and comes has answered.
    return commitKeepingPlace(entered(settled(record, record.placeShard)), placing);
  }
  const wanted = { ...signedUp({ volunteerId, name }, shift, record), walkIn: true };
  return commitWithPlace(entered(wanted), placing);
}

/** A scan that counts only with somebody's word: its end is written down, and the record waits. */
async function keep(
  { at, isStale }: Extract<Verdict, { status: 'late' }>,
  known: Known,
  witnessed: Witnessed,
): Promise<ServiceRecord> {
  const { scan, now, more = [] } = witnessed;
  const { record } = known;
  const evidence = isStale
    ? { ...witnessed.evidence, late: true as const, arrivedAt: now }
    : witnessed.evidence;
  const end =
    scan.kind === 'checkin'
      ? { inAt: at, inEvidence: evidence }
      : { outAt: at, outEvidence: evidence };
  const waiting = (one: ServiceRecord): ServiceRecord => ({ ...one, state: 'late', ...end });
  if (!record || !hasTime(record)) return enterWith(known, witnessed, waiting);
  const kept = waiting(record);
  await commit([replace(recordAt(record.volunteerId, record.shiftId), kept), ...more]);
  return kept;
}

/** Whoever was asked holds a place and no time; who came or was noted as missing holds both. */
const hasTime = ({ state }: ServiceRecord): boolean =>
  state !== 'asked' && state !== 'withdrawn' && state !== 'waiting';

/** Somebody saw the person who has scanned in by themself. The record goes on as it was. */
async function vouch(record: ServiceRecord, { evidence, now, more = [] }: Witnessed) {
  const { inEvidence } = record;
  const { countersignedBy } = evidence;
  if (!inEvidence || countersignedBy === undefined) return record;
  const seen = { ...record, inEvidence: { ...inEvidence, countersignedBy } };
  const vouched = answered(seen, now);
  await commit([replace(recordAt(record.volunteerId, record.shiftId), vouched), ...more]);
  return vouched;
}

async function checkOut(record: ServiceRecord, known: Known, witnessed: Witnessed) {
  const { scan, evidence, now, more = [] } = witnessed;
  const { shift, wallet, calendar } = known;
  if (!wallet) throw new Error('a volunteer without a wallet');
  const stayed = extendedFor(answered(record, now), shift, { calendar, until: scan.at, now });
  const left = { ...stayed.record, outAt: scan.at, outEvidence: evidence };
  const closing = credit(left, wallet, { shift, pack: await packOf(shift.pack), at: now });
  await commit([...closing.writes, ...stayed.writes, ...more]);
  return closing.record;
}

const arrived = (record: ServiceRecord, at: number, evidence: Evidence): ServiceRecord => ({
  ...record,
  state: 'checked_in',
  inAt: at,
  inEvidence: evidence,
});
