import { dayMs, dayOf } from '#shared/time';
import { profileKey, recordDayPrefix } from '../keys';
import { query } from '../platform/table';
import type { ServiceRecord } from './record.rules';

/** Nobody has more shifts in a day. */
const perDay = 40;

/**
 * The records of somebody whose shifts began on the days around a time, read strongly. It guards nothing by itself: the
 * caller's commit holds on an item that every other writer of such a record also writes (the calendar, the wallet).
 */
export async function recordsAround(
  volunteerId: string,
  { from, until }: { from: number; until: number },
): Promise<ServiceRecord[]> {
  const days = [...new Set([from - dayMs, from, until].map(dayOf))];
  const pages = await Promise.all(
    days.map((day) =>
      query<ServiceRecord>({
        pk: profileKey(volunteerId).pk,
        prefix: recordDayPrefix(day),
        limit: perDay,
      }),
    ),
  );
  return pages.flatMap(({ items }) => items);
}
