import { dayMs, dayOf } from '#shared/time';
import { endDayIndex } from '../indexes';
import { settlingKey } from '../keys';
import type { Progress } from '../platform/days';
import { walkDays } from '../platform/days';
import { faultOf, log } from '../platform/log';
import type { At } from '../platform/table';
import { commit, query, read, untilWon } from '../platform/table';
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
  let budget = perRun;
  const walk = { at: progressAt, from: dayOf(now - lookBackMs), until: now - settleAfterMs };
  await walkDays(walk, async (day) => {
    const { seen, left } = await endDay(day, { now, budget });
    budget -= seen;
    if (budget <= 0) return left === 0 ? 'done' : 'spent';
    return left === 0 ? 'done' : 'left';
  });
}

/** `left`: how many of the day still wait, because they failed or the budget was spent. */
async function endDay(day: string, { now, budget }: { now: number; budget: number }) {
  let [seen, left] = [0, 0];
  let cursor: string | undefined;
  do {
    const pk = endDayIndex(day);
    const page = await query<Activity>({ index: 'gx2', pk, limit: 50, cursor });
    for (const named of page.items) {
      if (seen === budget) return { seen, left: left + 1 };
      seen += 1;
      if (!(await end(named, now))) left += 1;
    }
    cursor = page.cursor;
  } while (cursor);
  return { seen, left };
}

/** The index proposes, the activity decides. False when it failed and must be tried again. */
async function end({ activityId }: Activity, now: number): Promise<boolean> {
  const startedAt = Date.now();
  try {
    await untilWon(async () => {
      const [activity] = await read(activityAt(activityId));
      if (!activity || !hasEnded(activity, now)) return;
      await commit([move(activity, { state: 'settling', settlingAt: now })]);
    });
    return true;
  } catch (error) {
    const tookMs = Date.now() - startedAt;
    log({ route: 'settling', status: 500, requestId: '', tookMs, fault: faultOf(error) });
    return false;
  }
}
