import { reviewsIndex } from '../indexes';
import { reviewKey } from '../keys';
import type { At, Write } from '../platform/table';
import type { Activity } from './activity.rules';

/**
 * That an activity waits for review, once for each organisation whose approvers may decide on it: so that a queue is
 * one partition of gx1, in the order of handing in. What was decided leaves the index and stays as an item.
 */
export type Review = {
  activityId: string;
  organisationName: string;
  title: string;
  category: Activity['category'];
  placeName: string;
  startsAt: number;
  shifts: number;
  submittedAt: number;
  gx1pk?: string;
  gx1sk?: string;
};

export const reviewAt = (organisation: string, activity: string): At<Review> =>
  reviewKey(organisation, activity);

/** Puts it into the queues of its organisation and those above. */
export function queued(activity: Activity, submittedAt: number): Write[] {
  const { activityId, organisationName, title, category, place, plans, path } = activity;
  const about: Review = {
    ...{ activityId, organisationName, title, category, submittedAt },
    placeName: place.name,
    startsAt: plans[0]?.startsAt ?? 0,
    shifts: plans.length,
  };
  return path.map((organisation) => {
    const index = { gx1pk: reviewsIndex(organisation), gx1sk: `${submittedAt}#${activityId}` };
    return { Put: { Item: { ...reviewAt(organisation, activityId), ...about, ...index } } };
  });
}

/** Takes it out of them. */
export const unqueued = ({ activityId, path }: Activity): Write[] =>
  path.map((organisation) => ({
    Update: {
      Key: { ...reviewAt(organisation, activityId) },
      UpdateExpression: 'REMOVE gx1pk, gx1sk',
    },
  }));
