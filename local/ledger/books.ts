import type { HoursEntry } from '../../functions/hours/hours.table';
import { listedByDay } from '../../functions/hours/hours.table';
import { hoursPrefix, postingPrefix, recordPrefix, walletKey } from '../../functions/keys';
import type { Chained } from '../../functions/ledger/chain';
import { isAsHashed } from '../../functions/ledger/chain';
import type { Wallet } from '../../functions/ledger/wallet.table';
import type { Key } from '../../functions/platform/table';
import type { Posting } from '../../functions/points/point.table';
import { owedAccount, walletAccount } from '../../functions/points/point.table';

/** What is wrong, and where: the book and the place in it, or a day's root. */
export type Finding = { where: string; what: string };

type Row = Key & Record<string, unknown>;
type Book = { last: { sequence: number; hash: string }; finding?: string };

/** Two books of one person while their rows go by, in order. Nothing but sums and the last row is kept. */
export type Books = {
  volunteerId: string;
  wallet?: Wallet;
  hours: Book & { minutes: number };
  points: Book & { byYear: Record<string, number>; owed: number };
  /** The largest entry that a record says it caused. */
  recorded: number;
};

const nothingYet = { sequence: 0, hash: '' };

export const openBooks = (volunteerId: string): Books => ({
  volunteerId,
  hours: { last: nothingYet, minutes: 0 },
  points: { last: nothingYet, byYear: {}, owed: 0 },
  recorded: 0,
});

/** Whether a row is one of those that the books are made of. */
export const isOfBooks = ({ pk, sk }: Key): boolean =>
  pk.startsWith(walletKey('').pk) &&
  (sk === walletKey('').sk ||
    [hoursPrefix, postingPrefix, recordPrefix].some((prefix) => sk.startsWith(prefix)));

/** Takes the next row of the person. */
export function take(books: Books, row: Row): void {
  const { volunteerId, hours, points } = books;
  if (row.sk === walletKey('').sk) books.wallet = row as never;
  if (row.sk.startsWith(recordPrefix)) {
    books.recorded = Math.max(books.recorded, Number(row.hoursSequence ?? 0));
  }
  if (row.sk.startsWith(hoursPrefix)) {
    const entry = row as never as HoursEntry;
    follow(hours, entry, Number(row.sk.slice(hoursPrefix.length)));
    const { gx2pk, gx2sk } = listedByDay(volunteerId, entry);
    if (row.gx2pk !== gx2pk || row.gx2sk !== gx2sk) {
      hours.finding ??= `entry ${entry.sequence} is listed in another place than its own`;
    }
    hours.minutes += entry.creditedMinutes;
  }
  if (row.sk.startsWith(postingPrefix)) {
    const posting = row as never as Posting;
    follow(points, posting, Number(row.sk.slice(postingPrefix.length)));
    addUp(books, posting);
  }
}

/** One step of a chain. Only the first fault of a book is named: what comes after it follows from it. */
function follow(book: Book, row: Chained, place: number): void {
  const expected = book.last.sequence + 1;
  const fault = faultOf(row, { place, expected, previousHash: book.last.hash });
  if (fault !== undefined) book.finding ??= fault;
  book.last = { sequence: place, hash: row.hash };
}

type Expected = { place: number; expected: number; previousHash: string };

function faultOf(row: Chained, { place, expected, previousHash }: Expected): string | undefined {
  if (place !== expected) return `entry ${expected} is missing`;
  if (row.sequence !== place) return `entry ${place} says it is entry ${row.sequence}`;
  if (!isAsHashed(row)) return `entry ${place} was altered: it is not what its hash says`;
  if (row.previousHash !== previousHash) return `entry ${place} does not follow the one before it`;
  return undefined;
}

function addUp({ volunteerId, points }: Books, posting: Posting): void {
  const { debit, credit, amount, split } = posting;
  const [own, owed] = [walletAccount(volunteerId), owedAccount(volunteerId)];
  const sign = (account: string) => (credit === account ? 1 : 0) - (debit === account ? 1 : 0);
  for (const [year, part] of Object.entries(split)) {
    points.byYear[year] = (points.byYear[year] ?? 0) + sign(own) * part;
  }
  points.owed -= sign(owed) * amount;
  const balance = Object.values(points.byYear).reduce((sum, one) => sum + one, 0);
  if (posting.balance !== balance) {
    points.finding ??= `entry ${posting.sequence} does not leave the balance that it says`;
  }
}

/** What is wrong with the books when all their rows have gone by. */
export function close(books: Books): Finding[] {
  const { volunteerId, wallet, hours, points, recorded } = books;
  const hoursFault = hours.finding ?? headFault(hours, wallet?.hours, recorded);
  const pointsFault = points.finding ?? headFault(points, wallet?.points, 0);
  const sums = [
    wallet &&
      wallet.minutes !== hours.minutes &&
      `the entries come to ${hours.minutes} minutes, the wallet says ${wallet.minutes}`,
    wallet &&
      !sameSums(wallet.byYear, points.byYear) &&
      'the points of the wallet are not what its postings come to',
    wallet &&
      wallet.owed !== points.owed &&
      `the postings leave ${points.owed} points owed, the wallet says ${wallet.owed}`,
  ];
  return [
    ...(hoursFault ? [{ where: `hours of ${volunteerId}`, what: hoursFault }] : []),
    ...(pointsFault ? [{ where: `points of ${volunteerId}`, what: pointsFault }] : []),
    ...sums.flatMap((what) => (what ? [{ where: `wallet of ${volunteerId}`, what }] : [])),
  ];
}

/** A tail that was cut off, or put on: the wallet, and the records, know how far a book goes. */
function headFault(
  { last }: Book,
  head: Wallet['hours'] | undefined,
  recorded: number,
): string | undefined {
  const known = head ?? nothingYet;
  const reaches = Math.max(known.sequence, recorded);
  if (reaches > last.sequence)
    return `cut off: entry ${last.sequence + 1} of ${reaches} is missing`;
  if (last.sequence > known.sequence) {
    return `entry ${known.sequence + 1} stands behind the end that the wallet names`;
  }
  if (last.hash !== known.hash)
    return `entry ${last.sequence} is not the end that the wallet names`;
  return undefined;
}

const sameSums = (one: Record<string, number>, other: Record<string, number>): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
    (year) => (one[year] ?? 0) === (other[year] ?? 0),
  );
