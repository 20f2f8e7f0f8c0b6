import { dependantRoutes } from '#shared/dependants';
import { handle } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { commit, read, replace, untilWon } from '../platform/table';
import { spoken } from '../volunteers/minor.rules';
import type { Guardian } from '../volunteers/volunteer.rules';
import { profileAt } from '../volunteers/volunteer.table';
import { mayActFor, noFamily } from './link.rules';
import { familyAt, linkAt } from './link.table';
import { tellOfLink } from './link-notices';

/** A guardian says yes for an under-14; again after a withdrawal, too. */
export const giveConsent = handle(
  'PUT /me/dependants/{volunteerId}/consent',
  dependantRoutes['PUT /me/dependants/{volunteerId}/consent'],
  async ({ volunteerId: child, consentVersion: version }, { caller, now }) => {
    return speak(child, { volunteerId: caller.volunteerId, consentedAt: now, version }, now);
  },
);

/** And takes it back as easily: no new sign-up and no check-in from now on, what was served stays. */
export const withdrawConsent = handle(
  'DELETE /me/dependants/{volunteerId}/consent',
  dependantRoutes['DELETE /me/dependants/{volunteerId}/consent'],
  async ({ volunteerId: child }, { caller, now }) =>
    speak(child, { volunteerId: caller.volunteerId, withdrawnAt: now }, now),
);

/** The child with its family, to whoever may speak for it. */
async function demandLink(guardianId: string, child: string, now: number) {
  const [link, family = noFamily, profile] = await read(
    linkAt(guardianId, child),
    familyAt(child),
    profileAt(child),
  );
  const { ownAccount } = family;
  const may = profile && mayActFor(link, { ...profile, ownAccount }, now);
  return may ? { family, profile } : refuse('not_found');
}

/** The last word of any guardian counts. The same word again changes nothing. */
async function speak(child: string, word: Guardian, now: number) {
  return untilWon(async () => {
    const { family, profile } = await demandLink(word.volunteerId, child, now);
    const verdict = spoken(profile, word, now);
    if (verdict.status === 'refused') return refuse(verdict.code);
    if (verdict.status === 'same') return { done: true as const };
    const others = family.guardians.filter((one) => one !== word.volunteerId);
    const told = family.ownAccount ? [child, ...others] : others;
    const what = word.withdrawnAt === undefined ? 'consented' : 'withdrawn';
    const cause = { cause: `${child} ${now}`, at: now };
    await commit([
      replace(profileAt(child), { ...profile, guardian: verdict.guardian }),
      ...told.map((one) => tellOfLink(one, what, cause)),
    ]);
    return { done: true as const };
  });
}
