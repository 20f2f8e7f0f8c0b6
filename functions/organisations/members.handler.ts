import { organisationRoutes } from '#shared/organisations';
import { membershipStates } from '#shared/vocabulary';
import { audited } from '../audits/audit.table';
import { tell } from '../notices/notice.table';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import { commit, read, replace, untilWon } from '../platform/table';
import { withheldMinors } from '../volunteers/minor-readings';
import { activeMembers, hasOtherAdmin, memberRow } from './members';
import { ended, isLastingAdmin, judgeRemoval } from './membership.rules';
import { saveMember } from './membership.table';
import { memberAt, organisationAt } from './organisation.table';
import { organisationFor } from './organisation-for';

const listRoute = 'GET /organisations/{organisationId}/members';
const removeRoute = 'POST /organisations/{organisationId}/members/{volunteerId}/removal';

/** Who belongs to an organisation, masked, with the roles that count now. */
export const members = handle(
  listRoute,
  organisationRoutes[listRoute],
  async ({ organisationId, purpose, limit, cursor }, { caller, now }) => {
    const { name } = await organisationFor(listRoute, caller, organisationId);
    const page = await activeMembers({ organisationId, limit, cursor });
    const withheld = await withheldMinors(
      page.members.map(({ volunteerId }) => volunteerId),
      {
        ...{ readerId: caller.volunteerId, organisationId, organisationName: name, title: name },
        ...{ kind: 'members', purpose, now },
      },
    );
    const shown = page.members.filter(({ volunteerId }) => !withheld.has(volunteerId));
    return {
      ...page,
      members: shown.map((member) => memberRow(member, now)),
      withheldMinors: withheld.size,
    };
  },
);

/** Ends a membership against its person's will: with a reason that is told and kept. Hours stay. */
export const remove = handle(
  removeRoute,
  organisationRoutes[removeRoute],
  async ({ organisationId, volunteerId, reason }, { caller, now }) =>
    untilWon(async () => {
      const organisation = await organisationFor(removeRoute, caller, organisationId);
      const [member] = await read(memberAt(organisationId, volunteerId));
      if (!member) return refuse('not_found');
      const verdict = judgeRemoval(member, caller.volunteerId);
      if (verdict.status === 'refused') return refuse(verdict.code);
      const { state } = verdict;
      if (verdict.status === 'exists') return { state };
      const keeps = isLastingAdmin(member);
      if (keeps && !(await hasOtherAdmin(organisationId, volunteerId))) refuse('last_admin');

      const cause = [organisationId, volunteerId, String(member.version)];
      await commit([
        saveMember(member, {
          ...ended(member, state),
          decided: { by: caller.volunteerId, at: now },
        }),
        ...(keeps ? [replace(organisationAt(organisationId), organisation)] : []),
        audited(organisationId, {
          ...{ auditId: idFor('audit', 'removal', ...cause), at: now, by: caller.volunteerId },
          ...{ action: 'member_removed', subjectId: volunteerId, subjectName: member.maskedName },
          ...{ from: membershipStates.active, to: '已移出', why: reason },
        }),
        tell(volunteerId, {
          noticeId: idFor('notice', 'removal', ...cause),
          ...{ kind: 'membership', at: now },
          text: `您已被移出“${organisation.name}”：${reason}。您的服务时长不受影响。`,
          link: { page: '/organisations/show/index', id: organisationId },
        }),
      ]);
      return { state };
    }),
);
