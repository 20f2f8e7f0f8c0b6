import type { Input } from '#shared/api';
import type { ProfileInFull } from '#shared/volunteers';
import { volunteerRoutes } from '#shared/volunteers';
import { walletAt } from '../ledger/wallet.table';
import { handle } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { commit, read, replace, untilWon } from '../platform/table';
import { hasConsent } from './consent.rules';
import { maskIdentity } from './identity.rules';
import { meOf, shownProfile } from './shown';
import type { StoredProfile } from './volunteer.rules';
import { judgeChange, without } from './volunteer.rules';
import {
  emergencyOf,
  identityOf,
  profileAt,
  sealEmergency,
  withFreshSeals,
} from './volunteer.table';

/** Everything that is kept of oneself. */
export const showInFull = handle(
  'GET /me/profile',
  volunteerRoutes['GET /me/profile'],
  async (_, { caller: { volunteerId } }) => {
    const [profile] = await read(profileAt(volunteerId));
    return profile ? { profile: inFull(volunteerId, profile) } : {};
  },
);

/** Changes what was sent and leaves the rest; the number and the history stay whatever changes. */
export const change = handle(
  'PUT /me',
  volunteerRoutes['PUT /me'],
  async (request, { caller: { volunteerId }, now }) =>
    untilWon(async () => {
      const [known, wallet] = await read(profileAt(volunteerId), walletAt(volunteerId));
      const wants = { name: request.name, contact: Boolean(request.emergencyContact) };
      const refused = judgeChange(known, wants);
      if (refused || !known) return refuse(refused ?? 'not_registered');
      const profile = changed(volunteerId, withFreshSeals(volunteerId, known), request);
      await commit([replace(profileAt(volunteerId), profile)]);
      return meOf({ volunteerId, profile, wallet, now });
    }),
);

function changed(
  volunteerId: string,
  known: StoredProfile,
  { name, district, skills, wishes, emergencyContact }: Input<'PUT /me'>,
): StoredProfile {
  const profile = emergencyContact === null ? without(known, 'sealedEmergency') : known;
  return {
    ...profile,
    ...{ name, district },
    ...(skills && { skills }),
    ...(wishes && { wishes }),
    ...(emergencyContact && { sealedEmergency: sealEmergency(volunteerId, emergencyContact) }),
  };
}

function inFull(volunteerId: string, profile: StoredProfile): ProfileInFull {
  const contact = emergencyOf(volunteerId, profile);
  const number = identityOf(volunteerId, profile);
  return {
    ...shownProfile(volunteerId, profile),
    skills: profile.skills,
    wishes: profile.wishes,
    trainings: profile.trainings.map(({ training, at, endsAt }) => ({ training, at, endsAt })),
    ...(contact && { emergencyContact: contact }),
    emergencyAllowed: hasConsent(profile, 'emergency_contact'),
    ...(number !== undefined && { maskedIdentity: maskIdentity(number) }),
  };
}
