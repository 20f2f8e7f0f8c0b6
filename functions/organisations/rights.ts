import type { StaffRoute } from '#shared/access';
import { access } from '#shared/access';
import { refuse } from '../platform/refuse';
import type { Caller } from '../platform/session';
import { read } from '../platform/table';
import { mayAct } from '../volunteers/volunteer.rules';
import type { Way } from '../volunteers/volunteer.table';
import { wayOf } from '../volunteers/volunteer.table';
import { holdsRole } from './organisation.rules';
import { memberAt } from './organisation.table';

/**
 * Refuses whoever holds none of the route's roles in the organisation or above it (`not_allowed`), or whose session
 * was revoked (`session_expired`). `path`: the organisations from the root down to the one the subject belongs to.
 */
export async function demandRole(route: StaffRoute, caller: Caller, path: string[]) {
  const places = path.map((organisation) => memberAt(organisation, caller.volunteerId));
  const [way, ...members] = await read(wayOf(caller), ...places);
  if (!mayAct(way as Way | undefined, caller)) refuse('session_expired');
  if (!holdsRole(members as Parameters<typeof holdsRole>[0], access[route])) refuse('not_allowed');
}

/** Whether the caller holds one of the route's roles: for showing or hiding, never for deciding. */
export async function maySee(route: StaffRoute, caller: Caller | undefined, path: string[]) {
  if (!caller) return false;
  const members = await read(...path.map((one) => memberAt(one, caller.volunteerId)));
  return holdsRole(members, access[route]);
}
