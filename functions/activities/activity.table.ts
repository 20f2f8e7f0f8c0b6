import { activityKey, countsKey, placesKey, shiftKey } from '../keys';
import type { At, Write } from '../platform/table';
import type { Activity, Counts, Places, Shift } from './activity.rules';

export const activityAt = (activity: string): At<Activity> => activityKey(activity);
export const shiftAt = (shift: string): At<Shift> => shiftKey(shift);
export const countsAt = (shift: string): At<Counts> => countsKey(shift);
export const placesAt = (shift: string, shard: number): At<Places> => placesKey(shift, shard);

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
