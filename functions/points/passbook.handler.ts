import { pointRoutes } from '#shared/points';
import { postingPrefix, profileKey } from '../keys';
import { balanceOf, walletAt } from '../ledger/wallet.table';
import { handle } from '../platform/handle';
import { query, read } from '../platform/table';
import type { Posting } from './point.table';
import { walletAccount } from './point.table';

export const passbook = handle(
  'GET /me/points',
  pointRoutes['GET /me/points'],
  async ({ cursor, limit }, { caller }) => {
    const own = walletAccount(caller.volunteerId);
    const [[wallet], page] = await Promise.all([
      read(walletAt(caller.volunteerId)),
      query<Posting>({
        pk: profileKey(caller.volunteerId).pk,
        prefix: postingPrefix,
        newestFirst: true,
        limit,
        cursor,
      }),
    ]);
    const postings = page.items.map(({ sequence, cause, title, amount, credit, balance, at }) => {
      return { sequence, cause, title, amount: credit === own ? amount : -amount, balance, at };
    });
    const byYear = wallet?.byYear ?? {};
    return { balance: wallet ? balanceOf(wallet) : 0, byYear, postings, cursor: page.cursor };
  },
);
