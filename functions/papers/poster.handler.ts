import { paperRoutes } from '#shared/papers';
import { shiftAt } from '../activities/activity.table';
import { activityFor } from '../activities/activity-for';
import { required } from '../platform/config';
import { putFile, urlToGet } from '../platform/files';
import { handle } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { read } from '../platform/table';
import { printed, signer } from '../platform/token';

/** The poster of a published activity as a PDF, drawn anew and left behind a signed address for ten minutes. */
export const posterFile = handle(
  'GET /activities/{activityId}/poster-file',
  paperRoutes['GET /activities/{activityId}/poster-file'],
  async ({ activityId }, { caller }) => {
    const route = 'GET /activities/{activityId}/poster-file';
    const activity = await activityFor(route, caller, activityId);
    const { title, organisationName, place, contact, shiftIds } = activity;
    if (shiftIds.length === 0) return refuse('activity_not_published');
    const shifts = await read(...shiftIds.map(shiftAt));
    const living = shifts.flatMap((shift) => (shift && !shift.cancelledAt ? [shift] : []));
    const token = signer('activity', activityId).token(printed.step, printed.gate);
    const { drawPoster } = await import('./poster.part');
    const pdf = await drawPoster({
      ...{ title, organisationName, place, contact, shifts: living },
      link: `${required('PUBLIC_ORIGIN')}/c/${token}`,
    });
    const key = `exports/posters/${activityId}.pdf`;
    await putFile(key, 'application/pdf', pdf);
    return urlToGet(key, { fileName: `${title}.pdf` });
  },
);
