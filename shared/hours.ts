import * as z from 'zod';
import { recordState } from './activities';
import { grade } from './checkins';
import type { Doubt, GradeReason } from './hours.words';
import { doubts, gradeReasons } from './hours.words';
import * as value from './values';

/** One's own hours: records and entries, their totals, and the daily root that holds every entry of the city. */

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const month = z.string().regex(/^20\d{2}(0[1-9]|1[0-2])$/);

const hoursRow = z.object({
  sequence: z.int().min(1),
  cause: z.enum(['service', 'correction', 'imported', 'merge']),
  /** The shift; of an import or a merge, what caused it. */
  shiftId: value.id,
  title: z.string(),
  day: value.day,
  /** Negative in an entry that takes out what another one put in; that one is named. */
  rawMinutes: z.int(),
  creditedMinutes: z.int(),
  reverses: z.int().min(1).optional(),
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
  /** Credited, and on a public notice until this time. */
  noticeUntil: value.instant.optional(),
  disputed: z.literal(true).optional(),
});
export type RecordRow = z.infer<typeof recordRow>;

/** One end of a service: when, and how it was witnessed. Of the place, only how far away the phone said it was. */
const shownEnd = z.object({
  at: value.instant,
  by: z.enum([
    ...(['token', 'digits', 'claim', 'browser_claim'] as const),
    ...(['countersign', 'card', 'joint', 'confirmed'] as const),
  ]),
  /** An organiser or keeper vouched for it. */
  vouched: z.boolean(),
  late: z.boolean(),
  metersAway: z.int().min(0).optional(),
  accuracyMeters: z.int().min(0).optional(),
});
export type ShownEnd = z.infer<typeof shownEnd>;

const recordInFull = recordRow.extend({
  walkIn: z.boolean(),
  in: shownEnd.optional(),
  out: shownEnd.optional(),
  breaks: z.array(z.object({ from: value.instant, until: value.instant.optional() })),
  extendedTo: value.instant.optional(),
  /** What the grade rests on. */
  why: z.enum(Object.keys(gradeReasons) as GradeReason[]).optional(),
  doubts: z.array(z.enum(Object.keys(doubts) as Doubt[])),
  pointsWait: z.boolean(),
  /** The entry of the book that stands for this service. */
  entry: hoursRow.optional(),
});
export type RecordInFull = z.infer<typeof recordInFull>;

const minutesByGrade = z.object({
  ...{ A: z.int(), B: z.int(), C: z.int(), D: z.int(), E: z.int(), imported: z.int() },
});
export type MinutesByGrade = z.infer<typeof minutesByGrade>;
const monthRow = z.object({
  month,
  /** Credited minutes; below zero in a month that took out more than it put in. */
  minutes: minutesByGrade,
  /** How many services stand behind them. */
  services: z.int(),
});
export type MonthRow = z.infer<typeof monthRow>;
const totals = z.object({ months: z.array(monthRow) });
const monthsAsked = { months: z.coerce.number().int().min(1).max(36).default(12) };

const rootRow = z.object({
  day: value.day,
  root: sha256,
  /** Yesterday's; empty on the first day there is. */
  previous: z.string(),
  /** How many entries it holds. */
  entries: z.int().min(0),
  at: value.instant,
});
export type RootRow = z.infer<typeof rootRow>;

const proof = z.object({
  index: z.int().min(1),
  size: z.int().min(2),
  siblings: z.array(sha256),
});

/** Oneself, or the dependant one acts for. */
const forWhom = { forVolunteerId: value.id.optional() };

export const hoursRoutes = {
  /** Newest day first, upcoming ones included. */
  'GET /me/records': {
    request: z.strictObject({ ...forWhom, ...value.pageQuery }),
    response: z.object({
      records: z.array(recordRow),
      cursor: value.cursor.optional(),
      now: value.instant,
    }),
  },
  'GET /me/records/{shiftId}': {
    request: z.strictObject({ shiftId: value.id, ...forWhom }),
    response: z.object({ record: recordInFull, now: value.instant }),
  },
  'GET /me/hours': {
    request: z.strictObject({ ...forWhom, ...value.pageQuery }),
    response: z.object({ entries: z.array(hoursRow), cursor: value.cursor.optional() }),
  },
  /** `entry` is what is hashed, letter by letter; its hash is a leaf under the root of its day. */
  'GET /me/hours/{sequence}/proof': {
    request: z.strictObject({
      sequence: z.coerce.number().int().min(1).max(999_999_999_999),
      ...forWhom,
    }),
    response: z.object({ entry: z.string(), hash: sha256, day: value.day, root: sha256, proof }),
  },
  'GET /me/totals': {
    request: z.strictObject({ ...forWhom, ...monthsAsked }),
    response: totals,
  },
  'GET /organisations/{organisationId}/totals': {
    request: z.strictObject({ organisationId: value.id, ...monthsAsked }),
    response: totals.extend({ name: z.string() }),
  },
  'GET /districts/{district}/totals': {
    request: z.strictObject({ district: value.district, ...monthsAsked }),
    response: totals,
  },
  'GET /totals': { request: z.strictObject({ ...monthsAsked }), response: totals },
  /** The roots of a month, the newest first; of this month unless told. */
  'GET /roots': {
    request: z.strictObject({ month: month.optional() }),
    response: z.object({ month, roots: z.array(rootRow) }),
  },
  /** The files give root and leaves, so that anybody can build the tree again; a very large day has several. */
  'GET /roots/{day}': {
    request: z.strictObject({ day: value.day }),
    response: rootRow.extend({ fileUrls: z.array(z.string()) }),
  },
} as const;
