import { signupRoutes } from '#shared/signups';
import { activityAt, shiftAt } from '../activities/activity.table';
import { handleOpen } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { read } from '../platform/table';
import { icsOf } from './ics';

/** The shift for one's own calendar. The same shift keeps its UID; called off, it says so. */
export const calendar = handleOpen(
  'GET /shifts/{shiftId}/calendar',
  signupRoutes['GET /shifts/{shiftId}/calendar'],
  async ({ shiftId }, { now }) => {
    const [shift] = await read(shiftAt(shiftId));
    if (!shift) return refuse('not_found');
    const [activity] = await read(activityAt(shift.activityId));
    const { title, startsAt, endsAt, placeName, version } = shift;
    const location = activity ? `${placeName}，${activity.place.address}` : placeName;
    const cancelled = shift.cancelledAt !== undefined;
    const ics = icsOf({
      ...{ uid: `${shiftId}@volunteer-cloud`, sequence: version, title, location },
      description: `${shift.organisationName}。到现场扫码签到，结束后扫码签退。`,
      ...{ startsAt, endsAt, cancelled, at: now },
    });
    return { ics, title, location, startsAt, endsAt, cancelled };
  },
);
