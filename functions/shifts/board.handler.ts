import { activityRoutes } from '#shared/activities';
import { countsAt } from '../activities/activity.table';
import { phaseOf } from '../activities/shift.rules';
import { shiftFor } from '../activities/shift-for';
import { handle } from '../platform/handle';
import { read } from '../platform/table';
import { askedUntil } from './round.rules';
import { recheckAt } from './round.table';

const route = 'GET /shifts/{shiftId}/board';

/** The head of the organiser's screen, with the live count. */
export const board = handle(route, activityRoutes[route], async ({ shiftId }, { caller, now }) => {
  const shift = await shiftFor(route, caller, shiftId);
  const [counts, recheck] = await read(countsAt(shiftId), recheckAt(shiftId));
  const { activityId, title, placeName, startsAt, endsAt, extendedTo, capacity } = shift;
  const { signedUp = 0, checkedIn = 0, pending = 0, credited = 0 } = counts ?? {};
  return {
    ...{ shiftId, activityId, title, placeName, startsAt, endsAt, extendedTo, capacity, now },
    phase: phaseOf(shift, now),
    recheckUntil: recheck && askedUntil(recheck, now),
    counts: { signedUp, checkedIn, pending, credited },
  };
});
