import type { Response } from '#shared/api';
import { dependantRoutes } from '#shared/dependants';
import { handle } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { commit, read, save, untilWon } from '../platform/table';
import { signer } from '../platform/token';
import type { StoredProfile } from '../volunteers/volunteer.rules';
import { profileAt } from '../volunteers/volunteer.table';
import { actingFor } from './acting';
import type { Card } from './card.rules';
import { judgeIssue } from './card.rules';
import { cardAt } from './card.table';

/** One's own printed card or a dependant's, if there is one. */
export const showCard = handle(
  'GET /me/card',
  dependantRoutes['GET /me/card'],
  async ({ forVolunteerId }, { caller }) => {
    const { volunteerId } = await actingFor(caller, forVolunteerId);
    const [profile, card] = await read(profileAt(volunteerId), cardAt(volunteerId));
    return shownOf(volunteerId, profile ?? refuse('not_registered'), card);
  },
);

/** Issues the first card, or the next in place of a lost one, which from then on opens nothing. */
export const issueCard = handle(
  'POST /me/card',
  dependantRoutes['POST /me/card'],
  async ({ forVolunteerId, replaces }, { caller, now }) => {
    const { volunteerId } = await actingFor(caller, forVolunteerId);
    return untilWon(async () => {
      const [profile, known] = await read(profileAt(volunteerId), cardAt(volunteerId));
      if (!profile) return refuse('not_registered');
      const verdict = judgeIssue(known, replaces);
      if (verdict.status === 'refused') return refuse(verdict.code);
      if (verdict.status === 'same') return shownOf(volunteerId, profile, verdict.card);
      const { number } = verdict;
      const card = {
        version: known?.version ?? 1,
        number,
        issuedAt: now,
        issuedBy: caller.volunteerId,
      };
      await commit([save(cardAt(volunteerId), known, card)]);
      return shownOf(volunteerId, profile, card);
    });
  },
);

/** The card's number stands where other codes have their gate; step 0 is what is printed. */
function shownOf(
  volunteerId: string,
  { name }: StoredProfile,
  card: Card | undefined,
): Response<'GET /me/card'> {
  if (!card) return { name, volunteerId };
  const { number, issuedAt } = card;
  const token = signer('volunteer', volunteerId).token(0, number);
  return { name, volunteerId, card: { number, token, issuedAt } };
}
