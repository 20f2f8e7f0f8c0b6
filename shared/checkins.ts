import * as z from 'zod';
import { digitsPattern } from './code';
import type { Doubt, EntryGrade, GradeReason } from './hours.words';
import { doubts, entryGrades, gradeReasons } from './hours.words';
import * as value from './values';

/** Checking in and out: the scan, the claim of a newcomer and the receipt. */

export const grade = z.enum(Object.keys(entryGrades) as EntryGrade[]);

/** What a phone can say about a scan besides the code. All of it is evidence that the client claims. */
const witness = {
  /** WeChat's entry scene: 1012, 1013, 1048 and 1049 are a picture that somebody forwarded. */
  entryScene: z.int().min(0).max(9_999).optional(),
  /**
   * Where the phone was, in GCJ-02, the datum of the city's maps: a phone that reads WGS-84 converts it before it sends,
   * because only it knows what it read.
   */
  location: value.sighting.extend({ datum: z.literal('gcj02').default('gcj02') }).optional(),
  /** Random, made by this phone and kept on it. Only a mark of it is stored, and no answer ever names it. */
  deviceId: value.requestId.optional(),
};

/**
 * One scan. The phone makes `scanId` once and resends it until the answer comes. Either the token, or the six digits
 * together with the shift they were read at. `expectedShiftId`: the activity whose page the person scanned from.
 */
export const scanRequest = z
  .strictObject({
    scanId: value.requestId,
    token: value.token.optional(),
    digits: z.string().regex(digitsPattern).optional(),
    shiftId: value.id.optional(),
    expectedShiftId: value.id.optional(),
    ...witness,
  })
  .refine((it) => (it.token === undefined) !== (it.digits === undefined), {
    message: 'either token or digits',
  })
  .refine((it) => (it.digits === undefined) === (it.shiftId === undefined), {
    message: 'shiftId goes with digits',
  });
export type ScanRequest = z.infer<typeof scanRequest>;

/**
 * What a scan did. A check-in has no minutes yet; the same scan sent again gives the same receipt. `late`: kept, and
 * nothing is credited until an organiser has vouched for the person; `declined`: they did not.
 */
export const scanReceipt = z.object({
  status: z.enum(['checked_in', 'checked_out', 'late', 'declined']),
  shiftId: value.id,
  activityId: value.id,
  title: z.string(),
  placeName: z.string(),
  startsAt: value.instant,
  endsAt: value.instant,
  /** Missing when the scan of the way out arrived before that of the way in. */
  inAt: value.instant.optional(),
  outAt: value.instant.optional(),
  /** Signed up by this very scan. */
  walkIn: z.boolean(),
  rawMinutes: value.minutes.optional(),
  creditedMinutes: value.minutes.optional(),
  points: value.points.optional(),
  grade: grade.optional(),
  /** What the grade rests on. */
  why: z.enum(Object.keys(gradeReasons) as GradeReason[]).optional(),
  /** What whoever has to vouch for the record sees as well. */
  doubts: z.array(z.enum(Object.keys(doubts) as Doubt[])),
  now: value.instant,
});
export type ScanReceipt = z.infer<typeof scanReceipt>;

const countersigned = z.strictObject({
  scanId: value.requestId,
  token: value.token,
  shiftId: value.id,
  kind: z.enum(['checkin', 'checkout']),
});
/** What the organiser sees of somebody else's scan: no more than the roster would say. */
const countersignedReceipt = scanReceipt.extend({
  maskedName: z.string(),
  /** The end that was scanned has the word of somebody who saw the person. */
  vouched: z.boolean(),
});
export type CountersignedReceipt = z.infer<typeof countersignedReceipt>;

/** One's own code for the next hours, signed in advance, so that it rotates without network and no key is on the phone. */
const codeBatch = z.object({
  firstStep: z.int().min(1),
  tokens: z.array(value.token).max(1_000),
  now: value.instant,
});
export type CodeBatch = z.infer<typeof codeBatch>;

/**
 * Keeps a scan for ten minutes while its owner signs in and registers. In WeChat it is bound to the silent login
 * `code`, in a browser to a random key that only this browser has.
 */
export const claimRequest = z
  .strictObject({
    token: value.token,
    code: z.string().min(1).max(256).optional(),
    browserKey: z
      .string()
      .regex(/^[A-Za-z0-9_-]{32}$/)
      .optional(),
    ...witness,
  })
  .refine((it) => (it.code === undefined) !== (it.browserKey === undefined), {
    message: 'either code or browserKey',
  });

export const claimShown = z.object({
  claimId: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  kind: z.enum(['checkin', 'checkout']),
  shiftId: value.id,
  title: z.string(),
  expiresAt: value.instant,
});
export type ClaimShown = z.infer<typeof claimShown>;

export const checkinRoutes = {
  'POST /checkins': { request: scanRequest, response: scanReceipt },
  /** The other direction: an organiser or keeper scans a volunteer's own code or printed card, at either end. */
  'POST /checkins/countersigned': { request: countersigned, response: countersignedReceipt },
  'POST /me/codes': { request: value.nothing, response: codeBatch },
  'POST /claims': { request: claimRequest, response: claimShown },
  'POST /claims/{claimId}/confirmation': {
    request: z.strictObject({
      claimId: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
      scanId: value.requestId,
      browserKey: z
        .string()
        .regex(/^[A-Za-z0-9_-]{32}$/)
        .optional(),
    }),
    response: scanReceipt,
  },
} as const;
