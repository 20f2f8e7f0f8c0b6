import type { HoursRow } from '#shared/hours';
import { dayOf } from '#shared/time';
import type { HoursEntry } from './hours.table';

/** An entry as its owner sees it. */
export const hoursRowOf = (entry: HoursEntry): HoursRow => ({
  sequence: entry.sequence,
  cause: entry.cause,
  shiftId: entry.causeId,
  title: entry.title,
  day: dayOf(entry.at),
  rawMinutes: entry.rawMinutes,
  creditedMinutes: entry.creditedMinutes,
  ...(entry.reverses !== undefined && { reverses: entry.reverses }),
  grade: entry.grade,
  pack: `${entry.pack} ${entry.packVersion}`,
  hash: entry.hash,
  at: entry.at,
});
