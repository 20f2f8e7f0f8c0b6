import type { RefusalCode } from '#shared/refusals';
import type { ConsentPurpose } from '#shared/vocabulary';
import { consentPurposes } from '#shared/vocabulary';
import type { Consent, StoredProfile } from './volunteer.rules';

/**
 * The version of the text that stands for each purpose now. A new text gets a new version here and on the phone's page;
 * what was agreed to before is shown as older and goes on until it is withdrawn.
 */
export const consentTexts: Record<ConsentPurpose, string> = {
  registration: '2026-11-1',
  location: '2026-11-1',
  real_name: '2026-11-1',
  emergency_contact: '2026-11-1',
  messages: '2026-11-1',
  province: '2026-11-1',
};

export const purposes = Object.keys(consentPurposes) as ConsentPurpose[];

type Holder = Pick<StoredProfile, 'consents'> | undefined;

export const consentOf = (profile: Holder, purpose: ConsentPurpose): Consent | undefined =>
  profile?.consents.find((it) => it.purpose === purpose);

/** Whether somebody allowed a purpose and has not taken it back. */
export function hasConsent(profile: Holder, purpose: ConsentPurpose): boolean {
  const consent = consentOf(profile, purpose);
  return consent !== undefined && consent.withdrawnAt === undefined;
}

/**
 * Whether a place that was sent with a scan may be kept. The tap that sends it is the consent to it, so what was never
 * said is no refusal; what was withdrawn is one.
 */
export const mayKeepPlace = (profile: Holder): boolean =>
  consentOf(profile, 'location')?.withdrawnAt === undefined;

export type Said = { purpose: ConsentPurpose; given: boolean; version: string };
type Verdict =
  | { status: 'exists' }
  | { status: 'changed'; consents: Consent[] }
  | { status: 'refused'; code: RefusalCode };

/** Gives or withdraws one purpose. Saying again what already holds changes nothing. */
export function judgeConsent(profile: Holder, said: Said, now: number): Verdict {
  if (!profile) return { status: 'refused', code: 'not_registered' };
  const { purpose, given, version } = said;
  if (purpose === 'registration' && !given) {
    return { status: 'refused', code: 'registration_consent_needed' };
  }
  const known = consentOf(profile, purpose);
  const holds = hasConsent(profile, purpose);
  if (given && version !== consentTexts[purpose]) {
    return { status: 'refused', code: 'consent_changed' };
  }
  if (given && holds && known?.version === version) return { status: 'exists' };
  if (!given && known && !holds) return { status: 'exists' };
  return { status: 'changed', consents: withConsent(profile.consents, said, now) };
}

/** The consents after a word on one purpose. */
export function withConsent(consents: Consent[], said: Said, now: number): Consent[] {
  const { purpose, given, version } = said;
  const known = consents.find((it) => it.purpose === purpose);
  const word: Consent = given
    ? { purpose, version, at: now }
    : { purpose, version: known?.version ?? version, at: known?.at ?? now, withdrawnAt: now };
  return [...consents.filter((it) => it.purpose !== purpose), word];
}
