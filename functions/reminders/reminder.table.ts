import { dayMs } from '#shared/time';
import { dueSortOf, remindersDueIndex } from '../indexes';
import { reminderKey, shardOf } from '../keys';
import type { At } from '../platform/table';
import type { Reminder, ReminderKind } from './reminder.rules';

export const reminderAt = (volunteer: string, kind: ReminderKind, shift: string): At<Reminder> =>
  reminderKey(volunteer, kind, shift);
export const atReminder = ({ volunteerId, kind, shiftId }: Reminder): At<Reminder> =>
  reminderAt(volunteerId, kind, shiftId);

/** Reminders are spread over so many partitions of the index: thousands are due in the same minute. */
export const reminderShards = 4;
/** Longer than any redelivery of the stream, so that what was looked at is not put up again. */
const keepMs = 8 * dayMs;

/** The reminder where the clock finds it when it is due. */
export function waiting(
  wanted: Pick<Reminder, 'kind' | 'dueAt' | 'volunteerId' | 'shiftId'>,
): Reminder {
  const { volunteerId, kind, shiftId, dueAt } = wanted;
  return {
    ...wanted,
    version: 1,
    expiresAt: Math.ceil((dueAt + keepMs) / 1000),
    gx2pk: remindersDueIndex(shardOf(volunteerId, reminderShards)),
    gx2sk: dueSortOf(dueAt, volunteerId, kind, shiftId),
  };
}

/** The reminder when it has been looked at: the clock does not find it again. */
export function lookedAt(reminder: Reminder, now: number): Reminder {
  const { gx2pk: _, gx2sk: __, ...rest } = reminder;
  return { ...rest, doneAt: now };
}
