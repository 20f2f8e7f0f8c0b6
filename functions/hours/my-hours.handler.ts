import { checkinRoutes } from '#shared/checkins';
import { dayOf } from '#shared/time';
import { actingFor } from '../dependants/acting';
import { hoursPrefix, profileKey } from '../keys';
import { handle } from '../platform/handle';
import { query } from '../platform/table';
import type { HoursEntry } from './hours.table';

export const myHours = handle(
  'GET /me/hours',
  checkinRoutes['GET /me/hours'],
  async ({ forVolunteerId, cursor, limit }, { caller }) => {
    const { volunteerId } = await actingFor(caller, forVolunteerId);
    const page = await query<HoursEntry>({
      pk: profileKey(volunteerId).pk,
      prefix: hoursPrefix,
      newestFirst: true,
      limit,
      cursor,
    });
    const entries = page.items.map((entry) => ({
      sequence: entry.sequence,
      shiftId: entry.causeId,
      title: entry.title,
      day: dayOf(entry.at),
      rawMinutes: entry.rawMinutes,
      creditedMinutes: entry.creditedMinutes,
      grade: entry.grade,
      pack: `${entry.pack} ${entry.packVersion}`,
      hash: entry.hash,
      at: entry.at,
    }));
    return { entries, cursor: page.cursor };
  },
);
