import { draftRoutes } from '#shared/drafts';
import { organisationAt } from '../organisations/organisation.table';
import { handle } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { commit, read, untilWon } from '../platform/table';
import { move } from './activity.table';
import { activityFor } from './activity-for';
import { judgeSubmission } from './review.rules';
import { queued } from './review.table';

/** Hands a draft in for review: nobody can write on it until an approver has decided. */
export const submit = handle(
  'POST /activities/{activityId}/submission',
  draftRoutes['POST /activities/{activityId}/submission'],
  async ({ activityId, version }, { caller, now }) => {
    const by = caller.volunteerId;
    return untilWon(async () => {
      const route = 'POST /activities/{activityId}/submission';
      const activity = await activityFor(route, caller, activityId);
      const verdict = judgeSubmission(activity, { version, by }, now);
      if (verdict.status === 'refused') return refuse(verdict.code);
      if (verdict.status === 'exists') return stateOf(activity);
      const [organisation] = await read(organisationAt(activity.organisationId));
      if (organisation?.state !== 'active') return refuse('organisation_not_active');
      const { state } = verdict;
      // Into the queues of those who may decide now, also when the organisation was moved since the draft was begun.
      const placed = { ...activity, path: organisation.path };
      await commit([
        move(placed, { state, submittedAt: now, submittedBy: by }),
        ...queued(placed, now),
      ]);
      return { activityId, state, version: version + 1 };
    });
  },
);

const stateOf = ({ activityId, state, version }: Awaited<ReturnType<typeof activityFor>>) => ({
  activityId,
  state,
  version,
});
