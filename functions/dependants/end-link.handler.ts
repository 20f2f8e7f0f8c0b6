import { dependantRoutes } from '#shared/dependants';
import { handle } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { commit, read, replace, untilWon } from '../platform/table';
import type { StoredProfile } from '../volunteers/volunteer.rules';
import { profileAt } from '../volunteers/volunteer.table';
import type { Link } from './link.rules';
import { judgeEnding, noFamily, parted } from './link.rules';
import { familyAt, linkAt, unlinked } from './link.table';
import { tellOfLink } from './link-notices';

/** Ends a link from the side of who looks after the other. Hours and points stay with the person. */
export const endAsGuardian = handle(
  'DELETE /me/dependants/{volunteerId}',
  dependantRoutes['DELETE /me/dependants/{volunteerId}'],
  async ({ volunteerId }, { caller, now }) =>
    end({ guardianId: caller.volunteerId, dependantId: volunteerId }, caller.volunteerId, now),
);

/** The same from the other side: whoever signs in alone decides who acts for them. */
export const endAsDependant = handle(
  'DELETE /me/guardians/{volunteerId}',
  dependantRoutes['DELETE /me/guardians/{volunteerId}'],
  async ({ volunteerId }, { caller, now }) =>
    end({ guardianId: volunteerId, dependantId: caller.volunteerId }, caller.volunteerId, now),
);

type Pair = Pick<Link, 'guardianId' | 'dependantId'>;

async function end({ guardianId, dependantId }: Pair, endedBy: string, now: number) {
  return untilWon(async () => {
    const [link, guardian = noFamily, dependant = noFamily, profile] = await read(
      linkAt(guardianId, dependantId),
      familyAt(guardianId),
      familyAt(dependantId),
      profileAt(dependantId),
    );
    if (!link) return refuse('not_found');
    if (link.endedAt !== undefined) return { done: true as const };
    const unfit = profile && judgeEnding({ ...profile, family: dependant }, now);
    if (unfit) return refuse(unfit);

    const ended = { ...link, endedAt: now, endedBy };
    const next = parted({ guardian, dependant }, link);
    const other = endedBy === guardianId ? dependantId : guardianId;
    await commit([
      ...unlinked(ended, next),
      ...(profile?.guardian?.volunteerId === guardianId
        ? [replace(profileAt(dependantId), passedOn(profile, next.dependant.guardians[0]))]
        : []),
      tellOfLink(other, 'ended', { cause: `${dependantId} ${guardianId} ${link.since}`, at: now }),
    ]);
    return { done: true as const };
  });
}

/** Who answers for a child after the one who did is gone: another guardian, who said yes when they were linked. */
function passedOn(profile: StoredProfile, heir: string | undefined): StoredProfile {
  const { guardian, ...rest } = profile;
  return guardian && heir ? { ...rest, guardian: { ...guardian, volunteerId: heir } } : rest;
}
