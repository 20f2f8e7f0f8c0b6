import type { Input } from '#shared/api';
import { dayOf, startOfDay } from '#shared/time';
import { packFor } from '../hours/pack.rules';
import { agendaIndex } from '../keys';
import type { Organisation } from '../organisations/organisation.table';
import { shiftIdFor } from '../platform/ids';
import type { Activity, Shift } from './activity.rules';
import { shardsFor } from './activity.rules';

/** What a publication becomes. The seed publishes through the same code as an organiser. */
export type Publication = Input<'POST /activities'>;
type Frame = { activityId: string; organisation: Organisation; now: number };

/** The activity as it is told. */
export function activityOf(
  { title, description, category, beneficiary, district, place, risks, contact }: Publication,
  { activityId, organisation, shifts, now }: Frame & { shifts: Shift[] },
): Omit<Activity, 'publishedBy'> {
  const { organisationId, name, path } = organisation;
  return {
    version: 1,
    activityId,
    organisationId,
    organisationName: name,
    path,
    ...{ title, description, category, beneficiary, district, place, risks, contact },
    shiftIds: shifts.map(({ shiftId }) => shiftId),
    publishedAt: now,
  };
}

/** The shifts in the order of their start, each with what a list and a scan need. */
export function shiftsOf(request: Publication, { activityId, organisation }: Frame): Shift[] {
  const { district, place } = request;
  return request.shifts.map(({ startsAt, endsAt, capacity }, index): Shift => {
    const day = dayOf(startsAt);
    const shiftId = shiftIdFor(startOfDay(day), 'shift', activityId, String(index));
    return {
      version: 1,
      shiftId,
      activityId,
      organisationId: organisation.organisationId,
      organisationName: organisation.name,
      path: organisation.path,
      title: request.title,
      category: request.category,
      district,
      placeName: place.name,
      latitude: place.latitude,
      longitude: place.longitude,
      radiusMeters: place.radiusMeters,
      startsAt,
      endsAt,
      capacity,
      shards: shardsFor(capacity),
      pack: packFor(district, startsAt),
      gates: {},
      gx2pk: agendaIndex(district, day),
      gx2sk: `${startsAt}#${shiftId}`,
    };
  });
}
