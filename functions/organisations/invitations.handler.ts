import { randomBytes } from 'node:crypto';
import { organisationRoutes } from '#shared/organisations';
import { handle } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { commit, create, read, replace, save, unchanged, untilWon } from '../platform/table';
import type { Mark } from '../platform/vault';
import { maskName } from '../volunteers/volunteer.rules';
import { profileAt } from '../volunteers/volunteer.table';
import {
  codeFrom,
  guessesAreSpent,
  invitationMs,
  judgeInvitation,
  spacedCode,
  usesMax,
  withGuess,
} from './invitation.rules';
import type { StoredInvitation } from './invitation.table';
import { guessesAt, invitationAt, invitationHeadAt, invitationMarks } from './invitation.table';
import { demandRoom } from './members';
import { joined } from './membership.rules';
import { saveMember } from './membership.table';
import { memberAt, organisationAt } from './organisation.table';
import { organisationFor } from './organisation-for';

const issueRoute = 'POST /organisations/{organisationId}/invitations';
/** The answer shows the code this once, so that asking again makes another; the one before ends with it. */
export const issueInvitation = handle(
  issueRoute,
  organisationRoutes[issueRoute],
  async ({ organisationId }, { caller, now }) =>
    untilWon(async () => {
      const organisation = await organisationFor(issueRoute, caller, organisationId);
      if (organisation.state === 'frozen') refuse('organisation_frozen');
      const headAt = invitationHeadAt(organisationId);
      const [head] = await read(headAt);
      const [old] = await read(head && invitationAt(head.mark));
      const code = codeFrom(randomBytes(32));
      const [{ mark }] = invitationMarks(code);
      const endsAt = now + invitationMs;
      const invitation: StoredInvitation = {
        ...{ version: 1, organisationId, invitedBy: caller.volunteerId, usesLeft: usesMax, endsAt },
        expiresAt: Math.ceil((endsAt + invitationMs) / 1000),
      };
      await commit([
        create(invitationAt(mark), invitation),
        save(headAt, head, { version: head?.version ?? 1, mark }),
        ...(head && old ? [replace(invitationAt(head.mark), { ...old, replacedAt: now })] : []),
      ]);
      return { code: spacedCode(code), uses: usesMax, expiresAt: endsAt, now };
    }),
);

const enterRoute = 'POST /me/memberships';

/**
 * Joins by a code: the organisation has said yes already. Every code that is tried, right or wrong, stands on the
 * count of wrong ones that was read, so that guesses sent at once are still few.
 */
export const joinByCode = handle(
  enterRoute,
  organisationRoutes[enterRoute],
  async ({ code }, { caller: { volunteerId }, now }) => {
    const marks = invitationMarks(code);
    return untilWon(async () => {
      const [profile, guesses, ...found] = await read(
        profileAt(volunteerId),
        guessesAt(volunteerId),
        ...marks.map(({ mark }) => invitationAt(mark)),
      );
      if (!profile) return refuse('not_registered');
      if (guessesAreSpent(guesses, now)) return refuse('guesses_exhausted');
      const known = firstOf(marks, found as (StoredInvitation | undefined)[]);
      const organisationId = known?.invitation.organisationId ?? '';
      const [organisation, member] = await read(
        known && organisationAt(organisationId),
        known && memberAt(organisationId, volunteerId),
      );
      if (organisation && member?.state === 'active') {
        return { organisationId, organisationName: organisation.name };
      }
      if (!known || !organisation || judgeInvitation(known.invitation, now)) {
        await commit([save(guessesAt(volunteerId), guesses, withGuess(guesses, now))]);
        return refuse('invitation_invalid');
      }
      if (organisation.state !== 'active') return refuse('organisation_frozen');
      await demandRoom(volunteerId);

      const { name: organisationName } = organisation;
      const about = { organisationId, organisationName, volunteerId, since: now };
      const maskedName = maskName(profile.name);
      const { invitation } = known;
      await commit([
        saveMember(member, joined(member, { ...about, maskedName, state: 'active' })),
        replace(invitationAt(known.mark), { ...invitation, usesLeft: invitation.usesLeft - 1 }),
        unchanged(guessesAt(volunteerId), guesses),
      ]);
      return { organisationId, organisationName };
    });
  },
);

/** The invitation that a code opens, under whichever pepper it was made. */
function firstOf(marks: Mark[], found: (StoredInvitation | undefined)[]) {
  const index = found.findIndex(Boolean);
  const [mark, invitation] = [marks[index]?.mark, found[index]];
  return mark !== undefined && invitation ? { mark, invitation } : undefined;
}
