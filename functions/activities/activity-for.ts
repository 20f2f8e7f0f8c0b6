import type { StaffRoute } from '#shared/access';
import { demandRole, maySee } from '../organisations/rights';
import { refuse } from '../platform/refuse';
import type { Caller } from '../platform/session';
import { read } from '../platform/table';
import type { Activity } from './activity.rules';
import { isPublic } from './activity.rules';
import { activityAt } from './activity.table';

/** Whoever may list an organisation's activities sees them in every state; for all others a draft does not exist. */
const listRoute = 'GET /organisations/{organisationId}/activities';
export const seesDrafts = (caller: Caller | undefined, { path }: Activity): Promise<boolean> =>
  maySee(listRoute, caller, path);

/** The activity, to whoever holds one of the route's roles. */
export async function activityFor(
  route: StaffRoute,
  caller: Caller,
  activityId: string,
): Promise<Activity> {
  const [activity] = await read(activityAt(activityId));
  if (!activity) return refuse('not_found');
  const hidden = !isPublic(activity) && !(await seesDrafts(caller, activity));
  await demandRole(route, caller, activity.path, { hidden });
  return activity;
}
