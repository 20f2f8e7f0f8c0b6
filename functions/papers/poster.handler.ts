import { paperRoutes } from '#shared/papers';
import { activityAt, shiftAt } from '../activities/activity.table';
import { demandRole } from '../organisations/rights';
import { required } from '../platform/config';
import { putFile, urlToGet } from '../platform/files';
import { handle } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { read } from '../platform/table';
import { printed, signer } from '../platform/token';
import { drawPoster } from './poster';

/** The poster of a published activity as a PDF, drawn anew and left behind a signed address for ten minutes. */
export const posterFile = handle(
  'GET /activities/{activityId}/poster-file',
  paperRoutes['GET /activities/{activityId}/poster-file'],
  async ({ activityId }, { caller }) => {
    const [activity] = await read(activityAt(activityId));
    if (!activity) return refuse('not_found');
    const { title, organisationName, place, contact, path, shiftIds } = activity;
    await demandRole('GET /activities/{activityId}/poster-file', caller, path);
    if (shiftIds.length === 0) return refuse('activity_not_published');
    const shifts = await read(...shiftIds.map(shiftAt));
    const living = shifts.flatMap((shift) => (shift && !shift.cancelledAt ? [shift] : []));
    const token = signer('activity', activityId).token(printed.step, printed.gate);
    const pdf = await drawPoster({
      ...{ title, organisationName, place, contact, shifts: living },
      link: `${required('PUBLIC_ORIGIN')}/c/${token}`,
    });
    const key = `exports/posters/${activityId}.pdf`;
    await putFile(key, 'application/pdf', pdf);
    return urlToGet(key, { fileName: `${title}.pdf` });
  },
);
