import { now } from '../platform/clock';
import { refuse } from '../platform/refuse';
import type { Caller } from '../platform/session';
import { read } from '../platform/table';
import { profileAt } from '../volunteers/volunteer.table';
import { mayActFor } from './link.rules';
import { familyAt, linkAt } from './link.table';

/** Whom a request is for. `actedBy`: the relative who sends it in that person's place; absent for oneself. */
export type Acting = { volunteerId: string; actedBy?: string };

/**
 * The caller, or the dependant the caller may act for. One strong read, none for oneself. Somebody whom the caller
 * does not look after is `not_found`: that such a person exists is nobody's business.
 */
export async function actingFor(
  caller: Pick<Caller, 'volunteerId'>,
  forVolunteerId: string | undefined,
): Promise<Acting> {
  const { volunteerId: actedBy } = caller;
  if (forVolunteerId === undefined || forVolunteerId === actedBy) return { volunteerId: actedBy };
  const [link, profile, family] = await read(
    linkAt(actedBy, forVolunteerId),
    profileAt(forVolunteerId),
    familyAt(forVolunteerId),
  );
  const dependant = profile && family && { ...profile, ownAccount: family.ownAccount };
  if (!mayActFor(link, dependant, now())) return refuse('not_found');
  return { volunteerId: forVolunteerId, actedBy };
}
