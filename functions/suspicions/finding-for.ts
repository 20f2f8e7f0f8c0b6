import type { StaffRoute } from '#shared/access';
import { demandRole } from '../organisations/rights';
import { refuse } from '../platform/refuse';
import type { Caller } from '../platform/session';
import { read } from '../platform/table';
import type { Finding } from './suspicion.rules';
import { isNamed } from './suspicion.rules';
import { findingAt } from './suspicion.table';

type Asked = { organisationId: string; findingId: string };

/** The finding, to whoever holds the role at or above its organisation and is not named in it; else there is none. */
export async function findingFor(
  route: StaffRoute,
  caller: Caller,
  { organisationId, findingId }: Asked,
): Promise<Finding> {
  const [finding] = await read(findingAt(findingId));
  if (!finding?.path.includes(organisationId)) return refuse('not_found');
  await demandRole(route, caller, finding.path, { hidden: true });
  return isNamed(finding, caller.volunteerId) ? refuse('not_found') : finding;
}
