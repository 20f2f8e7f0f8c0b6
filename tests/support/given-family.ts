import type { Request } from '#shared/api';
import { guardianConsentVersion } from '../../functions/volunteers/minor.rules';
import { newRequestId } from '../../miniapp/src/ids';
import type { TestCloud } from './cloud';
import type { Person } from './given';
import { newcomer } from './given';

/** Months of birth that hold for every test that does not move the clock by years. */
export const born = { child: '201601', teen: '201101', elder: '195001', adult: '199003' } as const;

export const consentVersion = guardianConsentVersion;

type Wanted = Partial<Request<'POST /me/dependants'>>;

/** Somebody without an account, added by who looks after them: a child of ten unless told. */
export async function dependant(guardian: Person, wanted: Wanted = {}): Promise<string> {
  const { volunteerId } = await guardian.ask('POST /me/dependants', adding(wanted));
  return volunteerId;
}

export const adding = (wanted: Wanted = {}): Request<'POST /me/dependants'> => ({
  requestId: newRequestId(),
  relation: 'child',
  name: '李小雷',
  birthMonth: born.child,
  district: '370202',
  consentVersion,
  ...wanted,
});

/** Somebody who signs in and registered with a month of birth. */
export async function bornIn(cloud: TestCloud, birthMonth: string, name = '韩小梅') {
  const person = await newcomer(cloud);
  await person.ask('POST /me', {
    ...{ name, birthMonth, district: '370202', phoneNumber: '13900000000', consent: true },
    ...(birthMonth === born.teen && { guardianPhone: '13900000001' }),
  });
  return person;
}

/** The guardian of somebody who signs in, by the code that the child shows. */
export async function guarded(child: Person, guardian: Person): Promise<void> {
  const { code } = await child.ask('POST /me/link-codes', { purpose: 'guardian' });
  await guardian.ask('POST /guardianships', { code, consentVersion });
}

/** The code of the printed card of a dependant, or of oneself. */
export async function cardOf(who: Person, forVolunteerId?: string): Promise<string> {
  const { card } = await who.ask('POST /me/card', { ...(forVolunteerId && { forVolunteerId }) });
  if (!card) throw new Error('no card');
  return card.token;
}
