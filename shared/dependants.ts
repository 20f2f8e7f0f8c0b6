import * as z from 'zod';
import { session } from './sessions';
import * as value from './values';
import { birthMonth, personName } from './volunteers';

/** People without a phone of their own: dependants, guardians, the printed card, and who read a child's data. */

/** How a dependant stands to who looks after them. A minor is always a child: that needs a guardian. */
const relation = z.enum(['child', 'elder', 'other']);
export type Relation = z.infer<typeof relation>;

/** Why a member of staff looks at a minor's data: a closed list, and each reading is shown to the guardian. */
export const readingPurpose = z.enum([
  ...(['attendance', 'safety', 'hours'] as const),
  /** What a request to join and a lost account ask for by themselves. */
  ...(['membership', 'identity'] as const),
]);
export type ReadingPurpose = z.infer<typeof readingPurpose>;
const readingKind = z.enum(['roster', 'members', 'desk']);
export type ReadingKind = z.infer<typeof readingKind>;

/** The text a guardian or relative agrees to; a new text needs a new yes. */
const consentVersion = z.string().regex(/^20\d{2}-\d{2}-\d{1,2}$/);
/** Eight characters that nobody mistakes for another when they are read out. */
const linkCode = z.string().regex(/^[2-9A-HJKMNP-TV-Z]{8}$/);

const consentState = z.enum(['not_needed', 'needed', 'given', 'withdrawn']);
export type ConsentState = z.infer<typeof consentState>;

const dependant = z.object({
  volunteerId: value.id,
  name: z.string(),
  relation,
  birthMonth,
  /** Signs in by themself; else everything is done by who looks after them. */
  ownAccount: z.boolean(),
  consent: consentState,
  minutes: value.minutes,
  points: value.points,
  since: value.instant,
});
export type Dependant = z.infer<typeof dependant>;

const guardian = z.object({
  volunteerId: value.id,
  maskedName: z.string(),
  relation,
  since: value.instant,
});
export type GuardianShown = z.infer<typeof guardian>;

const card = z.object({
  /** Which card of this person it is; only the last one counts. */
  number: z.int().min(1).max(255),
  token: value.token,
  issuedAt: value.instant,
});
export type Card = z.infer<typeof card>;

const reading = z.object({
  /** The hour in which it was read. */
  at: value.instant,
  maskedName: z.string(),
  organisationName: z.string(),
  kind: readingKind,
  title: z.string(),
  purpose: readingPurpose,
});
export type ReadingShown = z.infer<typeof reading>;

const one = z.strictObject({ volunteerId: value.id });
const forWhom = { forVolunteerId: value.id.optional() };

export const dependantRoutes = {
  'GET /me/dependants': {
    request: value.nothing,
    response: z.object({
      dependants: z.array(dependant),
      consentVersion: z.string(),
      now: value.instant,
    }),
  },
  /** Makes a volunteer of their own: profile and wallet, and no way in. */
  'POST /me/dependants': {
    request: z.strictObject({
      requestId: value.requestId,
      relation,
      name: personName,
      birthMonth,
      district: value.district,
      consentVersion,
    }),
    response: z.object({ volunteerId: value.id }),
  },
  /** Ends the link; hours and points stay with the person. */
  'DELETE /me/dependants/{volunteerId}': { request: one, response: value.done },
  'PUT /me/dependants/{volunteerId}/consent': {
    request: z.strictObject({ volunteerId: value.id, consentVersion }),
    response: value.done,
  },
  'DELETE /me/dependants/{volunteerId}/consent': { request: one, response: value.done },
  /** Who of the staff read a minor's data; a minor of 14 or more sees their own. */
  'GET /me/dependants/{volunteerId}/readings': {
    request: z.strictObject({ volunteerId: value.id, ...value.pageQuery }),
    response: z.object({ readings: z.array(reading), cursor: value.cursor.optional() }),
  },
  'GET /me/guardians': {
    request: value.nothing,
    response: z.object({
      guardians: z.array(guardian),
      consent: consentState,
      /** Whether this person may still get a guardian: only who is not grown. */
      minor: z.boolean(),
    }),
  },
  'DELETE /me/guardians/{volunteerId}': { request: one, response: value.done },
  /**
   * A code to be typed into another phone within a day. `guardian`: who types it becomes a guardian. `handover`: who
   * types it signs in as this dependant from then on. A new code ends the one before.
   */
  'POST /me/link-codes': {
    request: z.strictObject({ purpose: z.enum(['guardian', 'handover']), ...forWhom }),
    response: z.object({ code: linkCode, usableUntil: value.instant, now: value.instant }),
  },
  /** What a guardian's code is for, before anything is agreed to. Guesses are counted. */
  'POST /guardianships/preview': {
    request: z.strictObject({ code: linkCode }),
    response: z.object({
      maskedName: z.string(),
      age: z.int().min(0),
      consentVersion: z.string(),
    }),
  },
  'POST /guardianships': {
    request: z.strictObject({ code: linkCode, consentVersion }),
    response: z.object({ volunteerId: value.id }),
  },
  /** The dependant's own account takes over: the way in that sends this opens the dependant from now on. */
  'POST /me/handover': {
    request: z.strictObject({ code: linkCode }),
    response: session,
  },
  'GET /me/card': {
    request: z.strictObject(forWhom),
    response: z.object({ name: z.string(), volunteerId: value.id, card: card.optional() }),
  },
  /** `replaces`: the number of the card that was lost; without it the first card, once. */
  'POST /me/card': {
    request: z.strictObject({ ...forWhom, replaces: z.int().min(1).max(255).optional() }),
    response: z.object({ name: z.string(), volunteerId: value.id, card: card.optional() }),
  },
} as const;
