import * as z from 'zod';
import { readingPurpose } from './dependants';
import type { Doubt, EntryGrade } from './hours.words';
import { doubts, entryGrades } from './hours.words';
import * as value from './values';
import type {
  AbsenceReason,
  ActivityState,
  Beneficiary,
  Category,
  RecordState,
  ShiftPhase,
  Skill,
  Training,
} from './vocabulary';
import {
  absenceReasons,
  activityStates,
  beneficiaries,
  categories,
  recordStates,
  shiftPhases,
  skills,
  trainings,
} from './vocabulary';

/** Activities, their shifts, signing up, and the organiser's side of a shift. */

const keysOf = <K extends string>(words: Record<K, string>) => z.enum(Object.keys(words) as K[]);
export const category = keysOf<Category>(categories);
const beneficiary = keysOf<Beneficiary>(beneficiaries);
export const recordState = keysOf<RecordState>(recordStates);
const shiftPhase = keysOf<ShiftPhase>(shiftPhases);

/** Where a shift takes place: GCJ-02, and the radius in metres within which a position agrees with it. */
export const place = z.strictObject({
  name: value.line(40),
  address: value.line(80),
  latitude: value.position.shape.latitude,
  longitude: value.position.shape.longitude,
  radiusMeters: z.int().min(50).max(5_000),
});
export type Place = z.infer<typeof place>;

const age = z.int().min(0).max(120);
/** Whom an activity takes. Ages in whole years on the day of the shift; every skill and training is needed. */
export const conditions = z.strictObject({
  minAge: age.optional(),
  maxAge: age.optional(),
  /** Only people whose real name was verified. */
  realName: z.boolean().optional(),
  skills: z.array(keysOf<Skill>(skills)).max(5).optional(),
  trainings: z.array(keysOf<Training>(trainings)).max(5).optional(),
});
export type Conditions = z.infer<typeof conditions>;

/** What covers the people who serve; shown where they sign up. */
export const insurance = z.strictObject({
  insurer: value.line(40),
  policyNumber: value.line(40),
  coverage: value.line(120),
});
export type Insurance = z.infer<typeof insurance>;

const maxShiftMs = 24 * 3_600_000;
/** A shift lasts at most 24 hours and takes at most 5,000 people. */
export const shiftPlan = z
  .strictObject({
    startsAt: value.instant,
    endsAt: value.instant,
    capacity: z.int().min(1).max(5_000),
  })
  .refine((it) => it.startsAt < it.endsAt && it.endsAt - it.startsAt <= maxShiftMs, {
    message: 'ends after it starts, within 24 hours',
  });

export type ShiftPlan = z.infer<typeof shiftPlan>;

/** One line of the list. `taken` is a projection and may be a few seconds old. */
export const shiftCard = z.object({
  shiftId: value.id,
  activityId: value.id,
  title: z.string(),
  organisationName: z.string(),
  category,
  district: value.district,
  placeName: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  startsAt: value.instant,
  endsAt: value.instant,
  capacity: z.int(),
  taken: z.int(),
  cancelled: z.boolean(),
});
export type ShiftCard = z.infer<typeof shiftCard>;

/** My own record of a shift, as far as it has come. */
const ownState = z.object({ state: recordState, inAt: value.instant.optional() });

/** What its organisers and approvers see besides: the draft itself, and what they may do with it. */
const behindTheScenes = z.object({
  version: z.int(),
  dangerous: z.boolean(),
  plans: z.array(shiftPlan),
  /** The rule, and how many of the plans it repeats. */
  repeat: z.object({ rule: z.string(), of: z.int() }).optional(),
  /** The last word of an approver who sent it back. */
  returned: z.object({ at: value.instant, reason: z.string() }).optional(),
  mayWrite: z.boolean(),
  /** Never to whoever wrote it. */
  mayDecide: z.boolean(),
  wroteIt: z.boolean(),
});
export type BehindTheScenes = z.infer<typeof behindTheScenes>;

export const activityShown = z.object({
  activityId: value.id,
  organisationId: value.id,
  organisationName: z.string(),
  title: z.string(),
  description: z.string(),
  category,
  beneficiary,
  district: value.district,
  place,
  risks: z.string(),
  contact: z.string(),
  state: keysOf<ActivityState>(activityStates),
  conditions,
  insurance: insurance.optional(),
  shifts: z.array(
    z.object({
      shiftId: value.id,
      startsAt: value.instant,
      endsAt: value.instant,
      capacity: z.int(),
      taken: z.int(),
      cancelled: z.boolean(),
      cancelReason: z.string().optional(),
      /** A postponed shift is cancelled and goes on under another id. */
      movedTo: value.id.optional(),
      movedFrom: value.id.optional(),
      mine: ownState.optional(),
      /** It is settled: its hours stand on a public notice, open to objections until then. */
      noticeUntil: value.instant.optional(),
    }),
  ),
  /** Whether the caller organises it: the phone then offers the code screen and the roster. */
  organising: z.boolean(),
  staff: behindTheScenes.optional(),
  now: value.instant,
});
export type ActivityShown = z.infer<typeof activityShown>;

