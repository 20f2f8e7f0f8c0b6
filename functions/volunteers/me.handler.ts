import type { Input } from '#shared/api';
import { monthOf } from '#shared/time';
import { volunteerRoutes } from '#shared/volunteers';
import { walletAt } from '../ledger/wallet.table';
import { handle } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { commit, create, read, untilWon } from '../platform/table';
import { phoneNumberOf } from '../platform/wechat';
import { phoneWayOf } from '../sessions/phone-way';
import { consentTexts } from './consent.rules';
import { isTold, judgeRegistration } from './minor.rules';
import { meOf } from './shown';
import type { StoredProfile } from './volunteer.rules';
import { noteConsent, profileAt, sealGuardianPhone, sealPhone } from './volunteer.table';

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
      const lacking = judgeRegistration(request, now);
      if (lacking) return refuse(lacking);
      const { phoneCode } = request;
      const phone = phoneCode ? await phoneNumberOf(phoneCode) : (request.phoneNumber ?? '');
      const way = await phoneWayOf(volunteerId, { phone, proven: phoneCode !== undefined }, now);
      const { verified } = way;
      const profile = profileFrom(request, { volunteerId, phone, verified, now });
      const outcome = await commit([
        create(profileAt(volunteerId), profile),
        ...profile.consents.map((one) => noteConsent(volunteerId, { ...one, given: true })),
        ...way.writes,
      ]);
      return outcome === 'done' ? meOf({ volunteerId, profile, wallet, now }) : refuse(outcome);
    });
  },
);

function profileFrom(
  { name, district, birthMonth, guardianPhone }: Input<'POST /me'>,
  it: { volunteerId: string; phone: string; verified: boolean; now: number },
): StoredProfile {
  return {
    version: 1,
    name,
    district,
    birthMonth,
    sealedPhone: sealPhone(it.volunteerId, it.phone),
    phoneVerified: it.verified,
    registeredAt: it.now,
    consents: [{ purpose: 'registration', version: consentTexts.registration, at: it.now }],
    realNameLevel: 0,
    skills: [],
    wishes: [],
    trainings: [],
    ...(guardianPhone !== undefined &&
      isTold({ birthMonth }, it.now) && {
        sealedGuardianPhone: sealGuardianPhone(it.volunteerId, guardianPhone),
      }),
  };
}
