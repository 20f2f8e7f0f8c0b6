import type { RulePack } from '#shared/rule-packs';
import type { Category, District } from '#shared/vocabulary';
import type { Span } from '../hours/hours.rules';
import { breaksMsIn, creditedByDay, rawMinutes, totalOf, withDays } from '../hours/hours.rules';
import type { HoursEntry } from '../hours/hours.table';
import { enter } from '../hours/hours.table';
import type { Chained } from '../ledger/chain';
import { chain, hashOf, headOf } from '../ledger/chain';
import type { Wallet } from '../ledger/wallet.table';
import { walletAt } from '../ledger/wallet.table';
import type { Write } from '../platform/table';
import { replace } from '../platform/table';
import { earn, giveBack } from '../points/earning';
import { pointsFor } from '../points/point.rules';
import type { PackName } from '../rule-packs/pack.rules';
import { gradeOf } from './grade.rules';
import type { ServiceRecord } from './record.rules';
import { listedByNotice, recordAt } from './record.table';

/**
 * The only place where hours are made, corrected and paid for. What comes back is to be committed as one: the record
 * (its version makes it happen once), the entry and the postings, and the wallet (its version makes the sequences
 * gapless). `at`: when it is written down, which is now; the service itself may lie days back.
 */
export type Frame = { shift: CreditedShift; pack: RulePack; at: number };
/** What of a shift stands on the rows that it causes. */
export type CreditedShift = {
  shiftId: string;
  organisationId: string;
  path: string[];
  district: District;
  category: Category;
  pack: PackName;
  radiusMeters: number;
};
export type Credit = { record: ServiceRecord; wallet: Wallet; writes: Write[] };

/** Points of an hour whose grade rests on somebody's word come when the public notice has passed. */
const waits = (grade: HoursEntry['grade']): boolean => grade === 'D' || grade === 'E';

const rateOf = ({ points }: RulePack, { category }: CreditedShift): number =>
  points.byCategory[category] ?? points.perHour;

/** Closes a record that has both its times: the hours by the shift's pack, the grade by what happened, the points. */
export function credit(open: ServiceRecord, wallet: Wallet, frame: Frame): Credit {
  const counted = countedBy(open, wallet, frame);
  const entered = enterHours(counted, wallet, { ...frame, cause: 'service' });
  const paid = waits(counted.record.grade)
    ? {
        record: { ...entered.record, pointsWait: true as const },
        wallet: entered.wallet,
        writes: [],
      }
    : pay(entered.record, entered.wallet, { ...frame, cause: 'service' });
  return closed(paid, [...entered.writes, ...paid.writes]);
}

/** The points of a record whose notice has passed. */
export function payWaiting(record: ServiceRecord, wallet: Wallet, frame: Frame): Credit {
  const { pointsWait: _, ...due } = record;
  const paid = pay(due, wallet, { ...frame, cause: 'service' });
  return closed(paid, paid.writes);
}

/**
 * Corrects what was credited by a reversing pair: an entry that takes the old minutes out and, when `next` has times,
 * one that puts the right ones in. Points that were paid go back first; what the wallet no longer has is owed.
 */
export function correct(
  known: ServiceRecord,
  wallet: Wallet,
  { next, ...frame }: Frame & { next: ServiceRecord | undefined },
): Credit {
  const taken = takenBack(known, wallet, frame);
  if (!next) {
    const { hoursSequence: _, pointsWait: __, ...rest } = known;
    const none = { rawMinutes: 0, creditedMinutes: 0, byDay: {}, points: 0 };
    const record: ServiceRecord = { ...rest, ...none, state: 'declined' };
    return closed({ record, wallet: taken.wallet }, taken.writes);
  }
  const counted = countedBy(next, taken.wallet, frame);
  const entered = enterHours(counted, taken.wallet, { ...frame, cause: 'correction' });
  const { pointsWait: _, ...record } = entered.record;
  const isPublic = next.noticeUntil === undefined || next.noticeUntil > frame.at;
  const later = waits(counted.record.grade) && isPublic;
  const paid = later
    ? { record: { ...record, pointsWait: true as const }, wallet: entered.wallet, writes: [] }
    : pay(record, entered.wallet, { ...frame, cause: 'correction' });
  return closed(paid, [...taken.writes, ...entered.writes, ...paid.writes]);
}

/** An hour that somebody has from elsewhere: what stands behind it is another system's signature. */
export type Brought = {
  /** The list; and what names the row for good, of which the entry keeps the hash. */
  listId: string;
  proof: object;
  title: string;
  servedFrom: number;
  minutes: number;
};

/**
 * Brings in hours of another system, beside the five grades: no points, of no organisation of ours, and outside the
 * daily maxima. To be committed with what says of each row that it was brought in: that makes it happen once.
 */
export function bringIn(
  volunteerId: string,
  wallet: Wallet,
  { rows, at }: { rows: readonly Brought[]; at: number },
): { wallet: Wallet; sequences: number[]; writes: Write[] } {
  let after = wallet;
  const entries = rows.map(({ listId, proof, title, servedFrom, minutes }) => {
    const entry = chain(after.hours, {
      ...{ cause: 'imported' as const, causeId: listId, title, servedFrom },
      ...{ rawMinutes: minutes, creditedMinutes: minutes, grade: 'imported' as const },
      ...{ pack: 'imported', packVersion: 1, evidenceHash: hashOf(proof), at },
    });
    after = { ...after, minutes: after.minutes + minutes, hours: headOf(entry) };
    return entry;
  });
  return {
    wallet: after,
    sequences: entries.map(({ sequence }) => sequence),
    writes: [
      ...entries.map((entry) => enter(volunteerId, entry)),
      replace(walletAt(volunteerId), after),
    ],
  };
}

