import type { PostingCause } from '#shared/vocabulary';
import { postingKey } from '../keys';
import type { Chained } from '../ledger/chain';
import { chain, headOf } from '../ledger/chain';
import type { Wallet } from '../ledger/wallet.table';
import { balanceOf } from '../ledger/wallet.table';
import type { At, Write } from '../platform/table';
import { create } from '../platform/table';
import type { Split } from './point.rules';

/**
 * A posting debits one account and credits another by the same amount: accounts are `wallet:<volunteer>`,
 * `mint:<rule>`, `owed:<volunteer>` and `sponsor:<id>`. Written once, in sequence, hashed. `split` is the amount by earning year.
 */
export type Posting = Chained & {
  cause: PostingCause;
  causeId: string;
  title: string;
  unit: 'points';
  debit: string;
  credit: string;
  amount: number;
  split: Split;
  /** The volunteer's balance after this posting. */
  balance: number;
  pack?: string;
  packVersion?: number;
  at: number;
};

export const postingAt = (volunteer: string, sequence: number): At<Posting> =>
  postingKey(volunteer, sequence);
export const walletAccount = (volunteer: string): string => `wallet:${volunteer}`;
export const mintAccount = (pack: string): string => `mint:${pack}`;
/** What a volunteer owes after a correction found less in the wallet than it took back. */
export const owedAccount = (volunteer: string): string => `owed:${volunteer}`;

export type PostingDraft = Omit<Posting, keyof Chained | 'unit' | 'balance'>;

/**
 * The next posting of a wallet and the wallet that it leaves; `byYear` is the balance after it. The caller commits
 * both, and the cause, in one transaction.
 */
export function post(
  volunteer: string,
  wallet: Wallet,
  { draft, byYear }: { draft: PostingDraft; byYear: Split },
): { wallet: Wallet; posting: Posting; write: Write } {
  const balance = balanceOf({ ...wallet, byYear });
  const posting: Posting = chain(wallet.points, { ...draft, unit: 'points' as const, balance });
  return {
    wallet: { ...wallet, byYear, points: headOf(posting) },
    posting,
    write: create(postingAt(volunteer, posting.sequence), posting),
  };
}
