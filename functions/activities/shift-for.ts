import type { StaffRoute } from '#shared/access';
import { demandRole } from '../organisations/rights';
import { refuse } from '../platform/refuse';
import type { Caller } from '../platform/session';
import { read } from '../platform/table';
import type { Shift } from './activity.rules';
import { shiftAt } from './activity.table';

/** The shift, to whoever may organise it. */
export async function shiftFor(route: StaffRoute, caller: Caller, shiftId: string): Promise<Shift> {
  const [shift] = await read(shiftAt(shiftId));
  if (!shift) return refuse('not_found');
  await demandRole(route, caller, shift.path);
  return shift;
}
