import { dayOf } from '#shared/time';
import { activitiesIndex, endDayIndex } from '../indexes';
import { activityKey, countsKey, placesKey, shiftKey } from '../keys';
import type { At, Write } from '../platform/table';
import { create, replace } from '../platform/table';
import type { Activity } from './activity.rules';
import type { Counts, Places, Shift } from './shift.rules';

export const activityAt = (activity: string): At<Activity> => activityKey(activity);
export const shiftAt = (shift: string): At<Shift> => shiftKey(shift);
export const countsAt = (shift: string): At<Counts> => countsKey(shift);
export const placesAt = (shift: string, shard: number): At<Places> => placesKey(shift, shard);

/** The activity where its state puts it in the indexes. */
export function listed({
  gx2pk: _gx2pk,
  gx2sk: _gx2sk,
  ...activity
}: Omit<Activity, 'gx1pk' | 'gx1sk'>): Activity {
  const { activityId, organisationId, state, draftedAt, lastEndsAt } = activity;
  return {
    ...activity,
    gx1pk: activitiesIndex(organisationId, state),
    gx1sk: `${draftedAt}#${activityId}`,
    ...(state === 'published' &&
      lastEndsAt !== undefined && { gx2pk: endDayIndex(dayOf(lastEndsAt)), gx2sk: activityId }),
  };
}

/** Writes the next state of an activity that was read. */
export const move = (activity: Activity, next: Partial<Activity>): Write =>
  replace(activityAt(activity.activityId), listed({ ...activity, ...next }));

/** A shift with all its places open. */
export function opened(shift: Shift, capacities: readonly number[]): Write[] {
  return [
    create(shiftAt(shift.shiftId), shift),
    ...capacities.map((capacity, shard) =>
      create(placesAt(shift.shiftId, shard), { taken: 0, capacity, open: true }),
    ),
  ];
}

/** A shift that is called off, its places closed in the same moment: nobody gets in between. */
export function closed(shift: Shift): Write[] {
  return [
    replace(shiftAt(shift.shiftId), shift),
    ...Array.from({ length: shift.shards }, (_, shard) => ({
      Update: {
        Key: placesKey(shift.shiftId, shard),
        UpdateExpression: 'SET #open = :closed',
        ExpressionAttributeNames: { '#open': 'open' },
        ExpressionAttributeValues: { ':closed': false },
      },
    })),
  ];
}

/** Takes one place of a shard, if one is left. */
export const takePlace = (shift: string, shard: number): Write => ({
  Update: {
    Key: placesKey(shift, shard),
    UpdateExpression: 'SET taken = taken + :one',
    ConditionExpression: '#open = :open AND taken < #capacity',
    ExpressionAttributeNames: { '#open': 'open', '#capacity': 'capacity' },
    ExpressionAttributeValues: { ':one': 1, ':open': true },
  },
});

/** Gives one place of a shard back. */
export const givePlaceBack = (shift: string, shard: number): Write => ({
  Update: {
    Key: placesKey(shift, shard),
    UpdateExpression: 'SET taken = taken - :one',
    ConditionExpression: 'taken >= :one',
    ExpressionAttributeValues: { ':one': 1 },
  },
});
