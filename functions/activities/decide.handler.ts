import type { Input } from '#shared/api';
import { draftRoutes } from '#shared/drafts';
import type { RulePack } from '#shared/rule-packs';
import { audited } from '../audits/audit.table';
import { tell } from '../notices/notice.table';
import { organisationAt } from '../organisations/organisation.table';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import type { Write } from '../platform/table';
import { commit, or, read, untilWon } from '../platform/table';
import { packsInForce } from '../rule-packs/pack.table';
import type { Activity } from './activity.rules';
import { move, opened } from './activity.table';
import { activityFor } from './activity-for';
import { shiftsOf } from './draft';
import { judgeDecision } from './review.rules';
import { unqueued } from './review.table';
import { splitCapacity } from './shift.rules';

/** An approver's decision: published with all its shifts in one transaction, or back to its author with a reason. */
export const decide = handle(
  'POST /activities/{activityId}/decision',
  draftRoutes['POST /activities/{activityId}/decision'],
  async (request, { caller, now }) => {
    const { activityId, version, verdict } = request;
    const by = caller.volunteerId;
    return untilWon(async () => {
      const route = 'POST /activities/{activityId}/decision';
      const activity = await activityFor(route, caller, activityId);
      const decision = { by, version, verdict };
      const judged = judgeDecision(activity, decision, now);
      if (judged.status === 'refused') return refuse(judged.code);
      const { state, version: known } = activity;
      if (judged.status === 'exists') return { activityId, state, version: known };
      const [organisation] = await read(organisationAt(activity.organisationId));
      if (organisation?.state !== 'active') return refuse('organisation_not_active');

      const { path } = organisation;
      const next = { ...activity, path, state: judged.state, decision };
      const packs = verdict === 'approve' ? await packsInForce() : [];
      const scene = { by, now, reason: request.reason ?? '', packs };
      const outcome = await commit([
        ...(verdict === 'approve' ? published(next, scene) : returned(next, scene)),
        ...unqueued(activity),
        ...told(activity, request, scene),
      ]);
      if (outcome === 'taken') throw new Error('the id of a shift is taken');
      return { activityId, state: judged.state, version: version + 1 };
    });
  },
);

type Scene = { by: string; now: number; reason: string; packs: readonly RulePack[] };

function published(activity: Activity, { by, now, packs }: Scene): Write<'taken'>[] {
  const shifts = shiftsOf(activity, packs);
  const next = {
    shiftIds: shifts.map(({ shiftId }) => shiftId),
    lastEndsAt: Math.max(...shifts.map(({ endsAt }) => endsAt)),
    publishedAt: now,
    publishedBy: by,
  };
  const made = shifts.flatMap((it) => opened(it, splitCapacity(it.capacity, it.shards)));
  return [move(activity, next), ...made.map((write) => or(write, 'taken'))];
}

const returned = (activity: Activity, { by, now, reason }: Scene): Write[] => [
  move(activity, { returned: { by, at: now, reason } }),
];

/** The line in the audit log, and the word to its author. */
function told(
  { activityId, organisationId, title, draftedBy }: Activity,
  {
    version,
    verdict,
  }: Pick<Input<'POST /activities/{activityId}/decision'>, 'version' | 'verdict'>,
  { by, now, reason }: Scene,
): Write[] {
  const approved = verdict === 'approve';
  const cause = [activityId, verdict, String(version)];
  return [
    audited(organisationId, {
      auditId: idFor('audit', ...cause),
      ...{ at: now, by, subjectId: activityId, subjectName: title, why: reason },
      action: approved ? 'activity_published' : 'activity_returned',
      from: 'in_review',
      to: approved ? 'published' : 'draft',
    }),
    tell(draftedBy, {
      noticeId: idFor('notice', ...cause),
      kind: 'activity_review',
      text: approved ? `“${title}”已通过审核并发布。` : `“${title}”被退回修改：${reason}`,
      link: { page: '/activities/show/index', id: activityId },
      at: now,
    }),
  ];
}
