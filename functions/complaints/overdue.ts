import { dayMs, dayOf } from '#shared/time';
import { complaintDuePartition } from '../keys';
import { tell } from '../notices/notice.table';
import { seeTo, walkDays } from '../platform/days';
import { idFor } from '../platform/ids';
import { itemsOf } from '../platform/pages';
import { commit, read } from '../platform/table';
import { isOverdue } from './complaint.rules';
import { complaintAt, complaintProgressAt } from './complaint.table';
import { handOn } from './hand-on';

/** The first run looks so far back. */
const lookBackMs = 30 * dayMs;
/** A run sees to so many; the next one goes on. */
const perRun = 500;

/** What nobody answered in time goes to the organisation above, and whoever complained is told. */
export async function escalateComplaints({ now }: { now: number }): Promise<void> {
  const from = dayOf(now - lookBackMs);
  await walkDays({ at: complaintProgressAt, from, until: now, perRun }, (day, budget) => {
    const due = itemsOf<{ complaintId: string }>({ pk: complaintDuePartition(day) });
    const run = ({ complaintId }: { complaintId: string }) => escalate(complaintId, now);
    return seeTo(due, { name: 'complaints', budget, run });
  });
}

async function escalate(complaintId: string, now: number): Promise<void> {
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
}
