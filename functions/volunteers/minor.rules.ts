import type { ConsentState } from '#shared/dependants';
import type { RefusalCode } from '#shared/refusals';
import type { Category } from '#shared/vocabulary';
import type { Guardian, StoredProfile } from './volunteer.rules';
import { ageAt } from './volunteer.rules';

/** Below this a guardian consents (个人信息保护法 §31, 山东省志愿服务条例 §10). Years. */
export const childAge = 14;
export const adultAge = 18;

/** The text a guardian agrees to now. What was agreed to in an older version stays agreed. */
export const guardianConsentVersion = '2026-11-1';

type Minor = Pick<StoredProfile, 'birthMonth' | 'guardian'>;

/** `accompanied`: a guardian is there in person, which stands in for the consent of an under-14. */
type Occasion = { category: Category; startsAt: number; accompanied?: boolean };

/** What a minor may not do at a shift; undefined for what they may, and for everybody grown. */
export function judgeMinor(
  { birthMonth, guardian }: Minor,
  { category, startsAt, accompanied = false }: Occasion,
): RefusalCode | undefined {
  const age = ageAt(birthMonth, startsAt);
  if (age >= adultAge) return undefined;
  // 山东省志愿服务条例 §10: no minor takes part in rescue work.
  if (category === 'emergency') return 'not_for_minors';
  if (age >= childAge || accompanied) return undefined;
  return isConsented(guardian) ? undefined : 'guardian_consent_needed';
}

const isConsented = (guardian: Guardian | undefined): boolean =>
  guardian?.consentedAt !== undefined && guardian.withdrawnAt === undefined;

/** How a guardian's consent stands today. */
export function guardianConsentOf({ birthMonth, guardian }: Minor, now: number): ConsentState {
  if (ageAt(birthMonth, now) >= childAge) return 'not_needed';
  if (isConsented(guardian)) return 'given';
  return guardian?.withdrawnAt === undefined ? 'needed' : 'withdrawn';
}

type Spoken =
  | { status: 'said'; guardian: Guardian }
  | { status: 'same' }
  | { status: 'refused'; code: RefusalCode };

/**
 * What becomes of a guardian's word: a yes has a version, a no the moment of withdrawal. What was agreed to stays known
 * after a withdrawal; a new yes stands alone.
 */
export function spoken(child: Minor, word: Guardian, now: number): Spoken {
  const withdraws = word.withdrawnAt !== undefined;
  const current = withdraws || word.version === guardianConsentVersion;
  if (!current) return { status: 'refused', code: 'consent_changed' };
  const known = guardianConsentOf(child, now);
  if (known === 'not_needed') return { status: 'refused', code: 'consent_not_needed' };
  if (known === (withdraws ? 'withdrawn' : 'given')) return { status: 'same' };
  return { status: 'said', guardian: withdraws ? { ...child.guardian, ...word } : word };
}

export const isMinor = ({ birthMonth }: Pick<StoredProfile, 'birthMonth'>, now: number): boolean =>
  ageAt(birthMonth, now) < adultAge;

/** Whether a person may stand in a public ranking: no minor ever does. */
export const mayBeRanked = (profile: Pick<StoredProfile, 'birthMonth'>, now: number): boolean =>
  !isMinor(profile, now);

/** Whether somebody grown is told that this minor serves: from 14 on, where nobody has to consent. */
export function isTold({ birthMonth }: Pick<StoredProfile, 'birthMonth'>, now: number): boolean {
  const age = ageAt(birthMonth, now);
  return age >= childAge && age < adultAge;
}

/** Whether a registration lacks the phone of a guardian: from 14 to 17 somebody grown is told. */
export function judgeRegistration(
  { birthMonth, guardianPhone }: { birthMonth: string; guardianPhone?: string | undefined },
  now: number,
): RefusalCode | undefined {
  const lacking = isTold({ birthMonth }, now) && guardianPhone === undefined;
  return lacking ? 'guardian_phone_needed' : undefined;
}
