import type { Input } from '#shared/api';
import { dependantRoutes } from '#shared/dependants';
import { monthOf } from '#shared/time';
import { emptyWallet, walletAt } from '../ledger/wallet.table';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import { commit, create, read, untilWon } from '../platform/table';
import { consentTexts } from '../volunteers/consent.rules';
import type { StoredProfile } from '../volunteers/volunteer.rules';
import { noteConsent, profileAt } from '../volunteers/volunteer.table';
import { joined, judgeAdding, noFamily } from './link.rules';
import { familyAt, linkAt, linked } from './link.table';

/** Makes a volunteer of their own for somebody without a phone, and who adds them looks after them. */
export const add = handle(
  'POST /me/dependants',
  dependantRoutes['POST /me/dependants'],
  async (request, { caller, now }) => {
    if (request.birthMonth > monthOf(now)) refuse('request_invalid');
    const guardianId = caller.volunteerId;
    const dependantId = idFor('dependant', guardianId, request.requestId);
    const requestMark = idFor('request', JSON.stringify(request));
    return untilWon(async () => {
      const [guardian, family, known] = await read(
        profileAt(guardianId),
        familyAt(guardianId),
        linkAt(guardianId, dependantId),
      );
      if (known && known.requestMark !== requestMark) refuse('request_differs');
      if (known) return { volunteerId: dependantId };
      const before = {
        guardian: family ?? noFamily,
        dependant: { ...noFamily, ownAccount: false },
      };
      const unfit = judgeAdding({ guardian, family: before.guardian, wanted: request }, now);
      if (unfit) refuse(unfit);

      const profile = profileOf(request, { guardianId, now });
      const { relation } = request;
      const link = { version: 1, guardianId, dependantId, relation, since: now, requestMark };
      const unknown = { link: undefined, guardian: family, dependant: undefined };
      await commit([
        ...linked(link, unknown, joined(before, link)),
        create(profileAt(dependantId), profile),
        ...profile.consents.map((one) => noteConsent(dependantId, { ...one, given: true })),
        create(walletAt(dependantId), emptyWallet),
      ]);
      return { volunteerId: dependantId };
    });
  },
);

type Frame = { guardianId: string; now: number };

/** Somebody without a phone has no number of their own either: who looks after them is asked. */
function profileOf(
  { name, birthMonth, district, relation, consentVersion: version }: Input<'POST /me/dependants'>,
  { guardianId, now }: Frame,
): StoredProfile {
  return {
    version: 1,
    ...{ name, district, birthMonth },
    sealedPhone: '',
    phoneVerified: false,
    registeredAt: now,
    consents: [{ purpose: 'registration', version: consentTexts.registration, at: now }],
    realNameLevel: 0,
    skills: [],
    wishes: [],
    trainings: [],
    ...(relation === 'child' && {
      guardian: { volunteerId: guardianId, consentedAt: now, version },
    }),
  };
}
