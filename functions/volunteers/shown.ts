import type { Response } from '#shared/api';
import type { Profile } from '#shared/volunteers';
import type { Wallet } from '../ledger/wallet.table';
import { balanceOf } from '../ledger/wallet.table';
import { maskPhone } from '../sessions/way.rules';
import type { StoredProfile } from './volunteer.rules';
import { phoneOf } from './volunteer.table';

type Known = {
  volunteerId: string;
  profile: StoredProfile | undefined;
  wallet: Wallet | undefined;
  now: number;
};

/** Oneself, as far as most pages need it. */
export function meOf({ volunteerId, profile, wallet, now }: Known): Response<'GET /me'> {
  return {
    volunteerId,
    ...(profile && { profile: shownProfile(volunteerId, profile) }),
    minutes: wallet?.minutes ?? 0,
    points: wallet ? balanceOf(wallet) : 0,
    now,
  };
}

export const shownProfile = (volunteerId: string, profile: StoredProfile): Profile => ({
  name: profile.name,
  district: profile.district,
  birthMonth: profile.birthMonth,
  maskedPhone: maskPhone(phoneOf(volunteerId, profile)),
  phoneVerified: profile.phoneVerified,
  registeredAt: profile.registeredAt,
  realNameLevel: profile.realNameLevel,
  ...(profile.deletion && { deletionDueAt: profile.deletion.dueAt }),
});
