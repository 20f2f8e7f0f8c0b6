import { accountRoutes } from '#shared/accounts';
import type { Response } from '#shared/api';
import type { Wallet } from '../ledger/wallet.table';
import { balanceOf, walletAt } from '../ledger/wallet.table';
import { tell } from '../notices/notice.table';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import { commit, read, replace, untilWon } from '../platform/table';
import { mayAct } from '../sessions/session.rules';
import { wayOf } from '../sessions/way.table';
import type { StoredProfile } from '../volunteers/volunteer.rules';
import { without } from '../volunteers/volunteer.rules';
import { erasureAt, planErasure, profileAt } from '../volunteers/volunteer.table';
import { judgeDeletion } from './account.rules';
import { accountStanding } from './standing-of';

export const showDeletion = handle(
  'GET /me/deletion',
  accountRoutes['GET /me/deletion'],
  async (_, { caller: { volunteerId }, now }) => {
    const [profile, wallet] = await read(profileAt(volunteerId), walletAt(volunteerId));
    return shown({ profile: profile ?? refuse('not_registered'), wallet, now });
  },
);

/** Asks for the account to be deleted; the clock does it when the time to change one's mind is over. */
export const askDeletion = handle(
  'POST /me/deletion',
  accountRoutes['POST /me/deletion'],
  async (_, { caller, now }) =>
    untilWon(async () => {
      const { volunteerId } = caller;
      const [way, profile, wallet, planned] = await read(
        wayOf(caller),
        profileAt(volunteerId),
        walletAt(volunteerId),
        erasureAt(volunteerId, 'account'),
      );
      if (!mayAct(way, caller)) refuse('session_expired');
      const verdict = judgeDeletion(profile, await accountStanding(volunteerId), now);
      if (verdict.status === 'refused' || !profile) {
        return refuse(verdict.status === 'refused' ? verdict.code : 'not_registered');
      }
      if (verdict.status === 'exists') return shown({ profile, wallet, now });
      const { dueAt } = verdict;
      const next = { ...profile, deletion: { askedAt: now, dueAt } };
      await commit([
        replace(profileAt(volunteerId), next),
        planErasure(volunteerId, planned, { kind: 'account', since: now, dueAt }),
        tell(volunteerId, {
          noticeId: idFor('notice', 'deletion', volunteerId, String(now)),
          kind: 'account',
          text: '您申请了注销账号，7 天后执行。在此之前可以随时撤回。',
          link: { page: '/volunteers/data/index' },
          at: now,
        }),
      ]);
      return shown({ profile: next, wallet, now });
    }),
);

/** Keeps the account after all. */
export const keepAccount = handle(
  'DELETE /me/deletion',
  accountRoutes['DELETE /me/deletion'],
  async (_, { caller: { volunteerId }, now }) =>
    untilWon(async () => {
      const [profile, wallet, planned] = await read(
        profileAt(volunteerId),
        walletAt(volunteerId),
        erasureAt(volunteerId, 'account'),
      );
      if (!profile) return refuse('not_registered');
      // From here on nobody signs in to it any more: what is left of this session ends with the account.
      if (planned?.closedAt !== undefined) return refuse('session_expired');
      if (!profile.deletion) return shown({ profile, wallet, now });
      const kept = without(profile, 'deletion');
      const { gx2pk: _pk, gx2sk: _sk, dueAt: _due, ...unlisted } = planned ?? refuse('fault');
      await commit([
        replace(profileAt(volunteerId), kept),
        replace(erasureAt(volunteerId, 'account'), unlisted),
      ]);
      return shown({ profile: kept, wallet, now });
    }),
);

type Known = { profile: StoredProfile; wallet: Wallet | undefined; now: number };

const shown = ({ profile, wallet, now }: Known): Response<'GET /me/deletion'> => ({
  ...profile.deletion,
  minutes: wallet?.minutes ?? 0,
  points: wallet ? balanceOf(wallet) : 0,
  now,
});
