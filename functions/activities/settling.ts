import { dayMs, dayOf } from '#shared/time';
import { endDayIndex } from '../indexes';
import { settlingKey } from '../keys';
import type { Progress } from '../platform/days';
import { seeTo, walkDays } from '../platform/days';
import { itemsOf } from '../platform/pages';
import type { At } from '../platform/table';
import { commit, read } from '../platform/table';
import type { Activity } from './activity.rules';
import { activityAt, move } from './activity.table';
import { hasEnded, settleAfterMs } from './life.rules';

/** A run sees to so many activities; the next one goes on. */
const perRun = 500;
/** The first run looks so far back. */
const lookBackMs = 30 * dayMs;

const progressAt: At<Progress> = settlingKey;

/**
 * Takes every activity whose last shift has been over for a day to its settlement. A day is seen once it lies that far
 * back as a whole, so an activity waits at most a day more.
 */
export async function beginSettling({ now }: { now: number }): Promise<void> {
  const from = dayOf(now - lookBackMs);
  await walkDays({ at: progressAt, from, until: now - settleAfterMs, perRun }, (day, budget) => {
    const ended = itemsOf<Activity>({ index: 'gx2', pk: endDayIndex(day) });
    return seeTo(ended, { name: 'settling', budget, run: (named) => end(named, now) });
  });
}

/** The index proposes, the activity decides. */
async function end({ activityId }: Activity, now: number): Promise<void> {
  const [activity] = await read(activityAt(activityId));
  if (!activity || !hasEnded(activity, now)) return;
  await commit([move(activity, { state: 'settling', settlingAt: now })]);
}
