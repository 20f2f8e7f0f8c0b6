import type { Shift } from '../activities/shift.rules';
import { lastMomentOf } from '../activities/shift.rules';
import type { Write } from '../platform/table';
import { save } from '../platform/table';
import type { Calendar } from './calendar.rules';
import { emptyCalendar, reserve } from './calendar.rules';
import { calendarAt } from './calendar.table';
import type { ServiceRecord } from './record.rules';

type Known = { calendar: Calendar | undefined; until: number; now: number };

/**
 * Whoever stayed in a shift that was extended on the spot has that time too, as far as their calendar is free: another
 * shift in it leaves the record at its old end. To be committed together with what closes the record.
 */
export function extendedFor(
  record: ServiceRecord,
  shift: Pick<Shift, 'endsAt' | 'extendedTo'>,
  { calendar, until, now }: Known,
): { record: ServiceRecord; writes: Write[] } {
  const { volunteerId, shiftId, startsAt, endsAt } = record;
  const extendedTo = Math.min(until, lastMomentOf(shift));
  if (extendedTo <= (record.extendedTo ?? endsAt)) return { record, writes: [] };
  const wanted = { shiftId, startsAt, endsAt: extendedTo };
  const reserved = reserve(calendar ?? emptyCalendar, wanted, now);
  if (reserved.status === 'refused') return { record, writes: [] };
  return {
    record: { ...record, extendedTo },
    writes: [save(calendarAt(volunteerId), calendar, reserved.calendar)],
  };
}
