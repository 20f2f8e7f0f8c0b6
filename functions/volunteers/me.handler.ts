import type { Input, Response } from '#shared/api';
import { monthOf } from '#shared/time';
import { volunteerRoutes } from '#shared/volunteers';
import type { Wallet } from '../ledger/wallet.table';
import { balanceOf, walletAt } from '../ledger/wallet.table';
import { handle } from '../platform/handle';
import { refuse } from '../platform/refuse';
import type { Write } from '../platform/table';
import { absent, commit, create, or, read, replace, untilWon } from '../platform/table';
import { wayMarks } from '../platform/vault';
import { phoneNumberOf } from '../platform/wechat';
import { maskPhone } from './volunteer.rules';
import type { StoredProfile } from './volunteer.table';
import { phoneOf, profileAt, sealPhone, wayAt } from './volunteer.table';

/** The version of the privacy text a person agrees to when registering. */
const consentVersion = '2026-11-1';

export const show = handle('GET /me', volunteerRoutes['GET /me'], async (_, { caller, now }) => {
  const [profile, wallet] = await read(profileAt(caller.volunteerId), walletAt(caller.volunteerId));
  return meOf({ volunteerId: caller.volunteerId, profile, wallet, now });
});

/** Registers once. The same registration sent again gives the same answer, though its phone code is spent by then. */
export const register = handle(
  'POST /me',
  volunteerRoutes['POST /me'],
  async (request, { caller, now }) => {
    if (request.birthMonth > monthOf(now)) refuse('request_invalid');
    return untilWon(async () => {
      const { volunteerId } = caller;
      const [known, wallet] = await read(profileAt(volunteerId), walletAt(volunteerId));
      if (known) {
        const same = known.name === request.name && known.birthMonth === request.birthMonth;
        if (!same) refuse('already_registered');
        return meOf({ volunteerId, profile: known, wallet, now });
      }
      const { phoneCode } = request;
      const phone = phoneCode ? await phoneNumberOf(phoneCode) : (request.phoneNumber ?? '');
      const profile = profileFrom(request, { volunteerId, phone, now });
      const outcome = await commit([
        create(profileAt(volunteerId), profile),
        ...(phoneCode ? openByPhone(volunteerId, phone) : []),
      ]);
      return outcome === 'done' ? meOf({ volunteerId, profile, wallet, now }) : refuse(outcome);
    });
  },
);

export const change = handle(
  'PUT /me',
  volunteerRoutes['PUT /me'],
  async ({ name, district }, { caller, now }) =>
    untilWon(async () => {
      const at = profileAt(caller.volunteerId);
      const [known, wallet] = await read(at, walletAt(caller.volunteerId));
      const profile = { ...(known ?? refuse('not_registered')), name, district };
      await commit([replace(at, profile)]);
      return meOf({ volunteerId: caller.volunteerId, profile, wallet, now });
    }),
);

/** A verified phone becomes a way in, unless it is one already, under this pepper or an older one. */
function openByPhone(volunteerId: string, phone: string): Write<'phone_taken'>[] {
  const [{ mark, version }, ...older] = wayMarks('phone', phone);
  const way = { volunteerId, epoch: 1, pepperVersion: version, version: 1 };
  return [
    or(create(wayAt('phone', mark), way), 'phone_taken'),
    ...older.map((one) => or(absent(wayAt('phone', one.mark)), 'phone_taken')),
  ];
}

function profileFrom(
  { name, district, birthMonth, phoneCode }: Input<'POST /me'>,
  { volunteerId, phone, now }: { volunteerId: string; phone: string; now: number },
): StoredProfile {
  return {
    version: 1,
    name,
    district,
    birthMonth,
    sealedPhone: sealPhone(volunteerId, phone),
    phoneVerified: phoneCode !== undefined,
    registeredAt: now,
    consents: [{ purpose: 'registration', version: consentVersion, at: now }],
  };
}

type Known = {
  volunteerId: string;
  profile: StoredProfile | undefined;
  wallet: Wallet | undefined;
  now: number;
};

function meOf({ volunteerId, profile, wallet, now }: Known): Response<'GET /me'> {
  return {
    volunteerId,
    ...(profile && {
      profile: {
        name: profile.name,
        district: profile.district,
        birthMonth: profile.birthMonth,
        maskedPhone: maskPhone(phoneOf(volunteerId, profile)),
        phoneVerified: profile.phoneVerified,
        registeredAt: profile.registeredAt,
      },
    }),
    minutes: wallet?.minutes ?? 0,
    points: wallet ? balanceOf(wallet) : 0,
    now,
  };
}
