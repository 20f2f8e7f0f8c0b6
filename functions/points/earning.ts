import { dayOf } from '#shared/time';
import type { Wallet } from '../ledger/wallet.table';
import type { Write } from '../platform/table';
import { receive, takeBack } from './point.rules';
import type { PostingDraft } from './point.table';
import { mintAccount, owedAccount, post, walletAccount } from './point.table';

/** Why points came or went: what every posting of one cause says. */
export type PointCause = Pick<PostingDraft, 'cause' | 'causeId' | 'title' | 'at'> & {
  pack: string;
  packVersion: number;
};
type Posted = { wallet: Wallet; writes: Write[] };

/** Points out of the mint into the wallet; what is owed is repaid out of them at once. No posting for no points. */
export function earn(
  volunteer: string,
  wallet: Wallet,
  { points, ...cause }: PointCause & { points: number },
): Posted {
  if (points === 0) return { wallet, writes: [] };
  const own = walletAccount(volunteer);
  const split = { [dayOf(cause.at).slice(0, 4)]: points };
  const got = post(volunteer, wallet, {
    draft: { ...cause, debit: mintAccount(cause.pack), credit: own, amount: points, split },
    byYear: receive(wallet.byYear, split),
  });
  const owed = Math.min(got.wallet.owed, points);
  if (owed === 0) return { wallet: got.wallet, writes: [got.write] };
  const repaid = takeBack(got.wallet.byYear, owed);
  const { split: paid, byYear } = repaid;
  const back = post(volunteer, got.wallet, {
    draft: {
      ...{ ...cause, cause: 'owed', debit: own, credit: owedAccount(volunteer) },
      ...{ amount: owed, split: paid },
    },
    byYear,
  });
  const left = { ...back.wallet, owed: back.wallet.owed - owed };
  return { wallet: left, writes: [got.write, back.write] };
}

/** Points back into the mint, as far as the wallet has them; the rest is owed, so that no balance is ever negative. */
export function giveBack(
  volunteer: string,
  wallet: Wallet,
  { points, ...cause }: PointCause & { points: number },
): Posted {
  if (points === 0) return { wallet, writes: [] };
  const { byYear, split, taken, owed } = takeBack(wallet.byYear, points);
  const mint = mintAccount(cause.pack);
  const writes: Write[] = [];
  let next = wallet;
  if (taken > 0) {
    const given = post(volunteer, next, {
      draft: {
        ...{ ...cause, debit: walletAccount(volunteer), credit: mint },
        ...{ amount: taken, split },
      },
      byYear,
    });
    writes.push(given.write);
    next = given.wallet;
  }
  if (owed > 0) {
    const noted = post(volunteer, next, {
      draft: {
        ...{ ...cause, debit: owedAccount(volunteer), credit: mint },
        ...{ amount: owed, split: {} },
      },
      byYear: next.byYear,
    });
    writes.push(noted.write);
    next = { ...noted.wallet, owed: next.owed + owed };
  }
  return { wallet: next, writes };
}