/** A row of the organiser's roster. Names are masked: 王*四. */
const rosterRow = z.object({
  volunteerId: value.id,
  maskedName: z.string(),
  state: recordState,
  inAt: value.instant.optional(),
  outAt: value.instant.optional(),
  creditedMinutes: value.minutes.optional(),
  walkIn: z.boolean(),
  /** Why somebody did not come, if they said so. */
  absence: keysOf<AbsenceReason>(absenceReasons).optional(),
  grade: keysOf<EntryGrade>(entryGrades).optional(),
  /** The gravest first; none of it decides by itself. */
  doubts: z.array(keysOf<Doubt>(doubts)),
  /** Whole minutes after the start and before the end. */
  lateMinutes: value.minutes.optional(),
  earlyMinutes: value.minutes.optional(),
  breakMinutes: value.minutes.optional(),
  onBreak: z.literal(true).optional(),
});
export type RosterRow = z.infer<typeof rosterRow>;

const counts = z.object({
  signedUp: z.int().min(0),
  checkedIn: z.int().min(0),
  /** Came, and wait for an organiser's word: late scans, ends that nobody scanned, typed hours. */
  pending: z.int().min(0),
  credited: z.int().min(0),
});

/** The head of the organiser's screen: what the shift is and how many have come. */
export const shiftBoard = z.object({
  shiftId: value.id,
  activityId: value.id,
  title: z.string(),
  placeName: z.string(),
  startsAt: value.instant,
  endsAt: value.instant,
  capacity: z.int(),
  phase: shiftPhase,
  /** Extended on the spot. */
  extendedTo: value.instant.optional(),
  /** Those present are asked to scan once more: the check-in code should be on the screen until then. */
  recheckUntil: value.instant.optional(),
  counts,
  now: value.instant,
});
export type ShiftBoard = z.infer<typeof shiftBoard>;

/**
 * Pre-signed codes for the organiser's screen, so that they rotate without network and no key is on the phone.
 * `checkin[i]` and `checkout[i]` belong to step `firstStep + i`; the digits serve a broken camera.
 */
export const gateBatch = z.object({
  shiftId: value.id,
  gate: z.int().min(0).max(255),
  firstStep: z.int().min(1),
  checkin: z.array(z.object({ token: value.token, digits: z.string() })).max(1_200),
  checkout: z.array(z.object({ token: value.token, digits: z.string() })).max(1_200),
  now: value.instant,
});
export type GateBatch = z.infer<typeof gateBatch>;

const shiftOnly = z.strictObject({ shiftId: value.id });

export const activityRoutes = {
  'GET /activities': {
    request: z.strictObject({
      district: value.district,
      day: value.day,
      category: category.optional(),
      ...value.pageQuery,
    }),
    response: z.object({
      shifts: z.array(shiftCard),
      cursor: value.cursor.optional(),
      now: value.instant,
    }),
  },
  'GET /activities/{activityId}': {
    request: z.strictObject({ activityId: value.id }),
    response: activityShown,
  },
  /** The poster's code is printed: it opens the activity's page and never credits. */
  'GET /activities/{activityId}/poster': {
    request: z.strictObject({ activityId: value.id }),
    response: z.object({
      token: value.token,
      /** WeChat's own code as PNG, base64; absent where WeChat gave none. */
      wechatCode: z.string().max(400_000).optional(),
    }),
  },
  'GET /codes/{token}': {
    request: z.strictObject({ token: value.token }),
    response: z.object({ kind: z.enum(['activity', 'station']), id: value.id }),
  },
  'GET /shifts/{shiftId}/board': { request: shiftOnly, response: shiftBoard },
  'GET /shifts/{shiftId}/roster': {
    /** Minors are on it only for who says what for; their guardians see that. */
    request: z.strictObject({
      shiftId: value.id,
      purpose: readingPurpose.optional(),
      /** `doubtful`: whoever there is a doubt about comes before all others. */
      order: z.enum(['listed', 'doubtful']).default('listed'),
      ...value.pageQuery,
    }),
    response: z.object({
      rows: z.array(rosterRow),
      /** So many minors of this page are not in `rows`. */
      withheldMinors: z.int().min(0),
      cursor: value.cursor.optional(),
    }),
  },
  'POST /shifts/{shiftId}/gates': { request: shiftOnly, response: gateBatch },
  'DELETE /shifts/{shiftId}/gates/{gate}': {
    request: z.strictObject({ shiftId: value.id, gate: z.coerce.number().int().min(0).max(255) }),
    response: value.done,
  },
} as const;