function closed(
  { record: paid, wallet }: Pick<Credit, 'record' | 'wallet'>,
  writes: Write[],
): Credit {
  const record = listedByNotice(paid);
  return {
    record,
    wallet,
    writes: [
      replace(recordAt(record.volunteerId, record.shiftId), record),
      ...writes,
      replace(walletAt(record.volunteerId), wallet),
    ],
  };
}

type Counted = ServiceRecord & {
  rawMinutes: number;
  creditedMinutes: number;
  byDay: Record<string, number>;
  grade: HoursEntry['grade'];
};

type Counting = { record: Counted; counted: NonNullable<HoursEntry['counted']> };

/** The record with its minutes and its grade, and the time that was counted. */
function countedBy(open: ServiceRecord, wallet: Wallet, { shift, pack }: Frame): Counting {
  const { inAt, outAt, breaks = [] } = open;
  if (inAt === undefined || outAt === undefined) throw new Error('a record without its times');
  const reserved: Span = { from: open.startsAt, until: open.extendedTo ?? open.endsAt };
  const until = Math.min(outAt, reserved.until);
  const away = breaks.map((it) => ({ ...it, until: it.until ?? outAt }));
  const raw = rawMinutes({ from: inAt, until: outAt }, { reserved, rest: pack.rest, breaks: away });
  const from = Math.min(Math.max(inAt, reserved.from), until);
  const counted = { from, until, breaksMs: breaksMsIn({ from, until }, away) };
  const byDay = creditedByDay({ from, until, raw }, { pack, byDay: wallet.byDay });
  // What an earlier credit paid was given back: only what is paid now stands on the record.
  const { points: _, ...rest } = open;
  const record: Counted = {
    ...rest,
    state: 'credited',
    ...{ rawMinutes: raw, creditedMinutes: totalOf(byDay), byDay },
    grade: gradeOf(open, shift.radiusMeters),
  };
  return { record, counted };
}

type Entering = Frame & { cause: HoursEntry['cause'] };

function enterHours({ record, counted }: Counting, wallet: Wallet, frame: Entering) {
  const { volunteerId, rawMinutes, creditedMinutes, grade, byDay } = record;
  const minutes = { rawMinutes, creditedMinutes, grade };
  const entry = chain(wallet.hours, { ...entryOf(record, frame, minutes), counted });
  return {
    record: { ...record, hoursSequence: entry.sequence } as ServiceRecord,
    wallet: withEntry(wallet, entry, { byDay, at: frame.at }),
    writes: [enter(volunteerId, entry)],
  };
}

type Minutes = Pick<HoursEntry, 'rawMinutes' | 'creditedMinutes' | 'grade'>;

function entryOf(record: ServiceRecord, { shift, cause, at }: Entering, minutes: Minutes) {
  const { salt, inEvidence, outEvidence, typing, title } = record;
  const { shiftId, organisationId, path, district, category, pack } = shift;
  return {
    ...{ cause, causeId: shiftId, title, organisationId, path, district, category },
    servedFrom: record.inAt ?? record.startsAt,
    ...minutes,
    ...{ pack: pack.id, packVersion: pack.version },
    evidenceHash: hashOf({ salt, inEvidence, outEvidence, typing }),
    at,
  };
}

function withEntry(
  wallet: Wallet,
  entry: Minutes & Chained,
  { byDay, at }: { byDay: Record<string, number>; at: number },
): Wallet {
  return {
    ...wallet,
    minutes: wallet.minutes + entry.creditedMinutes,
    byDay: withDays(wallet.byDay, byDay, at),
    hours: headOf(entry),
  };
}

type Paying = Frame & { cause: 'service' | 'correction' };

function pay(record: ServiceRecord, wallet: Wallet, { shift, pack, cause, at }: Paying): Credit {
  const { points, leftParts } = pointsFor(record.creditedMinutes ?? 0, {
    perHour: rateOf(pack, shift),
    leftParts: wallet.pointParts,
  });
  const { volunteerId, title } = record;
  const earned = earn(
    volunteerId,
    { ...wallet, pointParts: leftParts },
    { points, cause, causeId: shift.shiftId, title, at, pack: pack.id, packVersion: pack.version },
  );
  return { record: { ...record, points }, wallet: earned.wallet, writes: earned.writes };
}

/** The first half of a correction: the entry that takes the minutes out, and the points with them. */
function takenBack(known: ServiceRecord, wallet: Wallet, frame: Frame) {
  const { volunteerId, hoursSequence, byDay = {}, title } = known;
  if (hoursSequence === undefined) throw new Error('a record that was not credited');
  const { shift, pack, at } = frame;
  const minutes = {
    rawMinutes: -(known.rawMinutes ?? 0),
    creditedMinutes: -(known.creditedMinutes ?? 0),
    grade: known.grade ?? 'C',
  };
  const draft = entryOf(known, { ...frame, cause: 'correction' }, minutes);
  const entry = chain(wallet.hours, { ...draft, reverses: hoursSequence });
  const negative = Object.fromEntries(Object.entries(byDay).map(([day, one]) => [day, -one]));
  const after = withEntry(wallet, entry, { byDay: negative, at });
  const writes = [enter(volunteerId, entry)];
  if (known.points === undefined) return { wallet: after, writes };

  const { points, leftParts } = pointsFor(minutes.creditedMinutes, {
    perHour: rateOf(pack, shift),
    leftParts: after.pointParts,
  });
  const cause = { cause: 'correction' as const, causeId: shift.shiftId, title, at };
  const given = giveBack(
    volunteerId,
    { ...after, pointParts: leftParts },
    { ...cause, points: -points, pack: pack.id, packVersion: pack.version },
  );
  return { wallet: given.wallet, writes: [...writes, ...given.writes] };
}
