import type { ActivityLine } from '#shared/drafts';
import { draftRoutes } from '#shared/drafts';
import { activitiesIndex, reviewsIndex } from '../indexes';
import { organisationAt } from '../organisations/organisation.table';
import { demandRole } from '../organisations/rights';
import { handle } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { query, read } from '../platform/table';
import type { Activity } from './activity.rules';
import type { Review } from './review.table';

/** An organisation's activities in one state, the newest first. */
export const overview = handle(
  'GET /organisations/{organisationId}/activities',
  draftRoutes['GET /organisations/{organisationId}/activities'],
  async ({ organisationId, state, limit, cursor }, { caller }) => {
    const [organisation] = await read(organisationAt(organisationId));
    if (!organisation) return refuse('not_found');
    const route = 'GET /organisations/{organisationId}/activities';
    await demandRole(route, caller, organisation.path);
    const pk = activitiesIndex(organisationId, state);
    const page = await query<Activity>({ index: 'gx1', pk, limit, cursor, newestFirst: true });
    return { activities: page.items.map(lineOf), cursor: page.cursor };
  },
);

/** What waits for review here and below, whoever has waited longest first. */
export const reviews = handle(
  'GET /organisations/{organisationId}/reviews',
  draftRoutes['GET /organisations/{organisationId}/reviews'],
  async ({ organisationId, limit, cursor }, { caller }) => {
    const [organisation] = await read(organisationAt(organisationId));
    if (!organisation) return refuse('not_found');
    const route = 'GET /organisations/{organisationId}/reviews';
    await demandRole(route, caller, organisation.path);
    const pk = reviewsIndex(organisationId);
    const page = await query<Review>({ index: 'gx1', pk, limit, cursor });
    return { activities: page.items.map(waiting), cursor: page.cursor };
  },
);

const lineOf = (activity: Activity): ActivityLine => ({
  activityId: activity.activityId,
  organisationName: activity.organisationName,
  title: activity.title,
  category: activity.category,
  state: activity.state,
  placeName: activity.place.name,
  startsAt: activity.plans[0]?.startsAt ?? 0,
  shifts: activity.plans.length,
  ...(activity.state === 'draft' && activity.returned && { returned: activity.returned.reason }),
});

const waiting = (review: Review): ActivityLine => ({
  activityId: review.activityId,
  organisationName: review.organisationName,
  title: review.title,
  category: review.category,
  state: 'in_review',
  placeName: review.placeName,
  startsAt: review.startsAt,
  shifts: review.shifts,
  submittedAt: review.submittedAt,
});
