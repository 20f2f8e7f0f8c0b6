import { dayMs } from '#shared/time';
import { wayMarks } from '../../functions/platform/vault';
import { wayAt } from '../../functions/sessions/way.table';
import { consentTexts } from '../../functions/volunteers/consent.rules';
import { checkSign } from '../../functions/volunteers/identity.rules';
import type { Consent, StoredProfile } from '../../functions/volunteers/volunteer.rules';
import {
  consentWordAt,
  profileAt,
  sealEmergency,
  sealIdentity,
} from '../../functions/volunteers/volunteer.table';
import { volunteerIdOf } from './people';
import type { World } from './world';

/** What two of the cast told of themselves beyond the minimum: a real name, whom to call, what they can do. */
export function addDetails(world: World, now: number): void {
  const at = now - 30 * dayMs;
  tell(world, 'volunteer', (profile) => ({
    ...profile,
    skills: ['first_aid', 'photography'],
    wishes: ['environment', 'elders'],
    consents: [...profile.consents, agreed(world, 'volunteer', { purpose: 'location', at })],
  }));
  tell(world, 'second', (profile) => {
    const volunteerId = volunteerIdOf('second');
    const seventeen = `370202${profile.birthMonth}15002`;
    const number = seventeen + checkSign(seventeen);
    const [{ mark, version: pepperVersion }] = wayMarks('identity', number);
    world.put(wayAt('identity', mark), { version: 1, volunteerId, epoch: 1, pepperVersion });
    const contact = { name: '韩大海', phoneNumber: '19900000999', relation: 'parent' } as const;
    return {
      ...profile,
      realNameLevel: 1,
      sealedIdentity: sealIdentity(volunteerId, number),
      sealedEmergency: sealEmergency(volunteerId, contact),
      skills: ['medical'],
      consents: [
        ...profile.consents,
        agreed(world, 'second', { purpose: 'real_name', at }),
        agreed(world, 'second', { purpose: 'emergency_contact', at: at + 1 }),
      ],
    };
  });
}

function tell(world: World, key: string, told: (profile: StoredProfile) => StoredProfile): void {
  const place = profileAt(volunteerIdOf(key));
  const profile = world.get(place);
  if (!profile) throw new Error(`${key} has not registered`);
  const { consents } = profile;
  for (const { purpose, version, at } of consents) {
    const word = { purpose, version, at, given: true };
    world.put(consentWordAt(volunteerIdOf(key), word), word);
  }
  world.put(place, told(profile));
}

function agreed(world: World, key: string, { purpose, at }: Omit<Consent, 'version'>): Consent {
  const version = consentTexts[purpose];
  const word = { purpose, version, at, given: true };
  world.put(consentWordAt(volunteerIdOf(key), word), word);
  return { purpose, version, at };
}
