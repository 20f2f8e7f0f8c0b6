import * as z from 'zod';
import * as value from './values';

/** What is printed: files that are drawn when they are asked for. */
export const paperRoutes = {
  /** A PDF of one A4 page; its code opens the activity's page and never credits. The address is good for ten minutes. */
  'GET /activities/{activityId}/poster-file': {
    request: z.strictObject({ activityId: value.id }),
    response: z.object({ url: z.string().max(2_048), expiresAt: value.instant }),
  },
} as const;
