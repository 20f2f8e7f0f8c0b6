import { draftRoutes } from '#shared/drafts';
import { audited } from '../audits/audit.table';
import { tell } from '../notices/notice.table';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import type { Write } from '../platform/table';
import { commit, read, untilWon } from '../platform/table';
import type { Activity } from './activity.rules';
import { isPublic } from './activity.rules';
import { activityAt, closed, move, shiftAt } from './activity.table';
import { activityFor } from './activity-for';
import { judgeCancellation, judgeCancellationOfAll, liveOf, stateWithout } from './life.rules';
import { unqueued } from './review.table';
import type { Shift } from './shift.rules';
import { shiftFor } from './shift-for';

/** Calls off what is left of an activity: all its open shifts at once. Their people are told by the stream. */
export const callOff = handle(
  'POST /activities/{activityId}/cancellation',
  draftRoutes['POST /activities/{activityId}/cancellation'],
  async ({ activityId, reason }, { caller, now }) => {
    const by = caller.volunteerId;
    return untilWon(async () => {
      const route = 'POST /activities/{activityId}/cancellation';
      const activity = await activityFor(route, caller, activityId);
      const shifts = await shiftsIn(activity);
      const verdict = judgeCancellationOfAll(activity, shifts, now);
      if (verdict.status === 'refused') return refuse(verdict.code);
      const { state: known, version } = activity;
      if (verdict.status === 'exists') return { activityId, state: known, version };

      const off = liveOf(shifts, now).map((shift) => calledOff(shift, { now, reason }));
      const state = stateWithout(activity, merged(shifts, off));
      await commit([
        move(activity, { state, ...(state === 'cancelled' && { cancelledAt: now }) }),
        ...off.flatMap(closed),
        ...(known === 'in_review' ? unqueued(activity) : []),
        ...told(activity, { by, now, reason, cause: [activityId] }),
      ]);
      return { activityId, state, version: version + 1 };
    });
  },
);

/** Calls off one shift. The last one takes the activity with it. */
export const callOffShift = handle(
  'POST /shifts/{shiftId}/cancellation',
  draftRoutes['POST /shifts/{shiftId}/cancellation'],
  async ({ shiftId, reason }, { caller, now }) => {
    const by = caller.volunteerId;
    return untilWon(async () => {
      const shift = await shiftFor('POST /shifts/{shiftId}/cancellation', caller, shiftId);
      const [found] = await read(activityAt(shift.activityId));
      const activity = found ?? refuse('not_found');
      const verdict = judgeCancellation(activity, shift, now);
      if (verdict.status === 'refused') return refuse(verdict.code);
      if (verdict.status === 'exists') return { done: true };

      const off = calledOff(shift, { now, reason });
      const state = stateWithout(activity, merged(await shiftsIn(activity), [off]));
      await commit([
        move(activity, { state, ...(state === 'cancelled' && { cancelledAt: now }) }),
        ...closed(off),
        ...told(activity, { by, now, reason, cause: [shiftId] }),
      ]);
      return { done: true };
    });
  },
);

type Cause = { now: number; reason: string };
const calledOff = (shift: Shift, { now, reason }: Cause): Shift => ({
  ...shift,
  cancelledAt: now,
  cancelReason: reason,
});

/** All of an activity's shifts; a draft has none. */
async function shiftsIn({ shiftIds }: Activity): Promise<Shift[]> {
  const found = await read(...shiftIds.map(shiftAt));
  return found.flatMap((shift) => shift ?? []);
}

const merged = (shifts: Shift[], changed: Shift[]): Shift[] =>
  shifts.map((shift) => changed.find(({ shiftId }) => shiftId === shift.shiftId) ?? shift);

/** The line in the audit log; and a word to the author, when it was somebody else. */
function told(
  activity: Activity,
  { by, now, reason, cause }: Cause & { by: string; cause: string[] },
): Write[] {
  const { activityId, organisationId, title, draftedBy, state } = activity;
  const line = audited(organisationId, {
    auditId: idFor('audit', 'cancelled', ...cause),
    ...{ at: now, by, subjectId: activityId, subjectName: title, why: reason },
    action: isPublic(activity) ? 'activity_cancelled' : 'draft_dropped',
    ...{ from: state, to: 'cancelled' },
  });
  if (by === draftedBy) return [line];
  const notice = tell(draftedBy, {
    noticeId: idFor('notice', 'cancelled', ...cause),
    kind: 'activity_cancelled',
    text: `“${title}”已被取消：${reason}`,
    link: { page: '/activities/show/index', id: activityId },
    at: now,
  });
  return [line, notice];
}
