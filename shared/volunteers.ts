import * as z from 'zod';
import * as value from './values';
import type { Role } from './vocabulary';
import { organisationRoles } from './vocabulary';

/** Signing in, registering, and what the cloud knows of oneself. */

/** `code` is what wx.login gave, single use, 5 minutes. An openid from a client is never accepted. */
export const signInRequest = z.strictObject({ code: z.string().min(1).max(256) });

/** Both tokens are opaque to the phone. Times are the server's, in ms. */
export const session = z.object({
  volunteerId: value.id,
  accessToken: z.string().max(512),
  accessExpiresAt: value.instant,
  refreshToken: z.string().max(512),
  now: value.instant,
});
export type Session = z.infer<typeof session>;

/** A person's name: letters of any script, and the signs that stand between them. */
const personName = value.line(20).regex(/^[\p{L}\p{M}·•. '’-]+$/u);

/** `199907`, a month of birth. */
const birthMonth = z.string().regex(/^(19|20)\d{2}(0[1-9]|1[0-2])$/);
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
});
export type Profile = z.infer<typeof profile>;

export const membership = z.object({
  organisationId: value.id,
  organisationName: z.string(),
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
  'POST /sessions': { request: signInRequest, response: session },
  'POST /sessions/refresh': {
    request: z.strictObject({ refreshToken: z.string().min(1).max(512) }),
    response: session,
  },
  /** Signs out everywhere: every refresh token of the person dies. */
  'DELETE /sessions': { request: value.nothing, response: value.done },
  'GET /me': { request: value.nothing, response: me },
  'POST /me': { request: registration, response: me },
  'PUT /me': {
    request: z.strictObject({ name: personName, district: value.district }),
    response: me,
  },
  'GET /me/memberships': {
    request: value.nothing,
    response: z.object({ memberships: z.array(membership) }),
  },
} as const;
