import * as z from 'zod';
import { recordState } from './activities';
import { digitsPattern } from './code';
import * as value from './values';
import type { EvidenceGrade } from './vocabulary';
import { evidenceGrades } from './vocabulary';

/** Checking in and out: the scan, the claim of a newcomer, the receipt, and one's own records. */

const grade = z.enum(Object.keys(evidenceGrades) as EvidenceGrade[]);

/** What a phone can say about a scan besides the code. All of it is evidence that the client claims. */
const witness = {
  /** WeChat's entry scene: 1012, 1013, 1048 and 1049 are a picture that somebody forwarded. */
  entryScene: z.int().min(0).max(9_999).optional(),
  location: value.sighting.optional(),
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

/** What a scan did. A check-in has no minutes yet; the same scan sent again gives the same receipt. */
export const scanReceipt = z.object({
  status: z.enum(['checked_in', 'checked_out']),
  shiftId: value.id,
  activityId: value.id,
  title: z.string(),
  placeName: z.string(),
  startsAt: value.instant,
  endsAt: value.instant,
  inAt: value.instant,
  outAt: value.instant.optional(),
  /** Signed up by this very scan. */
  walkIn: z.boolean(),
  rawMinutes: value.minutes.optional(),
  creditedMinutes: value.minutes.optional(),
  points: value.points.optional(),
  grade: grade.optional(),
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
const countersignedReceipt = scanReceipt.extend({ maskedName: z.string() });
export type CountersignedReceipt = z.infer<typeof countersignedReceipt>;

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

const hoursRow = z.object({
  sequence: z.int().min(1),
  shiftId: value.id,
  title: z.string(),
  day: value.day,
  rawMinutes: value.minutes,
  creditedMinutes: value.minutes,
  grade,
  pack: z.string(),
  hash: z.string(),
  at: value.instant,
});
export type HoursRow = z.infer<typeof hoursRow>;

const recordRow = z.object({
  shiftId: value.id,
  activityId: value.id,
  title: z.string(),
  placeName: z.string(),
  startsAt: value.instant,
  endsAt: value.instant,
  state: recordState,
  inAt: value.instant.optional(),
  outAt: value.instant.optional(),
  rawMinutes: value.minutes.optional(),
  creditedMinutes: value.minutes.optional(),
  points: value.points.optional(),
  grade: grade.optional(),
});
export type RecordRow = z.infer<typeof recordRow>;

/** Oneself, or the dependant one acts for. */
const forWhom = { forVolunteerId: value.id.optional() };

export const checkinRoutes = {
  'POST /checkins': { request: scanRequest, response: scanReceipt },
  /** The other direction: an organiser scans a volunteer's printed card, at either end. */
  'POST /checkins/countersigned': { request: countersigned, response: countersignedReceipt },
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
  /** Newest day first, upcoming ones included. */
  'GET /me/records': {
    request: z.strictObject({ ...forWhom, ...value.pageQuery }),
    response: z.object({
      records: z.array(recordRow),
      cursor: value.cursor.optional(),
      now: value.instant,
    }),
  },
  'GET /me/hours': {
    request: z.strictObject({ ...forWhom, ...value.pageQuery }),
    response: z.object({ entries: z.array(hoursRow), cursor: value.cursor.optional() }),
  },
} as const;
