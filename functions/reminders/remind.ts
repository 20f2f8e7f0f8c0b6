import { shiftAt } from '../activities/activity.table';
import { remindersDueIndex } from '../indexes';
import { tell } from '../notices/notice.table';
import { idFor } from '../platform/ids';
import { tried } from '../platform/log';
import { pagesOf } from '../platform/pages';
import { commit, read, replace, untilWon } from '../platform/table';
import { recordAt } from '../records/record.table';
import type { Reminder } from './reminder.rules';
import { postponedTo, wordOf } from './reminder.rules';
import { atReminder, lookedAt, reminderShards, waiting } from './reminder.table';

/** A run ends after this long; what is left is still due in the next one. */
const runMs = 60_000;

/** Says what is due to be said. The index proposes; the record decides whether it still holds. */
export async function remindPeople({ now }: { now: number }): Promise<void> {
  const endsAt = Date.now() + runMs;
  for (let shard = 0; shard < reminderShards; shard++) {
    const listed = { index: 'gx2', pk: remindersDueIndex(shard), limit: 50 } as const;
    for await (const page of pagesOf<Reminder>(listed)) {
      const due = page.filter(({ dueAt }) => dueAt <= now);
      await Promise.all(
        due.map((named) => tried('remind', () => untilWon(() => remind(named, now)))),
      );
      if (due.length < page.length || Date.now() >= endsAt) break;
    }
  }
}

/** Looks at a reminder once: the notice, if it still holds, and the mark that it was looked at, in one transaction. */
async function remind(named: Reminder, now: number): Promise<void> {
  const { volunteerId, shiftId, kind } = named;
  const [reminder, record, shift] = await read(
    atReminder(named),
    recordAt(volunteerId, shiftId),
    shiftAt(shiftId),
  );
  if (!reminder || reminder.doneAt !== undefined) return;
  const later = shift && postponedTo(reminder, shift, now);
  if (later !== undefined) {
    const { version } = reminder;
    await commit([
      replace(atReminder(reminder), { ...waiting({ ...reminder, dueAt: later }), version }),
    ]);
    return;
  }
  const cancelled = shift === undefined || shift.cancelledAt !== undefined;
  const text = wordOf(reminder, { record, cancelled, now });
  const notice = text !== undefined && {
    ...{ noticeId: idFor('notice', 'reminder', kind, shiftId), kind: 'reminder' as const },
    ...{ text, at: now },
    link: { page: '/activities/show/index', id: record?.activityId ?? '' },
  };
  await commit([
    replace(atReminder(reminder), lookedAt(reminder, now)),
    ...(notice ? [tell(volunteerId, notice)] : []),
  ]);
}
