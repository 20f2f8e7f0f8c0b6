import { dayMs, dayOf } from '#shared/time';
import { shiftAt } from '../activities/activity.table';
import { disputeDuePartition } from '../evidence-keys';
import { tell } from '../notices/notice.table';
import { organisationAt } from '../organisations/organisation.table';
import { seeTo, walkDays } from '../platform/days';
import { idFor } from '../platform/ids';
import { itemsOf } from '../platform/pages';
import { commit, read, replace } from '../platform/table';
import { packOf } from '../rule-packs/pack.table';
import { dueAfter, isOverdue } from './dispute.rules';
import { disputeAt, disputeProgressAt, inTurnOf, noteDue } from './dispute.table';

/** The first run looks so far back. */
const lookBackMs = 30 * dayMs;
/** A run sees to so many; the next one goes on. */
const perRun = 500;

/** What nobody decided in time goes to the organisation above, and whoever raised it is told. */
export async function escalateDisputes({ now }: { now: number }): Promise<void> {
  const from = dayOf(now - lookBackMs);
  await walkDays({ at: disputeProgressAt, from, until: now, perRun }, (day, budget) => {
    const due = itemsOf<{ disputeId: string }>({ pk: disputeDuePartition(day) });
    const run = ({ disputeId }: { disputeId: string }) => escalate(disputeId, now);
    return seeTo(due, { name: 'disputes', budget, run });
  });
}

async function escalate(disputeId: string, now: number): Promise<void> {
  const [dispute] = await read(disputeAt(disputeId));
  if (!dispute || !isOverdue(dispute, now)) return;
  const path = dispute.handlerPath.slice(0, -1);
  const [shift, handler] = await read(
    shiftAt(dispute.shiftId),
    organisationAt(path[path.length - 1] ?? ''),
  );
  if (!shift) throw new Error(`a dispute without its shift ${dispute.shiftId}`);
  const dueAt = dueAfter(now, await packOf(shift.pack));
  const next = inTurnOf(dispute, { path, name: handler?.name ?? '', dueAt });
  await commit([
    replace(disputeAt(disputeId), next),
    noteDue(next),
    tell(dispute.by, {
      noticeId: idFor('notice', 'dispute late', disputeId, String(path.length)),
      kind: 'settlement',
      text: `您对“${dispute.title}”工时提出的意见没有按时核实，已转给${next.handledBy}`,
      at: now,
    }),
  ]);
}
