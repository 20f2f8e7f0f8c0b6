import type { RefusalCode } from '#shared/refusals';
import { monthOf } from '#shared/time';
import type {
  Category,
  ConsentPurpose,
  District,
  RealNameLevel,
  Skill,
  Training,
} from '#shared/vocabulary';

/** A training an organisation recorded; it counts until its end. Times in ms. */
export type Trained = {
  training: Training;
  organisationId: string;
  at: number;
  endsAt: number;
  /** The request that recorded it: the same one again changes nothing. */
  cause?: string;
};

/**
 * Who answers for a minor: one grown volunteer, or a phone number while nobody has linked an account. Consent can be
 * given and withdrawn again.
 */
export type Guardian = {
  volunteerId: string;
  consentedAt?: number;
  /** The version of the text that was agreed to. */
  version?: string;
  withdrawnAt?: number;
};

/**
 * What somebody allowed, in which version of the text and when (ms); withdrawn when `withdrawnAt` stands. At most one
 * for each purpose.
 */
export type Consent = {
  purpose: ConsentPurpose;
  version: string;
  at: number;
  withdrawnAt?: number;
};

/** Who the volunteer is. The phone is sealed; an unverified one is for contact and opens nothing. */
export type StoredProfile = {
  version: number;
  name: string;
  district: District;
  birthMonth: string;
  sealedPhone: string;
  phoneVerified: boolean;
  registeredAt: number;
  /** The last word on each purpose; the history lies beside the profile. */
  consents: Consent[];
  realNameLevel: RealNameLevel;
  skills: Skill[];
  /** The categories somebody would like to serve in. */
  wishes: Category[];
  trainings: Trained[];
  guardian?: Guardian;
  /** Where a guardian without an account is told, sealed: 14 to 17. */
  sealedGuardianPhone?: string;
  /** Whom to call: name, phone and relation, sealed. */
  sealedEmergency?: string;
  /** The identity number, sealed; stands with real-name level 1. */
  sealedIdentity?: string;
  /** Real-name tries of a day. */
  identityTries?: { day: string; count: number };
  /** The account was asked to be deleted; it can be kept until `dueAt`. Times in ms. */
  deletion?: { askedAt: number; dueAt: number };
};

/** Why a change of one's own profile is refused; undefined when it is made. */
export function judgeChange(
  profile: StoredProfile | undefined,
  { name, contact }: { name: string; contact: boolean },
): RefusalCode | undefined {
  if (!profile) return 'not_registered';
  if (profile.realNameLevel === 1 && profile.name !== name) return 'name_fixed';
  const allowed = profile.consents.some(
    (it) => it.purpose === 'emergency_contact' && it.withdrawnAt === undefined,
  );
  return contact && !allowed ? 'emergency_consent_needed' : undefined;
}

/** The profile without one of the fields that need not be there. */
export function without(
  profile: StoredProfile,
  field: 'sealedEmergency' | 'sealedIdentity' | 'deletion',
): StoredProfile {
  const { [field]: _, ...rest } = profile;
  return rest;
}

/**
 * Whole years at a moment. Only the month of birth is known, so a year counts from the month after it: nobody is
 * taken for older than they are.
 */
export function ageAt(birthMonth: string, now: number): number {
  const [year, month] = [Number(birthMonth.slice(0, 4)), Number(birthMonth.slice(4))];
  const today = monthOf(now);
  const years = Number(today.slice(0, 4)) - year;
  return Number(today.slice(4)) > month ? years : years - 1;
}

/**
 * How a person is shown to others, in the form that WeChat's security guide asks for: 王*四, 欧**五; *三 for two
 * characters; 156******77 for a phone.
 */
export function maskName(name: string): string {
  const letters = [...name];
  const last = letters.at(-1) ?? '';
  if (letters.length <= 1) return '*';
  if (letters.length === 2) return `*${last}`;
  return `${letters[0]}${'*'.repeat(Math.min(letters.length - 2, 4))}${last}`;
}
