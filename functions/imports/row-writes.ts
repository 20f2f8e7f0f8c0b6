import { membershipStates } from '#shared/vocabulary';
import { audited } from '../audits/audit.table';
import { tell } from '../notices/notice.table';
import type { Membership } from '../organisations/membership.rules';
import { joined } from '../organisations/membership.rules';
import { saveMember } from '../organisations/membership.table';
import { idFor } from '../platform/ids';
import type { Write } from '../platform/table';
import { maskName } from '../volunteers/volunteer.rules';

/** Who takes whom into what, because of which list. */
export type Invitation = {
  organisation: { organisationId: string; name: string };
  volunteerId: string;
  name: string;
  member: Membership | undefined;
  importId: string;
  importerId: string;
  now: number;
};

const showPage = '/organisations/show/index';

/** The person is invited and told so; whether they come is theirs to say. */
export function inviteWrites(it: Invitation): Write[] {
  const { organisationId, name } = it.organisation;
  return [
    saveMember(it.member, memberIn('invited', it)),
    tell(it.volunteerId, {
      noticeId: noticeIdOf(it),
      ...{ kind: 'membership', at: it.now },
      text: `“${name}”邀请您加入，请确认是否同意。`,
      link: { page: showPage, id: organisationId },
    }),
  ];
}

/** The person had asked to join: the list is the organisation's yes. */
export function admitWrites(it: Invitation): Write[] {
  const { organisationId, name } = it.organisation;
  const decided = { by: it.importerId, at: it.now };
  const taken = { ...memberIn('active', it), decided };
  return [
    saveMember(it.member, taken),
    audited(organisationId, {
      auditId: idFor('audit', 'import', it.importId, it.volunteerId),
      ...{ at: it.now, by: it.importerId, action: 'member_admitted' },
      ...{ subjectId: it.volunteerId, subjectName: taken.maskedName, why: '在导入的名单里' },
      ...{ from: membershipStates.requested, to: membershipStates.active },
    }),
    tell(it.volunteerId, {
      noticeId: noticeIdOf(it),
      ...{ kind: 'membership', at: it.now },
      text: `您已加入“${name}”。`,
      link: { page: showPage, id: organisationId },
    }),
  ];
}

const noticeIdOf = ({ importId, volunteerId }: Invitation): string =>
  idFor('notice', 'import', importId, volunteerId);

function memberIn(state: 'invited' | 'active', it: Invitation): Membership {
  const { organisationId, name: organisationName } = it.organisation;
  const maskedName = maskName(it.name);
  const { volunteerId, now: since } = it;
  return joined(it.member, {
    ...{ organisationId, organisationName, volunteerId },
    ...{ maskedName, state, since },
  });
}
