import { draftRoutes } from '#shared/drafts';
import { audited } from '../audits/audit.table';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import type { Write } from '../platform/table';
import { commit, or, read, untilWon } from '../platform/table';
import { packsInForce } from '../rule-packs/pack.table';
import type { Activity } from './activity.rules';
import { activityAt, closed, move, opened, shiftAt } from './activity.table';
import { shiftOf } from './draft';
import { judgePostponement } from './life.rules';
import type { Shift } from './shift.rules';
import { splitCapacity } from './shift.rules';
import { shiftFor } from './shift-for';

/**
 * Moves a shift to a new time. A shift's id names its day, so the old one is called off and goes on under another id,
 * with every place free: its people are asked again by the stream, and nobody is taken along unasked.
 */
export const postpone = handle(
  'POST /shifts/{shiftId}/postponement',
  draftRoutes['POST /shifts/{shiftId}/postponement'],
  async ({ shiftId, startsAt, endsAt, reason }, { caller, now }) => {
    const by = caller.volunteerId;
    return untilWon(async () => {
      const shift = await shiftFor('POST /shifts/{shiftId}/postponement', caller, shiftId);
      const [found, moved] = await read(
        activityAt(shift.activityId),
        shift.movedTo === undefined ? undefined : shiftAt(shift.movedTo),
      );
      const activity = found ?? refuse('not_found');
      const verdict = judgePostponement(
        activity,
        { shift, wanted: { startsAt, endsAt }, moved },
        now,
      );
      if (verdict.status === 'refused') return refuse(verdict.code);
      if (verdict.status === 'exists') return { shiftId: shift.movedTo ?? '' };

      const plan = { startsAt, endsAt, capacity: shift.capacity };
      const next = {
        ...shiftOf(activity, { plan, packs: await packsInForce(), cause: ['moved', shiftId] }),
        movedFrom: shiftId,
      };
      const outcome = await commit([
        ...moveTo(activity, { shift, next, now, reason }),
        audited(activity.organisationId, {
          auditId: idFor('audit', 'postponed', shiftId),
          ...{ at: now, by, subjectId: shift.activityId, subjectName: activity.title },
          ...{ action: 'shift_postponed', from: shiftId, to: next.shiftId, why: reason },
        }),
      ]);
      if (outcome === 'taken') throw new Error('the id of a shift is taken');
      return { shiftId: next.shiftId };
    });
  },
);

type Move = { shift: Shift; next: Shift; now: number; reason: string };

function moveTo(activity: Activity, { shift, next, now, reason }: Move): Write<'taken'>[] {
  const { lastEndsAt = 0, shiftIds } = activity;
  const old = { ...shift, cancelledAt: now, cancelReason: reason, movedTo: next.shiftId };
  const capacities = splitCapacity(next.capacity, next.shards);
  return [
    move(activity, {
      shiftIds: [...shiftIds, next.shiftId],
      lastEndsAt: Math.max(lastEndsAt, next.endsAt),
    }),
    ...closed(old),
    ...opened(next, capacities).map((write) => or(write, 'taken')),
  ];
}
