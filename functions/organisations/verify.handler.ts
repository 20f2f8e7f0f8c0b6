import { organisationRoutes } from '#shared/organisations';
import { audited } from '../audits/audit.table';
import { tell } from '../notices/notice.table';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import type { Write } from '../platform/table';
import { commit, read, replace, unchanged, untilWon } from '../platform/table';
import { maskName } from '../volunteers/volunteer.rules';
import { profileAt } from '../volunteers/volunteer.table';
import { newMembership } from './membership.rules';
import { saveMember } from './membership.table';
import type { Organisation } from './organisation.rules';
import { isPublic, judgeVerification } from './organisation.rules';
import { listed, memberAt, organisationAt } from './organisation.table';
import { lineOf } from './organisation-for';
import { demandRole } from './rights';

const route = 'PUT /organisations/{organisationId}/decision';

/** Verifies a proposal, or rejects it with a reason: for those above it, and never for whoever proposed it. */
export const verify = handle(
  route,
  organisationRoutes[route],
  async ({ organisationId, decision, reason }, { caller, now }) =>
    untilWon(async () => {
      const at = organisationAt(organisationId);
      const [organisation] = await read(at);
      if (!organisation) return refuse('not_found');
      const { parentId, proposedBy } = organisation;
      const by = caller.volunteerId;
      const above = parentId === undefined ? [] : await lineOf(parentId);
      const path = above.map((one) => one.organisationId);
      const hidden = !isPublic(organisation) && proposedBy !== by;
      await demandRole(route, caller, path, { hidden });
      const parent = above.at(-1) ?? refuse('not_allowed');
      const wanted = { by, event: decision, parent, depth: path.length + 1 };
      const verdict = judgeVerification(organisation, wanted);
      if (verdict.status === 'refused') return refuse(verdict.code);
      const { state } = verdict;
      if (verdict.status === 'exists') return { state };

      const done: Organisation = {
        ...organisation,
        path: [...path, organisationId],
        state,
        decided: { by, at: now, event: decision, ...(reason && { reason }) },
      };
      await commit([
        replace(at, listed(done)),
        unchanged(organisationAt(parent.organisationId), parent),
        ...(state === 'active' ? await firstAdmin(done, now) : []),
        ...followUps(done, { parentId: parent.organisationId, by, now }),
      ]);
      return { state };
    }),
);

/** Whoever proposed it is its first member and admin. */
async function firstAdmin({ organisationId, name, proposedBy }: Organisation, now: number) {
  if (proposedBy === undefined) return [];
  const [member, profile] = await read(memberAt(organisationId, proposedBy), profileAt(proposedBy));
  const fresh = newMembership({
    ...{ organisationId, organisationName: name, volunteerId: proposedBy },
    ...{ maskedName: maskName(profile?.name ?? ''), state: 'active', since: now },
  });
  return [
    saveMember(member, { ...(member ?? fresh), state: 'active', roles: ['member', 'admin'] }),
  ];
}

type Deed = { parentId: string; by: string; now: number };

/** The line in both logs, and the word to the proposer. */
function followUps(
  { organisationId, name, state, proposedBy, decided }: Organisation,
  { parentId, by, now }: Deed,
): Write[] {
  const auditId = idFor('audit', 'decision', organisationId, by);
  const isActive = state === 'active';
  const line = {
    ...{ auditId, at: now, by, subjectId: organisationId, subjectName: name },
    action: isActive ? 'organisation_verified' : 'organisation_rejected',
    ...{ from: '待核验', to: isActive ? '正常' : '未通过核验', why: decided?.reason ?? '核验通过' },
  };
  const text = isActive
    ? `“${name}”已通过核验，您是它的管理员。`
    : `“${name}”没有通过核验：${decided?.reason ?? ''}`;
  const notice = {
    noticeId: idFor('notice', 'decision', organisationId),
    ...{ kind: 'organisation' as const, text, at: now },
    link: { page: '/organisations/show/index', id: organisationId },
  };
  return [
    audited(parentId, line),
    audited(organisationId, line),
    ...(proposedBy ? [tell(proposedBy, notice)] : []),
  ];
}
