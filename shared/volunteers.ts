import * as z from 'zod';
import * as value from './values';
import type {
  Category,
  ConsentPurpose,
  EmergencyRelation,
  MembershipState,
  Role,
  Skill,
  Training,
} from './vocabulary';
import {
  categories,
  consentPurposes,
  emergencyRelations,
  membershipStates,
  organisationRoles,
  skills,
  trainings,
} from './vocabulary';

/** Registering, and what the cloud knows of oneself. */

/** A person's name: letters of any script, and the signs that stand between them. */
export const personName = value.line(20).regex(/^[\p{L}\p{M}·•. '’-]+$/u);

/** `199907`, a month of birth. */
export const birthMonth = z.string().regex(/^(19|20)\d{2}(0[1-9]|1[0-2])$/);
/** A mainland mobile number. */
const phoneNumber = z.string().regex(/^1[3-9]\d{9}$/);

/**
 * The minimum, no identity number. The phone comes as WeChat's one-time `phoneCode` (verified), or typed (unverified:
 * it is kept for contact and is no way in).
 */
export const registration = z
  .strictObject({
    name: personName,
    district: value.district,
    birthMonth,
    phoneCode: z.string().min(1).max(256).optional(),
    phoneNumber: phoneNumber.optional(),
    /** From 14 to 17 somebody grown is told. */
    guardianPhone: phoneNumber.optional(),
    consent: z.literal(true),
  })
  .refine((it) => (it.phoneCode === undefined) !== (it.phoneNumber === undefined), {
    message: 'either phoneCode or phoneNumber',
  });
export type Registration = z.infer<typeof registration>;

export const profile = z.object({
  name: z.string(),
  district: value.district,
  birthMonth,
  /** 156******77 */
  maskedPhone: z.string(),
  phoneVerified: z.boolean(),
  registeredAt: value.instant,
  realNameLevel: z.union([z.literal(0), z.literal(1)]),
  /** The account was asked to be deleted, and will be then. */
  deletionDueAt: value.instant.optional(),
});
export type Profile = z.infer<typeof profile>;

const keysOf = <K extends string>(words: Record<K, string>) => z.enum(Object.keys(words) as K[]);
const unlike = (list: readonly unknown[]): boolean => new Set(list).size === list.length;

const skillList = z.array(keysOf<Skill>(skills)).max(10).refine(unlike);
const wishList = z.array(keysOf<Category>(categories)).max(5).refine(unlike);
/** Kept sealed, and shown to nobody but oneself. */
export const emergencyContact = z.strictObject({
  name: personName,
  phoneNumber,
  relation: keysOf<EmergencyRelation>(emergencyRelations),
});
export type EmergencyContact = z.infer<typeof emergencyContact>;

/** Everything that is kept of oneself, for the page on which it is changed. */
export const profileInFull = profile.extend({
  skills: z.array(keysOf<Skill>(skills)),
  wishes: z.array(keysOf<Category>(categories)),
  trainings: z.array(
    z.object({ training: keysOf<Training>(trainings), at: value.instant, endsAt: value.instant }),
  ),
  emergencyContact: emergencyContact.optional(),
  /** Whether a contact may be kept at all. */
  emergencyAllowed: z.boolean(),
  /** 3702**********1234 */
  maskedIdentity: z.string().optional(),
});
export type ProfileInFull = z.infer<typeof profileInFull>;

/** What was left out stays as it is; a contact that is `null` is removed. */
const profileChange = z.strictObject({
  name: personName,
  district: value.district,
  skills: skillList.optional(),
  wishes: wishList.optional(),
  emergencyContact: emergencyContact.nullable().optional(),
});

const purpose = keysOf<ConsentPurpose>(consentPurposes);
const textVersion = z.string().regex(/^20\d{2}-\d{2}-\d{1,2}$/);

/** `unsaid`: nothing was said yet. `version` is that of the text that stands now. */
export const consentShown = z.object({
  purpose,
  /** Without this one there is no account. */
  needed: z.boolean(),
  version: textVersion,
  state: z.enum(['given', 'withdrawn', 'unsaid']),
  at: value.instant.optional(),
  /** The version that was agreed to, when it is an older one. */
  olderVersion: textVersion.optional(),
});
export type ConsentShown = z.infer<typeof consentShown>;

/**
 * `loginCode` says that this WeChat is the one that is signed in, `realNameCode` is what WeChat's page of consent gave
 * (城市服务实名信息校验). The number is sealed at once and never shown in full again.
 */
export const realNameRequest = z.strictObject({
  name: personName,
  identityNumber: z
    .string()
    .trim()
    .regex(/^\d{17}[\dXx]$/),
  loginCode: z.string().min(1).max(256),
  realNameCode: z.string().min(1).max(512),
  consentVersion: textVersion,
});

export const membership = z.object({
  organisationId: value.id,
  organisationName: z.string(),
  state: z.enum(Object.keys(membershipStates) as MembershipState[]),
  /** The roles that count now. */
  roles: z.array(z.enum(Object.keys(organisationRoles) as Role[])),
});
export type Membership = z.infer<typeof membership>;

/** `profile` is absent until the person has registered. Minutes are credited minutes. */
export const me = z.object({
  volunteerId: value.id,
  profile: profile.optional(),
  minutes: value.minutes,
  points: value.points,
  now: value.instant,
});
export type Me = z.infer<typeof me>;

export const volunteerRoutes = {
  'GET /me': { request: value.nothing, response: me },
  'POST /me': { request: registration, response: me },
  'PUT /me': { request: profileChange, response: me },
  'GET /me/profile': {
    request: value.nothing,
    response: z.object({ profile: profileInFull.optional() }),
  },
  'GET /me/consents': {
    request: value.nothing,
    response: z.object({
      consents: z.array(consentShown),
      /** The newest first, at most 50. */
      history: z.array(
        z.object({ purpose, given: z.boolean(), version: textVersion, at: value.instant }),
      ),
    }),
  },
  'PUT /me/consents': {
    request: z.strictObject({ purpose, given: z.boolean(), version: textVersion }),
    response: z.object({ consents: z.array(consentShown) }),
  },
  'POST /me/real-name': {
    request: realNameRequest,
    response: z.object({ realNameLevel: z.literal(1), maskedIdentity: z.string() }),
  },
  'GET /me/memberships': {
    request: value.nothing,
    response: z.object({ memberships: z.array(membership) }),
  },
} as const;
