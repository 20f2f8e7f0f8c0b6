import { dayMs } from '#shared/time';
import { childrenIndex, membershipsIndex } from '../../functions/keys';
import { emptyWallet, walletAt } from '../../functions/ledger/wallet.table';
import { memberAt, organisationAt } from '../../functions/organisations/organisation.table';
import { wayMarks } from '../../functions/platform/vault';
import { profileAt, sealPhone, wayAt } from '../../functions/volunteers/volunteer.table';
import type { SeedOrganisation } from './organisations';
import type { SeedPerson } from './people';
import { openidOf } from './people';
import type { World } from './world';

const memberSinceDays = 200;

export function addOrganisations(world: World, organisations: SeedOrganisation[]): void {
  for (const organisation of organisations) {
    const { organisationId, parentId } = organisation;
    const listed = parentId && { gx2pk: childrenIndex(parentId), gx2sk: organisationId };
    world.put(organisationAt(organisationId), { ...organisation, ...listed, version: 1 });
  }
}

/** Profiles, wallets, ways in and memberships. Who has not registered is not in the table at all. */
export function addPeople(world: World, people: SeedPerson[], now: number): void {
  for (const person of people) {
    const { volunteerId, birthMonth, name, district, phone } = person;
    if (birthMonth === undefined) continue;
    const registeredAt = now - memberSinceDays * dayMs;
    world.put(profileAt(volunteerId), {
      version: 1,
      ...{ name, district, birthMonth, registeredAt },
      sealedPhone: sealPhone(volunteerId, phone),
      phoneVerified: false,
      consents: [{ purpose: 'registration', version: '2026-11-1', at: registeredAt }],
    });
    world.put(walletAt(volunteerId), emptyWallet);
    if (person.note !== undefined) addWayIn(world, person);
    for (const membership of person.memberships) {
      const organisation = world.get(organisationAt(membership.organisationId));
      world.put(memberAt(membership.organisationId, volunteerId), {
        version: 1,
        ...membership,
        organisationName: organisation?.name ?? '',
        volunteerId,
        since: registeredAt,
        gx1pk: membershipsIndex(volunteerId),
        gx1sk: membership.organisationId,
      });
    }
  }
}

function addWayIn(world: World, { key, volunteerId }: SeedPerson): void {
  const [{ mark, version }] = wayMarks('weapp', openidOf(key));
  world.put(wayAt('weapp', mark), { version: 1, volunteerId, epoch: 1, pepperVersion: version });
}
