import { organisationRoutes } from '#shared/organisations';
import { dayOf } from '#shared/time';
import { organisationRoles } from '#shared/vocabulary';
import { audited } from '../audits/audit.table';
import { tell } from '../notices/notice.table';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import type { Write } from '../platform/table';
import { commit, read, replace, untilWon } from '../platform/table';
import { hasOtherAdmin, memberRow } from './members';
import type { HeldRole, Membership } from './membership.rules';
import { heldRoles, isLastingAdmin, judgeRoles, withRoles } from './membership.rules';
import { saveMember } from './membership.table';
import { memberAt, organisationAt } from './organisation.table';
import { organisationFor } from './organisation-for';
import { holdsUntil } from './rights';

const route = 'PUT /organisations/{organisationId}/members/{volunteerId}/roles';

/**
 * Gives and takes roles, each lent until its end or for good, with a reason. `version` is the one that was seen: of two
 * changes at once one wins. Nobody changes their
 * own, and whoever is admin for a time gives nothing that outlasts it.
 */
export const changeRoles = handle(
  route,
  organisationRoutes[route],
  async ({ organisationId, volunteerId, roles, reason, version }, { caller, now }) =>
    untilWon(async () => {
      const organisation = await organisationFor(route, caller, organisationId);
      const [member] = await read(memberAt(organisationId, volunteerId));
      if (member?.state !== 'active') return refuse('not_found');
      const holds = await holdsUntil(route, caller, organisation.path);
      const given = { roles: roles as HeldRole[], holdsUntil: holds };
      const wanted = { by: caller.volunteerId, version, now, ...given };
      const verdict = judgeRoles(member, wanted);
      if (verdict.status === 'refused') return refuse(verdict.code);
      if (verdict.status === 'exists') return memberRow(member, now);
      const next = withRoles(member, wanted.roles);
      const keeps = isLastingAdmin(member) && !isLastingAdmin(next);
      if (keeps && !(await hasOtherAdmin(organisationId, volunteerId))) refuse('last_admin');

      await commit([
        saveMember(member, next),
        ...(keeps ? [replace(organisationAt(organisationId), organisation)] : []),
        ...followUps({ before: member, after: next }, organisation.name, {
          ...{ by: caller.volunteerId, why: reason, now },
        }),
      ]);
      return memberRow({ ...next, version: version + 1 }, now);
    }),
);

type Change = { before: Membership; after: Membership };
type Deed = { by: string; why: string; now: number };

/** The line in the log, and the word to the person. */
function followUps({ before, after }: Change, name: string, { by, why, now }: Deed): Write[] {
  const { organisationId, volunteerId, maskedName, version } = after;
  const cause = [organisationId, volunteerId, String(version)];
  const [from, to] = [before, after].map((one) => spelt(heldRoles(one, now)));
  return [
    audited(organisationId, {
      ...{ auditId: idFor('audit', 'roles', ...cause), at: now, by, action: 'roles_changed' },
      ...{ subjectId: volunteerId, subjectName: maskedName, from: from ?? '', to: to ?? '', why },
    }),
    tell(volunteerId, {
      noticeId: idFor('notice', 'roles', ...cause),
      ...{ kind: 'role', at: now },
      text: `您在“${name}”的角色改为：${to}。原因：${why}`,
      link: { page: '/organisations/show/index', id: organisationId },
    }),
  ];
}

/** 成员、审核人（至 20261201） */
const spelt = (roles: readonly HeldRole[]): string =>
  roles
    .map(({ role, endsAt }) =>
      endsAt === undefined
        ? organisationRoles[role]
        : `${organisationRoles[role]}（至 ${dayOf(endsAt)}）`,
    )
    .join('、');
