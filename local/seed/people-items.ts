import { dayMs } from '#shared/time';
import { membershipsIndex } from '../../functions/indexes';
import { emptyWallet, walletAt } from '../../functions/ledger/wallet.table';
import { listed, memberAt, organisationAt } from '../../functions/organisations/organisation.table';
import { wayMarks } from '../../functions/platform/vault';
import { wayAt, wayListAt } from '../../functions/sessions/way.table';
import { maskName } from '../../functions/volunteers/volunteer.rules';
import { profileAt, sealPhone } from '../../functions/volunteers/volunteer.table';
import type { SeedPerson } from './people';
import { openidOf } from './people';
import type { SeedOrganisation } from './trees';
import type { World } from './world';

const memberSinceDays = 200;

export function addOrganisations(world: World, organisations: SeedOrganisation[]): void {
  for (const organisation of organisations) {
    const { organisationId } = organisation;
    world.put(
      organisationAt(organisationId),
      listed({ ...organisation, version: 1, state: 'active' }),
    );
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
      realNameLevel: 0,
      skills: [],
      wishes: [],
      trainings: [],
    });
    world.put(walletAt(volunteerId), emptyWallet);
    if (person.note !== undefined) addWayIn(world, person, registeredAt);
    for (const membership of person.memberships) {
      const organisation = world.get(organisationAt(membership.organisationId));
      world.put(memberAt(membership.organisationId, volunteerId), {
        version: 1,
        ...membership,
        organisationName: organisation?.name ?? '',
        maskedName: maskName(name),
        state: 'active',
        volunteerId,
        since: registeredAt,
        gx1pk: membershipsIndex(volunteerId),
        gx1sk: membership.organisationId,
      });
    }
  }
}

function addWayIn(world: World, { key, volunteerId }: SeedPerson, since: number): void {
  const [{ mark, version }] = wayMarks('weapp', openidOf(key));
  world.put(wayAt('weapp', mark), { version: 1, volunteerId, epoch: 1, pepperVersion: version });
  world.put(wayListAt(volunteerId), { version: 1, ways: [{ kind: 'weapp', mark, since }] });
}
