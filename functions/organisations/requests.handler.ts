import { organisationRoutes } from '#shared/organisations';
import { membershipStates } from '#shared/vocabulary';
import { audited } from '../audits/audit.table';
import { requestsIndex } from '../indexes';
import { tell } from '../notices/notice.table';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import type { Write } from '../platform/table';
import { commit, query, read, untilWon } from '../platform/table';
import { withheldMinors } from '../volunteers/minor-readings';
import type { Membership } from './membership.rules';
import { ended, judgeRequest } from './membership.rules';
import { saveMember } from './membership.table';
import { memberAt } from './organisation.table';
import { organisationFor } from './organisation-for';

const listRoute = 'GET /organisations/{organisationId}/requests';
const decideRoute = 'PUT /organisations/{organisationId}/requests/{volunteerId}';

/** Who asks to join, the oldest first. */
export const requests = handle(
  listRoute,
  organisationRoutes[listRoute],
  async ({ organisationId, limit, cursor }, { caller, now }) => {
    const { name } = await organisationFor(listRoute, caller, organisationId);
    const pk = requestsIndex(organisationId);
    const page = await query<Membership>({ index: 'gx2', pk, limit, cursor });
    const waiting = page.items.filter(({ state }) => state === 'requested');
    // Whoever asks to join wants to be read; a minor's guardian sees by whom.
    await withheldMinors(
      waiting.map(({ volunteerId }) => volunteerId),
      {
        ...{ readerId: caller.volunteerId, organisationId, organisationName: name, title: name },
        ...{ kind: 'members', purpose: 'membership', now },
      },
    );
    return {
      requests: waiting.map(({ volunteerId, maskedName, since }) => ({
        ...{ volunteerId, maskedName, since },
      })),
      cursor: page.cursor,
    };
  },
);

/** Takes somebody in, or says no. The first decision stands; the other gets told so. */
export const decideRequest = handle(
  decideRoute,
  organisationRoutes[decideRoute],
  async ({ organisationId, volunteerId, decision, reason }, { caller, now }) =>
    untilWon(async () => {
      const organisation = await organisationFor(decideRoute, caller, organisationId);
      const [member] = await read(memberAt(organisationId, volunteerId));
      if (!member) return refuse('not_found');
      const by = caller.volunteerId;
      const frozen = organisation.state === 'frozen';
      const verdict = judgeRequest(member, { by, decision, frozen });
      if (verdict.status === 'refused') return refuse(verdict.code);
      if (verdict.status === 'exists') return { state: verdict.state };
      const { state } = verdict;
      const taken: Membership =
        state === 'active'
          ? { ...member, state, roles: ['member'], since: now }
          : ended(member, state);
      const done = { ...taken, decided: { by, at: now } };
      await commit([saveMember(member, done), ...followUps(done, organisation.name, reason)]);
      return { state };
    }),
);

type Decided = Membership & { decided: { by: string; at: number } };

/** The line in the log, and the word to the person. */
function followUps(member: Decided, name: string, reason?: string): Write[] {
  const { organisationId, volunteerId, maskedName, state, version, decided } = member;
  const { by, at } = decided;
  const cause = [organisationId, volunteerId, String(version)];
  const isTaken = state === 'active';
  const why = reason ? `：${reason}` : '';
  return [
    audited(organisationId, {
      ...{ auditId: idFor('audit', 'request', ...cause), at, by },
      action: isTaken ? 'member_admitted' : 'member_declined',
      ...{ subjectId: volunteerId, subjectName: maskedName, why: reason ?? '答复加入申请' },
      ...{ from: membershipStates.requested, to: membershipStates[state] },
    }),
    tell(volunteerId, {
      noticeId: idFor('notice', 'request', ...cause),
      ...{ kind: 'membership', at },
      text: isTaken ? `您已加入“${name}”。` : `“${name}”没有同意您的加入申请${why}。`,
      link: { page: '/organisations/show/index', id: organisationId },
    }),
  ];
}
