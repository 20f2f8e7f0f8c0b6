import type { Dependant } from '#shared/dependants';
import { dependantRoutes } from '#shared/dependants';
import { balanceOf, walletAt } from '../ledger/wallet.table';
import { handle } from '../platform/handle';
import { read } from '../platform/table';
import { guardianConsentOf, guardianConsentVersion, isMinor } from '../volunteers/minor.rules';
import { maskName } from '../volunteers/volunteer.rules';
import { profileAt } from '../volunteers/volunteer.table';
import { noFamily } from './link.rules';
import { familyAt, linkAt } from './link.table';

/** Whom I look after, with what each has served. */
export const listDependants = handle(
  'GET /me/dependants',
  dependantRoutes['GET /me/dependants'],
  async (_, { caller: { volunteerId }, now }) => {
    const [family = noFamily] = await read(familyAt(volunteerId));
    const found = await Promise.all(
      family.dependants.map((one) => dependantOf(volunteerId, one, now)),
    );
    const dependants = found.flatMap((it) => it ?? []);
    return { dependants, consentVersion: guardianConsentVersion, now };
  },
);

async function dependantOf(
  guardianId: string,
  dependantId: string,
  now: number,
): Promise<Dependant | undefined> {
  const [link, family, profile, wallet] = await read(
    linkAt(guardianId, dependantId),
    familyAt(dependantId),
    profileAt(dependantId),
    walletAt(dependantId),
  );
  if (!link || !profile) return undefined;
  return {
    volunteerId: dependantId,
    name: profile.name,
    relation: link.relation,
    birthMonth: profile.birthMonth,
    ownAccount: family?.ownAccount ?? true,
    consent: guardianConsentOf(profile, now),
    minutes: wallet?.minutes ?? 0,
    points: wallet ? balanceOf(wallet) : 0,
    since: link.since,
  };
}

/** Who looks after me, and whether somebody still has to say yes for me. */
export const listGuardians = handle(
  'GET /me/guardians',
  dependantRoutes['GET /me/guardians'],
  async (_, { caller: { volunteerId }, now }) => {
    const [family = noFamily, profile] = await read(familyAt(volunteerId), profileAt(volunteerId));
    const [links, profiles] = await Promise.all([
      read(...family.guardians.map((one) => linkAt(one, volunteerId))),
      read(...family.guardians.map(profileAt)),
    ]);
    const guardians = family.guardians.flatMap((guardianId, index) => {
      const [link, guardian] = [links[index], profiles[index]];
      if (!link) return [];
      const { relation, since } = link;
      const maskedName = maskName(guardian?.name ?? '');
      return [{ volunteerId: guardianId, maskedName, relation, since }];
    });
    return {
      guardians,
      consent: profile ? guardianConsentOf(profile, now) : 'not_needed',
      minor: profile !== undefined && isMinor(profile, now),
    };
  },
);
