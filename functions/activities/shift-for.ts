import type { StaffRoute } from '#shared/access';
import { demandRole } from '../organisations/rights';
import { now } from '../platform/clock';
import { refuse } from '../platform/refuse';
import type { Caller } from '../platform/session';
import { read } from '../platform/table';
import { mayAct } from '../sessions/session.rules';
import { wayOf } from '../sessions/way.table';
import { shiftAt } from './activity.table';
import type { Shift } from './shift.rules';
import { standsIn } from './shift.rules';

/** What somebody may do who stands in for an organiser that did not come: show codes, and see who has come. */
const standInRoutes: readonly StaffRoute[] = [
  'GET /shifts/{shiftId}/board',
  'GET /shifts/{shiftId}/roster',
  'POST /shifts/{shiftId}/gates',
  'DELETE /shifts/{shiftId}/gates/{gate}',
  'GET /shifts/{shiftId}/gates',
  'POST /shifts/{shiftId}/gates/{gate}/takeover',
];

/** The shift, to whoever may organise it. */
export async function shiftFor(route: StaffRoute, caller: Caller, shiftId: string): Promise<Shift> {
  const [shift, way] = await read(shiftAt(shiftId), wayOf(caller));
  if (!shift) return refuse('not_found');
  const standIn = standInRoutes.includes(route) && standsIn(shift, caller.volunteerId, now());
  if (standIn && mayAct(way, caller)) return shift;
  await demandRole(route, caller, shift.path);
  return shift;
}
