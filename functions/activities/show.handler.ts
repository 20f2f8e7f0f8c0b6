import type { BehindTheScenes } from '#shared/activities';
import { activityRoutes } from '#shared/activities';
import type { Response } from '#shared/api';
import type { RecordState } from '#shared/vocabulary';
import { recordKey } from '../keys';
import { rightsOf } from '../organisations/rights';
import { handleOpen } from '../platform/handle';
import { refuse } from '../platform/refuse';
import type { Caller } from '../platform/session';
import type { At } from '../platform/table';
import { glance, read } from '../platform/table';
import type { Activity } from './activity.rules';
import { isPublic } from './activity.rules';
import { activityAt, countsAt, shiftAt } from './activity.table';
import { answeringPathOf, seesDrafts } from './activity-for';
import type { Counts, Shift } from './shift.rules';
import { takenOf } from './shift.rules';

/** What the page says of one's own record of a shift; the whole of it is the noun record's, which stands above. */
type Own = { state: RecordState; inAt?: number };
const ownAt = (volunteer: string, shift: string): At<Own> => recordKey(volunteer, shift);

/** An activity with its shifts; to whoever is signed in also their own records, and whether they organise it. */
export const show = handleOpen(
  'GET /activities/{activityId}',
  activityRoutes['GET /activities/{activityId}'],
  async ({ activityId }, { caller, now }) => {
    const [found] = await read(activityAt(activityId));
    const activity = found ?? refuse('not_found');
    const { shiftIds, organisationId, organisationName } = activity;
    const [shifts, counts, mine, staff] = await Promise.all([
      read(...shiftIds.map(shiftAt)),
      glance(...shiftIds.map(countsAt)),
      caller ? read(...shiftIds.map((shift) => ownAt(caller.volunteerId, shift))) : [],
      caller && behindTheScenes(activity, caller),
    ]);
    if (!isPublic(activity) && !staff) return refuse('not_found');
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
      state: activity.state,
      conditions: activity.conditions,
      insurance: activity.insurance,
      shifts: shifts.flatMap((shift, index) =>
        shift ? [shiftOf(shift, { counts: counts[index], record: mine[index] })] : [],
      ),
      organising: staff?.mayWrite === true && isPublic(activity),
      staff,
      now,
    };
  },
);

/** What its people see besides; undefined for everybody else, for whom it costs one look at their roles. */
async function behindTheScenes(
  activity: Activity,
  caller: Caller,
): Promise<BehindTheScenes | undefined> {
  const path = await answeringPathOf(activity);
  const may = await rightsOf(caller, path);
  if (!seesDrafts(may)) return undefined;
  const { version, dangerous, plans, repeat, returned, writtenBy } = activity;
  const wroteIt = writtenBy.includes(caller.volunteerId);
  return {
    ...{ version, dangerous, plans, wroteIt },
    mayWrite: may('PUT /activities/{activityId}'),
    mayDecide: may('POST /activities/{activityId}/decision') && !wroteIt,
    ...(repeat && { repeat }),
    ...(returned && { returned: { at: returned.at, reason: returned.reason } }),
  };
}

function shiftOf(
  { shiftId, startsAt, endsAt, capacity, cancelledAt, cancelReason, ...shift }: Shift,
  { counts, record }: { counts: Counts | undefined; record: Own | undefined },
): Response<'GET /activities/{activityId}'>['shifts'][number] {
  return {
    ...{ shiftId, startsAt, endsAt, capacity },
    taken: takenOf(counts),
    cancelled: cancelledAt !== undefined,
    cancelReason,
    ...{ movedTo: shift.movedTo, movedFrom: shift.movedFrom, noticeUntil: shift.noticeUntil },
    ...(record && { mine: { state: record.state, inAt: record.inAt } }),
  };
}
