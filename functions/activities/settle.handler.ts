import { draftRoutes } from '#shared/drafts';
import { audited } from '../audits/audit.table';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import { commit, read, untilWon } from '../platform/table';
import { countsAt, move } from './activity.table';
import { activityFor } from './activity-for';
import { judgeSettlement } from './life.rules';

/** The organiser's last word on an activity: everybody has left, the hours stand. */
export const settle = handle(
  'POST /activities/{activityId}/settlement',
  draftRoutes['POST /activities/{activityId}/settlement'],
  async ({ activityId }, { caller, now }) =>
    untilWon(async () => {
      const route = 'POST /activities/{activityId}/settlement';
      const activity = await activityFor(route, caller, activityId);
      const counts = await read(...activity.shiftIds.map(countsAt));
      const stillIn = counts.reduce((sum, it) => sum + (it?.checkedIn ?? 0), 0);
      const verdict = judgeSettlement(activity, stillIn, now);
      if (verdict.status === 'refused') return refuse(verdict.code);
      const { version, organisationId, title } = activity;
      if (verdict.status === 'exists') return { activityId, state: 'settled', version };
      await commit([
        move(activity, { state: 'settled' }),
        audited(organisationId, {
          auditId: idFor('audit', 'settled', activityId),
          ...{ at: now, by: caller.volunteerId, subjectId: activityId, subjectName: title },
          ...{ action: 'activity_settled', from: 'settling', to: 'settled', why: '' },
        }),
      ]);
      return { activityId, state: 'settled', version: version + 1 };
    }),
);
