import type { StaffRoute } from '#shared/access';
import { refuse } from '../platform/refuse';
import type { Caller } from '../platform/session';
import { read } from '../platform/table';
import type { Organisation } from './organisation.rules';
import { depthMax, isPublic } from './organisation.rules';
import { organisationAt } from './organisation.table';
import { demandRole } from './rights';

/** The organisation, to whoever holds one of the route's roles there. What is not verified has no staff yet. */
export async function organisationFor(
  route: StaffRoute,
  caller: Caller,
  organisationId: string,
): Promise<Organisation> {
  const organisation = await publicOrganisation(organisationId);
  await demandRole(route, caller, organisation.path);
  return organisation;
}

/** The organisation, when everybody may know of it. */
export async function publicOrganisation(organisationId: string): Promise<Organisation> {
  const [organisation] = await read(organisationAt(organisationId));
  return organisation && isPublic(organisation) ? organisation : refuse('not_found');
}

/**
 * An organisation and all above it, the root first, as the parents say now: `path` follows a move a moment later, and
 * two moves at once must not make a circle.
 */
export async function lineOf(organisationId: string): Promise<Organisation[]> {
  const line: Organisation[] = [];
  let next: string | undefined = organisationId;
  while (next !== undefined && line.length < depthMax) {
    const [found]: readonly [Organisation | undefined] = await read(organisationAt(next));
    if (!found) throw new Error(`no organisation ${next}`);
    line.unshift(found);
    next = found.parentId;
  }
  return line;
}
