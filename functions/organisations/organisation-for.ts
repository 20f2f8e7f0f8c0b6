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
 * Where the organisation of something stands now, the root first: for what keeps the path of the day on which it was
 * made, and is nevertheless for those who stand above the organisation today.
 */
export async function pathOf(kept: Kept): Promise<string[]> {
  const [path] = await pathsOf([kept]);
  return path ?? kept.path;
}

type Kept = Pick<Organisation, 'organisationId' | 'path'>;

/** The same for a page of them, in one read. */
export async function pathsOf(page: readonly Kept[]): Promise<string[][]> {
  const ids = [...new Set(page.map(({ organisationId }) => organisationId))];
  const found = await read(...ids.map(organisationAt));
  return page.map(({ organisationId, path }) => found[ids.indexOf(organisationId)]?.path ?? path);
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
