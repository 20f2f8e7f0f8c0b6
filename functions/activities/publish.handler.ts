import { activityRoutes } from '#shared/activities';
import { organisationAt } from '../organisations/organisation.table';
import { demandRole } from '../organisations/rights';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import type { Write } from '../platform/table';
import { commit, create, or, read, untilWon } from '../platform/table';
import type { Shift } from './activity.rules';
import { judgePlan, splitCapacity } from './activity.rules';
import { activityAt, placesAt, shiftAt } from './activity.table';
import { activityOf, shiftsOf } from './publication';

/** Publishes an activity with its shifts, all or none. The same request again names the same activity. */
export const publish = handle(
  'POST /activities',
  activityRoutes['POST /activities'],
  async (request, { caller, now }) => {
    const activityId = idFor('activity', caller.volunteerId, request.requestId);
    const requestMark = idFor('request', JSON.stringify(request));
    return untilWon(async () => {
      const [organisation, known] = await read(
        organisationAt(request.organisationId),
        activityAt(activityId),
      );
      if (!organisation) return refuse('not_found');
      await demandRole('POST /activities', caller, organisation.path);
      if (known) {
        return known.requestMark === requestMark ? { activityId } : refuse('request_differs');
      }
      for (const plan of request.shifts) {
        const unfit = judgePlan(plan, now);
        if (unfit) refuse(unfit);
      }

      const shifts = shiftsOf(request, { activityId, organisation, now });
      const told = activityOf(request, { activityId, organisation, shifts, now });
      const activity = { ...told, publishedBy: caller.volunteerId, requestMark };
      const outcome = await commit([
        create(activityAt(activityId), activity),
        ...shifts.flatMap(writesOf).map((write) => or(write, 'taken')),
      ]);
      if (outcome === 'taken') throw new Error('the id of a shift is taken');
      return { activityId };
    });
  },
);

function writesOf(shift: Shift): Write[] {
  const parts = splitCapacity(shift.capacity, shift.shards);
  return [
    create(shiftAt(shift.shiftId), shift),
    ...parts.map((capacity, shard) =>
      create(placesAt(shift.shiftId, shard), { taken: 0, capacity, open: true }),
    ),
  ];
}
