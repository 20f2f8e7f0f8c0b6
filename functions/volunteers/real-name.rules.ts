import type { RefusalCode } from '#shared/refusals';
import { dayOf } from '#shared/time';
import { consentTexts, withConsent } from './consent.rules';
import { readIdentity } from './identity.rules';
import { guardianConsentOf } from './minor.rules';
import type { StoredProfile } from './volunteer.rules';

/** So often a day somebody may have WeChat asked about a name and a number. */
const triesMax = 3;

export type Claim = { name: string; number: string; consentVersion: string };
type Verdict =
  | { status: 'exists' }
  | { status: 'ask'; birthMonth: string }
  | { status: 'refused'; code: RefusalCode };

const refused = (code: RefusalCode): Verdict => ({ status: 'refused', code });

/**
 * Whether WeChat is asked about a name and a number. `knownNumber`: the one that stands verified. A number that is
 * wrong in itself costs no try.
 */
export function judgeRealName(
  { name, number, consentVersion }: Claim,
  {
    profile,
    knownNumber,
  }: { profile: StoredProfile | undefined; knownNumber?: string | undefined },
  now: number,
): Verdict {
  if (!profile) return refused('not_registered');
  if (profile.realNameLevel === 1) {
    const same = knownNumber === number && profile.name === name;
    return same ? { status: 'exists' } : refused('already_verified');
  }
  if (consentVersion !== consentTexts.real_name) return refused('consent_changed');
  const read = readIdentity(number, dayOf(now));
  if (!read) return refused('identity_number_wrong');
  const { birthMonth } = read;
  const guarded = guardianConsentOf({ ...profile, birthMonth }, now);
  if (guarded === 'needed' || guarded === 'withdrawn') return refused('guardian_consent_needed');
  if (triesOf(profile, now) >= triesMax) return refused('identity_tries_spent');
  return { status: 'ask', birthMonth };
}

function triesOf({ identityTries }: StoredProfile, now: number): number {
  return identityTries?.day === dayOf(now) ? identityTries.count : 0;
}

/** The profile with one more try; counted before WeChat is asked, so that questions sent at once are counted too. */
export const withTry = (profile: StoredProfile, now: number): StoredProfile => ({
  ...profile,
  identityTries: { day: dayOf(now), count: triesOf(profile, now) + 1 },
});

/** The profile of somebody whose name and number WeChat knows as one. The month of birth is the number's from now on. */
export const verified = (
  profile: StoredProfile,
  {
    name,
    birthMonth,
    sealedIdentity,
  }: { name: string; birthMonth: string; sealedIdentity: string },
  now: number,
): StoredProfile => ({
  ...profile,
  ...{ name, birthMonth, sealedIdentity },
  realNameLevel: 1,
  consents: withConsent(
    profile.consents,
    { purpose: 'real_name', given: true, version: consentTexts.real_name },
    now,
  ),
});
