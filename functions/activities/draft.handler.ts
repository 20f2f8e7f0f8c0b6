import { draftRoutes } from '#shared/drafts';
import { organisationAt } from '../organisations/organisation.table';
import { demandRole } from '../organisations/rights';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import { commit, create, read, untilWon } from '../platform/table';
import { judgePlans } from './activity.rules';
import { activityAt, move } from './activity.table';
import { activityFor } from './activity-for';
import type { Story } from './draft';
import { draftOf, rewritten } from './draft';
import { daysFrom } from './repeat';
import { judgeEdit } from './review.rules';

/** Drafts an activity. The same request again names the same draft. */
export const draft = handle(
  'POST /activities',
  draftRoutes['POST /activities'],
  async (request, { caller, now }) => {
    const by = caller.volunteerId;
    const activityId = idFor('activity', by, request.requestId);
    const requestMark = idFor('request', JSON.stringify(request));
    const days = await daysIn(request);
    return untilWon(async () => {
      const [organisation, known] = await read(
        organisationAt(request.organisationId),
        activityAt(activityId),
      );
      if (!organisation) return refuse('not_found');
      await demandRole('POST /activities', caller, organisation.path);
      if (known && known.requestMark !== requestMark) return refuse('request_differs');
      if (known) return { activityId, version: known.version };

      const made = draftOf(request, { activityId, organisation, by, now, days });
      const unfit = judgePlans(made.plans, now);
      if (unfit) refuse(unfit);
      const { version } = made;
      await commit([create(activityAt(activityId), { ...made, requestMark })]);
      return { activityId, version };
    });
  },
);

/** Undefined when the shifts stand for themselves. */
const daysIn = async ({ repeat, shifts }: Story): Promise<string[] | undefined> =>
  repeat === undefined ? undefined : daysFrom(shifts, repeat);

/** Writes a draft anew, if it is still the version that was read. */
export const edit = handle(
  'PUT /activities/{activityId}',
  draftRoutes['PUT /activities/{activityId}'],
  async ({ activityId, version, ...story }, { caller, now }) => {
    const by = caller.volunteerId;
    const mark = idFor('edit', by, JSON.stringify({ version, story }));
    const days = await daysIn(story);
    return untilWon(async () => {
      const activity = await activityFor('PUT /activities/{activityId}', caller, activityId);
      const verdict = judgeEdit(activity, { version, mark, event: 'edit' });
      if (verdict.status === 'refused') return refuse(verdict.code);
      if (verdict.status === 'exists') return { activityId, version: activity.version };
      const next = rewritten(activity, { story, by, days });
      const unfit = judgePlans(next.plans, now);
      if (unfit) refuse(unfit);
      await commit([move(next, { editMark: mark })]);
      return { activityId, version: activity.version + 1 };
    });
  },
);

/** Changes what is said of a published activity without a new review: what to do and whom to call. */
export const editText = handle(
  'PUT /activities/{activityId}/text',
  draftRoutes['PUT /activities/{activityId}/text'],
  async ({ activityId, version, description, contact }, { caller }) => {
    const mark = idFor(
      'text',
      caller.volunteerId,
      JSON.stringify({ version, description, contact }),
    );
    return untilWon(async () => {
      const activity = await activityFor('PUT /activities/{activityId}/text', caller, activityId);
      const verdict = judgeEdit(activity, { version, mark, event: 'rewrite' });
      if (verdict.status === 'refused') return refuse(verdict.code);
      if (verdict.status === 'exists') return { activityId, version: activity.version };
      await commit([move(activity, { description, contact, editMark: mark })]);
      return { activityId, version: activity.version + 1 };
    });
  },
);
