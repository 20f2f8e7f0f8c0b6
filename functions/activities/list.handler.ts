import type { ShiftCard } from '#shared/activities';
import { activityRoutes } from '#shared/activities';
import { agendaIndex } from '../indexes';
import { handleOpen } from '../platform/handle';
import { glance, query } from '../platform/table';
import { countsAt } from './activity.table';
import type { Counts, Shift } from './shift.rules';
import { takenOf } from './shift.rules';

/** A district's day in the order of its hours. */
export const list = handleOpen(
  'GET /activities',
  activityRoutes['GET /activities'],
  async ({ district, day, category, limit, cursor }, { now }) => {
    const page = await query<Shift>({
      index: 'gx2',
      pk: agendaIndex(district, day),
      limit,
      cursor,
      only: category && { attribute: 'category', value: category },
    });
    const counts = await glance(...page.items.map(({ shiftId }) => countsAt(shiftId)));
    const shifts = page.items.map((shift, index) => cardOf(shift, counts[index]));
    return { shifts, cursor: page.cursor, now };
  },
);

const cardOf = (shift: Shift, counts: Counts | undefined): ShiftCard => ({
  shiftId: shift.shiftId,
  activityId: shift.activityId,
  title: shift.title,
  organisationName: shift.organisationName,
  category: shift.category,
  district: shift.district,
  placeName: shift.placeName,
  latitude: shift.latitude,
  longitude: shift.longitude,
  startsAt: shift.startsAt,
  endsAt: shift.endsAt,
  capacity: shift.capacity,
  taken: takenOf(counts),
  cancelled: shift.cancelledAt !== undefined,
});
