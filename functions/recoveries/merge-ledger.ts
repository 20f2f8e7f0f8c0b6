import { withDays } from '../hours/hours.rules';
import type { HoursEntry } from '../hours/hours.table';
import { enter } from '../hours/hours.table';
import { hoursPrefix, profileKey } from '../keys';
import { chain, hashOf, headOf } from '../ledger/chain';
import type { Wallet } from '../ledger/wallet.table';
import { balanceOf, walletAt } from '../ledger/wallet.table';
import { refuse } from '../platform/refuse';
import type { Write } from '../platform/table';
import { query, replace } from '../platform/table';
import { receive } from '../points/point.rules';
import { post, walletAccount } from '../points/point.table';
import { sumsOf } from './merge.rules';

const pageSize = 500;
const pagesMax = 20;
/** Each is an entry in either book, and all of it is one transaction. */
const sumsMax = 35;

/** The whole book of somebody: the commit holds only while the wallet says that it ends there. */
export async function bookOf(volunteerId: string): Promise<HoursEntry[]> {
  const entries: HoursEntry[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < pagesMax; page++) {
    const found = await query<HoursEntry>({
      ...{ pk: profileKey(volunteerId).pk, prefix: hoursPrefix },
      ...{ limit: pageSize, cursor },
    });
    entries.push(...found.items);
    cursor = found.cursor;
    if (cursor === undefined) return entries;
  }
  return refuse('merge_too_large');
}

type Side = { volunteerId: string; wallet: Wallet };
type Merge = { recoveryId: string; at: number };
const titles = { out: '并入本人的另一个账号', in: '由本人的另一个账号并入' };

/**
 * Moves what one account earned to another. Nothing is edited: for each grade one entry takes the minutes out of the
 * one book and one puts them into the other; points go out and in through the account `merge:<id>`, which ends at 0.
 */
export function moved(
  closing: Side & { entries: readonly HoursEntry[] },
  keep: Side,
  merge: Merge,
): Write[] {
  const sums = sumsOf(closing.entries);
  if (sums.length > sumsMax) return refuse('merge_too_large');
  // What stands behind the moved minutes is the other book, as it ended.
  const book = { volunteerId: closing.volunteerId, head: closing.wallet.hours };
  const evidenceHash = hashOf({ ...book, into: keep.volunteerId });
  const { pointParts: rest, byDay } = closing.wallet;
  const out = withHours(closing, { ...merge, sums, sign: -1, title: titles.out, evidenceHash });
  const into = withHours(keep, { ...merge, sums, sign: 1, title: titles.in, evidenceHash });
  const gone = withPoints({ ...closing, wallet: out.wallet }, closing.wallet.byYear, {
    ...{ ...merge, direction: 'out' },
  });
  const got = withPoints({ ...keep, wallet: into.wallet }, closing.wallet.byYear, {
    ...{ ...merge, direction: 'in' },
  });
  const pointParts = keep.wallet.pointParts + rest;
  return [
    ...out.writes,
    ...into.writes,
    ...gone.writes,
    ...got.writes,
    replace(walletAt(closing.volunteerId), { ...gone.wallet, pointParts: 0, byDay: {} }),
    replace(walletAt(keep.volunteerId), {
      ...{ ...got.wallet, pointParts },
      byDay: withDays(keep.wallet.byDay, byDay, merge.at),
    }),
  ];
}

type Moving = Merge & {
  sums: ReturnType<typeof sumsOf>;
  sign: 1 | -1;
  title: string;
  evidenceHash: string;
};

function withHours({ volunteerId, wallet }: Side, it: Moving) {
  const { recoveryId, at, title, evidenceHash } = it;
  const writes: Write[] = [];
  let next = wallet;
  for (const sum of it.sums) {
    const [rawMinutes, creditedMinutes] = [it.sign * sum.rawMinutes, it.sign * sum.creditedMinutes];
    const entry: HoursEntry = chain(next.hours, {
      ...{ cause: 'merge' as const, causeId: recoveryId, title, evidenceHash, at },
      ...{ ...sum, rawMinutes, creditedMinutes },
    });
    writes.push(enter(volunteerId, entry));
    next = { ...next, minutes: next.minutes + creditedMinutes, hours: headOf(entry) };
  }
  return { wallet: next, writes };
}

/** The years in which points were earned stay as they were. No posting for no points. */
function withPoints(
  { volunteerId, wallet }: Side,
  split: Wallet['byYear'],
  { recoveryId, at, direction }: Merge & { direction: 'in' | 'out' },
): { wallet: Wallet; writes: Write[] } {
  const amount = balanceOf({ ...wallet, byYear: split });
  if (amount === 0) return { wallet, writes: [] };
  const [own, between] = [walletAccount(volunteerId), `merge:${recoveryId}`];
  const [debit, credit] = direction === 'out' ? [own, between] : [between, own];
  const posted = post(volunteerId, wallet, {
    draft: {
      ...{ cause: 'merge', causeId: recoveryId, title: titles[direction] },
      ...{ debit, credit, amount, split, at },
    },
    byYear: direction === 'out' ? {} : receive(wallet.byYear, split),
  });
  return { wallet: posted.wallet, writes: [posted.write] };
}
