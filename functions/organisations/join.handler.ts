import { organisationRoutes } from '#shared/organisations';
import { handle } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { commit, read, replace, untilWon } from '../platform/table';
import { maskName } from '../volunteers/volunteer.rules';
import { profileAt } from '../volunteers/volunteer.table';
import { demandRoom, hasOtherAdmin } from './members';
import { afterEvent, ended, isLastingAdmin, joined } from './membership.rules';
import { saveMember } from './membership.table';
import { isPublic } from './organisation.rules';
import { memberAt, organisationAt } from './organisation.table';

const joinRoute = 'PUT /organisations/{organisationId}/membership';
const leaveRoute = 'DELETE /organisations/{organisationId}/membership';

/** Asks to join, or says yes to an invitation. Asking twice is asking once. */
export const join = handle(
  joinRoute,
  organisationRoutes[joinRoute],
  async ({ organisationId }, { caller: { volunteerId }, now }) =>
    untilWon(async () => {
      const [organisation, member, profile] = await read(
        organisationAt(organisationId),
        memberAt(organisationId, volunteerId),
        profileAt(volunteerId),
      );
      if (!organisation || !isPublic(organisation)) return refuse('not_found');
      if (!profile) return refuse('not_registered');
      const isInvited = member?.state === 'invited';
      const state = afterEvent(member?.state, isInvited ? 'accept' : 'request');
      if (state === undefined) return { state: member?.state ?? 'requested' };
      if (organisation.state === 'frozen') refuse('organisation_frozen');
      if (!isInvited) await demandRoom(volunteerId);

      const about = { organisationId, organisationName: organisation.name, volunteerId };
      const maskedName = maskName(profile.name);
      await commit([
        saveMember(member, joined(member, { ...about, maskedName, state, since: now })),
      ]);
      return { state };
    }),
);

/**
 * Takes a request back, says no to an invitation, or leaves: one tap, and the hours stay. An organisation keeps its
 * last admin; of two who leave at once one stays, for both write the organisation.
 */
export const leave = handle(
  leaveRoute,
  organisationRoutes[leaveRoute],
  async ({ organisationId }, { caller: { volunteerId } }) =>
    untilWon(async () => {
      const [organisation, member] = await read(
        organisationAt(organisationId),
        memberAt(organisationId, volunteerId),
      );
      const state = afterEvent(member?.state, 'leave');
      if (!member || state === undefined) return { state: member?.state ?? 'left' };
      const keeps = isLastingAdmin(member) ? organisation : undefined;
      if (keeps && !(await hasOtherAdmin(organisationId, volunteerId))) refuse('last_admin');
      await commit([
        saveMember(member, ended(member, state)),
        ...(keeps ? [replace(organisationAt(organisationId), keeps)] : []),
      ]);
      return { state };
    }),
);
