import { monthOf } from '#shared/time';
import type { Shift } from '../activities/shift.rules';
import { creditedMinutes, rawMinutes } from '../hours/hours.rules';
import { enter } from '../hours/hours.table';
import { packOf } from '../hours/pack.rules';
import { chain, hashOf, headOf } from '../ledger/chain';
import type { Wallet } from '../ledger/wallet.table';
import { walletAt } from '../ledger/wallet.table';
import type { Write } from '../platform/table';
import { replace } from '../platform/table';
import { pointsFor, receive } from '../points/point.rules';
import { post, walletAccount } from '../points/point.table';
import type { Evidence, ServiceRecord } from '../records/record.rules';
import { recordAt } from '../records/record.table';
import { gradeOf } from './checkin.rules';

type Credit = { record: ServiceRecord; writes: Write[] };
/** `at` is when the person left, `postedAt` when it is written down: a claim may be confirmed minutes later. */
type Leaving = { at: number; evidence: Evidence; postedAt: number };

/**
 * Closes a record: the record itself, the hours entry, the points posting and the wallet, to be committed as one. The
 * record's version makes it happen once, the wallet's version makes the sequences gapless.
 */
export function credit(
  open: ServiceRecord,
  wallet: Wallet,
  { shift, leaving }: { shift: Shift; leaving: Leaving },
): Credit {
  const pack = packOf(shift.pack);
  const served = { from: open.inAt ?? leaving.at, until: leaving.at };
  const raw = rawMinutes(served, { from: shift.startsAt, until: shift.endsAt });
  const credited = creditedMinutes(raw, pack);
  const earned = pointsFor(credited, {
    pointsPerHour: pack.pointsPerHour,
    leftSixtieths: wallet.pointSixtieths,
  });
  const record: ServiceRecord = {
    ...open,
    state: 'credited',
    outAt: leaving.at,
    outEvidence: leaving.evidence,
    rawMinutes: raw,
    creditedMinutes: credited,
    points: earned.points,
    grade: gradeOf([open.inEvidence, leaving.evidence], shift.radiusMeters),
  };
  const hours = chain(wallet.hours, hoursDraft(record, shift, leaving.postedAt));
  const afterHours: Wallet = {
    ...wallet,
    minutes: wallet.minutes + credited,
    pointSixtieths: earned.leftSixtieths,
    hours: headOf(hours),
  };
  const posted = postPoints(record, afterHours, { ...earned, shift, at: leaving.postedAt });
  return {
    record,
    writes: [
      replace(recordAt(record.volunteerId, record.shiftId), record),
      enter(record.volunteerId, hours),
      replace(walletAt(record.volunteerId), posted.wallet),
      ...posted.writes,
    ],
  };
}

function hoursDraft(record: ServiceRecord, { pack }: Shift, at: number) {
  const { salt, inEvidence, outEvidence } = record;
  return {
    cause: 'service' as const,
    causeId: record.shiftId,
    title: record.title,
    rawMinutes: record.rawMinutes ?? 0,
    creditedMinutes: record.creditedMinutes ?? 0,
    grade: record.grade ?? 'C',
    pack: pack.id,
    packVersion: pack.version,
    evidenceHash: hashOf({ salt, inEvidence, outEvidence }),
    at,
  };
}

/** No posting for no points: a posting moves something. */
function postPoints(
  { volunteerId, shiftId, title }: ServiceRecord,
  wallet: Wallet,
  { points, shift, at }: { points: number; shift: Shift; at: number },
): { wallet: Wallet; writes: Write[] } {
  if (points === 0) return { wallet, writes: [] };
  const split = { [monthOf(at).slice(0, 4)]: points };
  const posted = post(volunteerId, wallet, {
    draft: {
      cause: 'service',
      causeId: shiftId,
      title,
      debit: `mint:${shift.pack.id}`,
      credit: walletAccount(volunteerId),
      amount: points,
      split,
      pack: shift.pack.id,
      packVersion: shift.pack.version,
      at,
    },
    byYear: receive(wallet.byYear, split),
  });
  return { wallet: posted.wallet, writes: [posted.write] };
}
