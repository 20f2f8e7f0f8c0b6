import type { Membership } from '../organisations/membership.rules';
import type { Organisation } from '../organisations/organisation.rules';
import { memberAt, organisationAt } from '../organisations/organisation.table';
import { refuse } from '../platform/refuse';
import { read } from '../platform/table';
import { belongs } from './bulletin.rules';

/** The organisation with its path; `not_found` when there is none. */
export async function organisationOf(organisationId: string): Promise<Organisation> {
  const [organisation] = await read(organisationAt(organisationId));
  return organisation ?? refuse('not_found');
}

/** Whether somebody reads the board of the last organisation of the path: its people do, and those above. */
export async function readsBoard(volunteerId: string, path: readonly string[]): Promise<boolean> {
  const members = path.map((one) => memberAt(one, volunteerId));
  const found = await read(...members, ...path.map(organisationAt));
  return belongs(
    found.slice(0, path.length) as (Membership | undefined)[],
    found.slice(path.length) as (Organisation | undefined)[],
  );
}
