import type { StaffRoute } from '#shared/access';
import { access } from '#shared/access';
import { now } from '../platform/clock';
import { refuse } from '../platform/refuse';
import type { Caller } from '../platform/session';
import { read } from '../platform/table';
import { mayAct } from '../sessions/session.rules';
import type { Way } from '../sessions/way.table';
import { wayOf } from '../sessions/way.table';
import type { Membership } from './membership.rules';
import type { Organisation } from './organisation.rules';
import { heldUntil, holdsRole } from './organisation.rules';
import { memberAt, organisationAt } from './organisation.table';

/** What answers somebody without the role: `not_found` for what only its people may see, else `not_allowed`. */
type Hidden = { hidden?: boolean };
type Path = readonly string[];

/**
 * Refuses whoever holds none of the route's roles in the organisation or above it, or whose session was revoked
 * (`session_expired`). `path`: the organisations from the root down to the one the subject belongs to.
 */
export async function demandRole(
  route: StaffRoute,
  caller: Caller,
  path: Path,
  { hidden = false }: Hidden = {},
): Promise<void> {
  const { way, may } = await standingOf(caller, path);
  if (!mayAct(way, caller)) refuse('session_expired');
  if (!may(route)) refuse(hidden ? 'not_found' : 'not_allowed');
}

/** Whether somebody may call a route. `depth`: only the first so many organisations of the path count. */
export type May = (route: StaffRoute, depth?: number) => boolean;

/** What the caller may do at the end of a path, or further up on it: for showing or hiding, never for deciding. */
export async function rightsOf(caller: Caller | undefined, path: Path): Promise<May> {
  return caller ? (await standingOf(caller, path)).may : () => false;
}

/** Until when (ms) the caller holds one of the route's roles: nobody gives more than they have. */
export async function holdsUntil(route: StaffRoute, caller: Caller, path: Path): Promise<number> {
  const { memberships, organisations } = await standingOf(caller, path);
  return heldUntil(memberships, organisations, access[route]);
}

/** The way in, the memberships and the organisations along the path in one read. */
async function standingOf(caller: Caller, path: Path) {
  const members = path.map((one) => memberAt(one, caller.volunteerId));
  const [way, ...found] = await read(wayOf(caller), ...members, ...path.map(organisationAt));
  const memberships = found.slice(0, path.length) as (Membership | undefined)[];
  const organisations = found.slice(path.length) as (Organisation | undefined)[];
  const may: May = (route, depth = path.length) =>
    holdsRole(memberships.slice(0, depth), organisations.slice(0, depth), {
      roles: access[route],
      now: now(),
    });
  return { way: way as Way | undefined, may, memberships, organisations };
}
