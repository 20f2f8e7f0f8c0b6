import type { Relation } from '#shared/dependants';
import type { RefusalCode } from '#shared/refusals';
import { adultAge, childAge, guardianConsentVersion } from '../volunteers/minor.rules';
import { ageAt } from '../volunteers/volunteer.rules';

/**
 * One person looks after another: a parent after a child, a daughter after her father. Ended, never deleted: who could
 * act for whom, and when, stays known.
 */
export type Link = {
  version: number;
  guardianId: string;
  dependantId: string;
  relation: Relation;
  since: number;
  endedAt?: number;
  /** Who of the two ended it. */
  endedBy?: string;
  /** The mark of the request that made it: the same id with another story is refused. */
  requestMark?: string;
};

/**
 * The living links of a person, both ways: what decides how many there are. `ownAccount` false: somebody made this
 * volunteer for them, and there is no way in. A person without this item signs in and has no family here.
 */
export type Family = {
  version: number;
  dependants: string[];
  guardians: string[];
  ownAccount: boolean;
};

export const noFamily: Family = { version: 1, dependants: [], guardians: [], ownAccount: true };

/** A person looks after at most so many, and is looked after by at most so many. */
const dependantsMax = 6;
const guardiansMax = 4;

type Born = { birthMonth: string };

const isAdult = ({ birthMonth }: Born, now: number): boolean => ageAt(birthMonth, now) >= adultAge;

/** Whether somebody may look after others at all. */
export function judgeGuardian(profile: Born | undefined, now: number): RefusalCode | undefined {
  if (!profile) return 'not_registered';
  return isAdult(profile, now) ? undefined : 'guardian_too_young';
}

type Adding = {
  guardian: Born | undefined;
  family: Family;
  wanted: Born & { relation: Relation; consentVersion: string };
};

/** Whether a guardian may add somebody who has no account. A minor is a child, and a child is a minor. */
export function judgeAdding(
  { guardian, family, wanted }: Adding,
  now: number,
): RefusalCode | undefined {
  const unfit = judgeGuardian(guardian, now);
  if (unfit) return unfit;
  if ((wanted.relation === 'child') === isAdult(wanted, now)) return 'relation_unfit';
  if (wanted.consentVersion !== guardianConsentVersion) return 'consent_changed';
  return family.dependants.length >= dependantsMax ? 'dependants_full' : undefined;
}

type Linking = { guardian: Family; dependant: Family };

/** Whether two people who are not linked yet may be. */
export function judgeLinking({ guardian, dependant }: Linking): RefusalCode | undefined {
  if (guardian.dependants.length >= dependantsMax) return 'dependants_full';
  return dependant.guardians.length >= guardiansMax ? 'guardians_full' : undefined;
}

/**
 * Whether a link may end, whoever of the two wishes it. A minor keeps a guardian: the link ends when another one is
 * there, or when the minor signs in alone and is 14 or older.
 */
export function judgeEnding(
  { birthMonth, family }: Born & { family: Family },
  now: number,
): RefusalCode | undefined {
  if (isAdult({ birthMonth }, now) || family.guardians.length > 1) return undefined;
  const alone = family.ownAccount && ageAt(birthMonth, now) >= childAge;
  return alone ? undefined : 'guardian_needed';
}

/**
 * Whether one may act for the other: while the link holds. A guardian's word ends when the child is grown and signs in
 * alone; a relative's ends only with the link.
 */
export function mayActFor(
  link: Pick<Link, 'relation' | 'endedAt'> | undefined,
  dependant: (Born & Pick<Family, 'ownAccount'>) | undefined,
  now: number,
): boolean {
  if (!link || !dependant || link.endedAt !== undefined) return false;
  return link.relation !== 'child' || !dependant.ownAccount || !isAdult(dependant, now);
}

/** The families of the two after a link was made. */
export function joined(
  { guardian, dependant }: Linking,
  link: Pick<Link, 'guardianId' | 'dependantId'>,
) {
  return {
    guardian: { ...guardian, dependants: [...guardian.dependants, link.dependantId] },
    dependant: { ...dependant, guardians: [...dependant.guardians, link.guardianId] },
  };
}

/** The families of the two after their link ended. */
export function parted(
  { guardian, dependant }: Linking,
  link: Pick<Link, 'guardianId' | 'dependantId'>,
) {
  return {
    guardian: {
      ...guardian,
      dependants: guardian.dependants.filter((it) => it !== link.dependantId),
    },
    dependant: {
      ...dependant,
      guardians: dependant.guardians.filter((it) => it !== link.guardianId),
    },
  };
}
