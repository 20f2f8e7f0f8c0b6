import * as z from 'zod';
import type { TypingReason } from './hours.words';
import { typingReasons } from './hours.words';
import type { TypedState } from './typed-hours.words';
import { typedStates } from './typed-hours.words';
import * as value from './values';

/**
 * Hours that were typed instead of scanned (grade E): two different people of the staff, a reason, a public list, and
 * at most so many minutes a month.
 */
const reason = z.enum(Object.keys(typingReasons) as TypingReason[]);
const state = z.enum(Object.keys(typedStates) as TypedState[]);
/** `202611` */
const month = z.string().regex(/^20\d{2}(0[1-9]|1[0-2])$/);
const note = value.line(200).min(10);

/** What an organisation, and the topmost one above it, may still type in a month. */
const cap = z.object({
  month,
  /** The whole of it, and what is left, the tighter of the two organisations'. */
  capMinutes: value.minutes,
  leftMinutes: value.minutes,
  /** What an auditor granted for emergencies, and what is left of that. */
  allowanceMinutes: value.minutes,
  allowanceLeftMinutes: value.minutes,
});
export type TypedCap = z.infer<typeof cap>;

/** A row for the staff: who, when, why, and how far it has come. */
const typedRow = z.object({
  volunteerId: value.id,
  maskedName: z.string(),
  shiftId: value.id,
  title: z.string(),
  arrivedAt: value.instant,
  leftAt: value.instant,
  /** What it takes from the month's minutes. */
  minutes: value.minutes,
  reason,
  note: z.string(),
  state,
  typedAt: value.instant,
  typistName: z.string(),
  /** Whether the caller may decide on it: not who typed it, nor the person, nor their family. */
  mayDecide: z.boolean(),
});
export type TypedRow = z.infer<typeof typedRow>;

/** A row for everybody: names masked, of a minor a number. */
const publicRow = z.object({
  typedId: value.id,
  name: z.string(),
  title: z.string(),
  servedDay: value.day,
  minutes: value.minutes,
  reason,
  state,
  typedAt: value.instant,
  typistName: z.string(),
  approverName: z.string().optional(),
});
export type PublicTypedRow = z.infer<typeof publicRow>;

const organisation = { organisationId: value.id };
const shift = { shiftId: value.id };
/** A mainland mobile number. */
const phone = z.string().regex(/^1[3-9]\d{9}$/);

export const typedHoursRoutes = {
  /** What one needs before typing: the shift's times, until when it may be done, and what is left of the month. */
  'GET /shifts/{shiftId}/typed-hours': {
    request: z.strictObject(shift),
    response: z.object({
      shiftId: value.id,
      organisationId: value.id,
      title: z.string(),
      startsAt: value.instant,
      endsAt: value.instant,
      /** May be typed from the end until then; absent when the shift is settled. */
      openUntil: value.instant.optional(),
      cap,
      now: value.instant,
    }),
  },
  /** The person by id (of the roster or the members), or by the name and the verified phone number together. */
  'POST /shifts/{shiftId}/typed-hours': {
    request: z.strictObject({
      ...shift,
      requestId: value.requestId,
      volunteerId: value.id.optional(),
      person: z.strictObject({ name: value.line(20), phone }).optional(),
      arrivedAt: value.instant,
      leftAt: value.instant,
      reason,
      note,
    }),
    response: z.object({ row: typedRow, cap }),
  },
  /** One row at a time, by somebody else than the typist and the person. */
  'POST /shifts/{shiftId}/typed-hours/{volunteerId}/decision': {
    request: z.strictObject({
      ...shift,
      volunteerId: value.id,
      requestId: value.requestId,
      verdict: z.enum(['confirm', 'decline']),
      reason: value.line(100).optional(),
    }),
    response: z.object({ state, creditedMinutes: value.minutes }),
  },
  'GET /organisations/{organisationId}/typed-hours': {
    request: z.strictObject({ ...organisation, ...value.pageQuery }),
    response: z.object({ rows: z.array(typedRow), cursor: value.cursor.optional(), cap }),
  },
  'GET /organisations/{organisationId}/typed-hours/public': {
    request: z.strictObject({ ...organisation, month: month.optional(), ...value.pageQuery }),
    response: z.object({
      organisationName: z.string(),
      month,
      rows: z.array(publicRow),
      cursor: value.cursor.optional(),
      cap,
    }),
  },
  /** More minutes for the emergencies of this month. */
  'POST /organisations/{organisationId}/typed-allowance': {
    request: z.strictObject({
      ...organisation,
      requestId: value.requestId,
      minutes: z.int().min(60).max(60_000),
      reason: note,
    }),
    response: z.object({ cap }),
  },
} as const;
