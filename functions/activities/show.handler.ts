import { activityRoutes } from '#shared/activities';
import type { Response } from '#shared/api';
import { maySee } from '../organisations/rights';
import { handleOpen } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { glance, read } from '../platform/table';
import type { ServiceRecord } from '../records/record.rules';
import { recordAt } from '../records/record.table';
import type { Counts, Shift } from './activity.rules';
import { takenOf } from './activity.rules';
import { activityAt, countsAt, shiftAt } from './activity.table';

/** An activity with its shifts; to whoever is signed in also their own records, and whether they organise it. */
export const show = handleOpen(
  'GET /activities/{activityId}',
  activityRoutes['GET /activities/{activityId}'],
  async ({ activityId }, { caller, now }) => {
    const [found] = await read(activityAt(activityId));
    const activity = found ?? refuse('not_found');
    const { shiftIds, organisationId, organisationName, path } = activity;
    const [shifts, counts, mine, organising] = await Promise.all([
      read(...shiftIds.map(shiftAt)),
      glance(...shiftIds.map(countsAt)),
      caller ? read(...shiftIds.map((shift) => recordAt(caller.volunteerId, shift))) : [],
      maySee('POST /shifts/{shiftId}/gates', caller, path),
    ]);
    return {
      activityId,
      organisationId,
      organisationName,
      title: activity.title,
      description: activity.description,
      category: activity.category,
      beneficiary: activity.beneficiary,
      district: activity.district,
      place: activity.place,
      risks: activity.risks,
      contact: activity.contact,
      shifts: shifts.flatMap((shift, index) =>
        shift ? [shiftOf(shift, { counts: counts[index], record: mine[index] })] : [],
      ),
      organising,
      now,
    };
  },
);

function shiftOf(
  { shiftId, startsAt, endsAt, capacity, cancelledAt }: Shift,
  { counts, record }: { counts: Counts | undefined; record: ServiceRecord | undefined },
): Response<'GET /activities/{activityId}'>['shifts'][number] {
  return {
    ...{ shiftId, startsAt, endsAt, capacity },
    taken: takenOf(counts),
    cancelled: cancelledAt !== undefined,
    ...(record && { mine: { state: record.state, inAt: record.inAt } }),
  };
}
