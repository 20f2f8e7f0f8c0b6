import type { StaffRoute } from '#shared/access';
import { pathOf } from '../organisations/organisation-for';
import type { May } from '../organisations/rights';
import { demandRole, rightsOf } from '../organisations/rights';
import { refuse } from '../platform/refuse';
import type { Caller } from '../platform/session';
import { read } from '../platform/table';
import type { Activity } from './activity.rules';
import { isPublic } from './activity.rules';
import { activityAt } from './activity.table';

/** Whoever may list an organisation's activities sees them in every state; for all others a draft does not exist. */
const listRoute = 'GET /organisations/{organisationId}/activities';
export const seesDrafts = (may: May): boolean => may(listRoute);

/**
 * Who may act on it: whoever answered for it when it was approved, to its end. Nobody has answered for a draft yet, so
 * it goes by where its organisation stands now.
 */
export const answeringPathOf = async (activity: Activity): Promise<string[]> =>
  isPublic(activity) ? activity.path : pathOf(activity);

/** The activity, to whoever holds one of the route's roles. */
export async function activityFor(
  route: StaffRoute,
  caller: Caller,
  activityId: string,
): Promise<Activity> {
  const [activity] = await read(activityAt(activityId));
  if (!activity) return refuse('not_found');
  const path = await answeringPathOf(activity);
  const hidden = !isPublic(activity) && !seesDrafts(await rightsOf(caller, path));
  await demandRole(route, caller, path, { hidden });
  return activity;
}
