import { dayMs, dayOf } from '#shared/time';
import { complaintDuePartition } from '../keys';
import { tell } from '../notices/notice.table';
import { walkDays } from '../platform/days';
import { idFor } from '../platform/ids';
import { commit, query, read, untilWon } from '../platform/table';
import { isOverdue } from './complaint.rules';
import { complaintAt, complaintProgressAt } from './complaint.table';
import { handOn } from './hand-on';

/** The first run looks so far back. */
const lookBackMs = 30 * dayMs;

/** What nobody answered in time goes to the organisation above, and whoever complained is told. */
export async function escalateComplaints({ now }: { now: number }): Promise<void> {
  const walk = { at: complaintProgressAt, from: dayOf(now - lookBackMs), until: now };
  await walkDays(walk, async (day) => {
    let cursor: string | undefined;
    do {
      const pk = complaintDuePartition(day);
      const page = await query<{ complaintId: string }>({ pk, limit: 50, cursor });
      for (const { complaintId } of page.items) await escalate(complaintId, now);
      cursor = page.cursor;
    } while (cursor);
    return 'done';
  });
}

async function escalate(complaintId: string, now: number): Promise<void> {
  await untilWon(async () => {
    const [complaint] = await read(complaintAt(complaintId));
    if (!complaint || !isOverdue(complaint, now)) return;
    const { next, writes } = await handOn(complaint, now);
    const told = tell(complaint.volunteerId, {
      noticeId: idFor('notice', 'complaint late', complaintId, String(next.handlerPath.length)),
      kind: 'complaint',
      text: `您对“${complaint.subject.title}”的反映没有按时答复，已转给${next.handledBy}`,
      link: { page: '/complaints/mine/index' },
      at: now,
    });
    await commit([...writes, told]);
  });
}
