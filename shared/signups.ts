import * as z from 'zod';
import { insurance, recordState } from './activities';
import * as value from './values';
import type { AbsenceReason, Training } from './vocabulary';
import { absenceReasons, trainings } from './vocabulary';

/** Signing up for a shift, waiting for a place, being asked, and what follows when somebody does not come. */

const keysOf = <K extends string>(words: Record<K, string>) => z.enum(Object.keys(words) as K[]);
const training = keysOf<Training>(trainings);

/** One of the things a shift asks of people, and whether this person has it. */
const condition = z.object({
  kind: z.enum(['age', 'guardian', 'real_name', 'skill', 'training']),
  /** What is asked, in words: 14 至 60 岁, 急救. */
  text: z.string(),
  met: z.boolean(),
});
export type Condition = z.infer<typeof condition>;

/** Who asks whether a person comes: a company that put them on its list, or a shift that got another time. */
const question = z.object({
  by: z.enum(['group', 'moved']),
  name: z.string(),
  until: value.instant,
});

/** All that one should know before signing up, and how far oneself has come. */
export const signupSheet = z.object({
  shiftId: value.id,
  activityId: value.id,
  title: z.string(),
  organisationName: z.string(),
  placeName: z.string(),
  startsAt: value.instant,
  endsAt: value.instant,
  cancelled: z.boolean(),
  /** The shift it goes on as, when it was postponed. */
  movedTo: value.id.optional(),
  risks: z.string(),
  insurance: insurance.optional(),
  /** Names the risk notice and the insurance as they are now; signing up sends it back. */
  terms: value.id,
  conditions: z.array(condition),
  capacity: z.int(),
  taken: z.int(),
  waiting: z.int(),
  state: recordState.optional(),
  /** One's place in the waiting list, from 1. */
  position: z.int().optional(),
  question: question.optional(),
  absence: keysOf<AbsenceReason>(absenceReasons).optional(),
  /** Nobody shows codes, and this person may stand in for the organiser. */
  mayTakeOver: z.boolean(),
  standingIn: z.boolean(),
  now: value.instant,
});
export type SignupSheet = z.infer<typeof signupSheet>;

/** A mainland mobile number. */
const phone = z.string().regex(/^1[3-9]\d{9}$/);
const guest = z.strictObject({ name: value.line(20), phone });

/** One line of the report. `unknown` says no more than that no member of this name and phone was found. */
const groupRow = z.object({
  maskedName: z.string(),
  maskedPhone: z.string(),
  outcome: z.enum(['asked', 'already', 'repeated', 'full', 'unknown']),
});
export type GroupRow = z.infer<typeof groupRow>;

const oneShift = { shiftId: value.id, forVolunteerId: value.id.optional() };

export const signupRoutes = {
  'GET /shifts/{shiftId}/signup': { request: z.strictObject(oneShift), response: signupSheet },
  /**
   * Signs up, confirms what one was asked, or (`wait`) queues for a place of a full shift. `terms`: the risk notice
   * that was read and agreed to, as the sheet named it.
   */
  'PUT /shifts/{shiftId}/signup': {
    request: z.strictObject({
      ...oneShift,
      terms: value.id,
      wait: z.boolean().optional(),
    }),
    response: z.object({ state: recordState, position: z.int().optional() }),
  },
  'DELETE /shifts/{shiftId}/signup': {
    request: z.strictObject(oneShift),
    response: z.object({ state: recordState }),
  },
  /** A company brings its people: each holds a place for two days and confirms for themself. */
  'POST /shifts/{shiftId}/group': {
    request: z.strictObject({
      shiftId: value.id,
      requestId: value.requestId,
      organisationId: value.id,
      people: z.array(guest).min(1).max(50),
    }),
    response: z.object({ rows: z.array(groupRow), now: value.instant }),
  },
  /** The organiser has not come: a member who signed up shows the codes of this shift instead. */
  'POST /shifts/{shiftId}/takeover': {
    request: z.strictObject({ shiftId: value.id }),
    response: value.done,
  },
  /** Why one did not come. Nothing follows from it; the organiser sees it. */
  'PUT /shifts/{shiftId}/absence': {
    request: z.strictObject({ shiftId: value.id, reason: keysOf<AbsenceReason>(absenceReasons) }),
    response: value.done,
  },
  /** The shift as an iCalendar file: public facts only. */
  'GET /shifts/{shiftId}/calendar': {
    request: z.strictObject({ shiftId: value.id }),
    response: z.object({
      ics: z.string(),
      title: z.string(),
      location: z.string(),
      startsAt: value.instant,
      endsAt: value.instant,
      cancelled: z.boolean(),
    }),
  },
} as const;

export const trainingRoutes = {
  /** Says that a member was trained; it counts until `endsAt`. */
  'POST /organisations/{organisationId}/members/{volunteerId}/trainings': {
    request: z.strictObject({
      organisationId: value.id,
      volunteerId: value.id,
      requestId: value.requestId,
      training,
      endsAt: value.instant,
      why: value.line(100),
    }),
    response: value.done,
  },
} as const;
