import * as z from 'zod';
import { category, conditions, insurance, place, shiftPlan } from './activities';
import * as value from './values';
import type { ActivityState, Beneficiary } from './vocabulary';
import { activityStates, beneficiaries } from './vocabulary';

/** An activity before and after it is public: drafted, reviewed, called off, moved, settled. */

const state = z.enum(Object.keys(activityStates) as ActivityState[]);
const beneficiary = z.enum(Object.keys(beneficiaries) as Beneficiary[]);
const version = z.int().min(1).max(1_000_000);
const reason = value.line(120);

const number = (most: number) => `(?:${Array.from({ length: most }, (_, at) => at + 1).join('|')})`;
const weekday = '(?:-1|[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)';
const monthDay = `(?:-1|${number(31)})`;
/**
 * A rule of RFC 5545, of the few parts that a calendar of volunteers needs, in this order. A month without the day
 * is skipped, as the RFC says; `BYMONTHDAY=-1` is the last day of every month.
 */
export const repeatRule = z
  .string()
  .max(120)
  .regex(
    new RegExp(
      `^FREQ=(?:DAILY|WEEKLY|MONTHLY)(?:;INTERVAL=${number(12)})?(?:;BYDAY=${weekday}(?:,${weekday}){0,6})?` +
        `(?:;BYMONTHDAY=${monthDay}(?:,${monthDay}){0,6})?;(?:COUNT=${number(12)}|UNTIL=20\\d{6})$`,
    ),
  );

/** All shifts are made in one transaction; each takes itself and up to ten shards of it. */
export const shiftsMax = 44;

const story = {
  title: value.line(40),
  description: value.paragraph(2_000),
  category,
  beneficiary,
  district: value.district,
  place,
  /** 志愿服务条例 §12: recruits are told the risks. A draft may still lack them, what is handed in may not. */
  risks: value.paragraph(500).optional(),
  contact: value.line(40),
  conditions: conditions
    .refine((it) => (it.minAge ?? 0) <= (it.maxAge ?? 120), { message: 'no age is left' })
    .optional(),
  /** Then, and always for rescue work, there is no publishing without insurance. */
  dangerous: z.boolean().optional(),
  insurance: insurance.optional(),
  shifts: z.array(shiftPlan).min(1).max(shiftsMax),
  /** Repeats the shifts given, at the same times of the days that the rule names from the first shift on. */
  repeat: repeatRule.optional(),
};
export const draft = z.strictObject({
  requestId: value.requestId,
  organisationId: value.id,
  ...story,
});
export type Draft = z.infer<typeof draft>;

/** One line of the organisation's list, and of what waits for review. */
const activityLine = z.object({
  activityId: value.id,
  organisationName: z.string(),
  title: z.string(),
  category,
  state,
  placeName: z.string(),
  startsAt: value.instant,
  shifts: z.int(),
  /** Why it was sent back, while it is a draft again. */
  returned: z.string().optional(),
  /** When it was handed in; in the queue of reviews. */
  submittedAt: value.instant.optional(),
});
export type ActivityLine = z.infer<typeof activityLine>;
const page = z.object({ activities: z.array(activityLine), cursor: value.cursor.optional() });

const versioned = z.object({ activityId: value.id, version });
const moved = z.object({ activityId: value.id, state, version });

export const draftRoutes = {
  'POST /activities': { request: draft, response: versioned },
  'PUT /activities/{activityId}': {
    request: z.strictObject({ activityId: value.id, version, ...story }),
    response: versioned,
  },
  /** What may still change when it is public; another place or time is another shift. */
  'PUT /activities/{activityId}/text': {
    request: z.strictObject({
      activityId: value.id,
      version,
      description: story.description,
      contact: story.contact,
    }),
    response: versioned,
  },
  'POST /activities/{activityId}/submission': {
    request: z.strictObject({ activityId: value.id, version }),
    response: moved,
  },
  /** `version`: the text that was read. Whoever sends it back says why. */
  'POST /activities/{activityId}/decision': {
    request: z
      .strictObject({
        activityId: value.id,
        version,
        verdict: z.enum(['approve', 'return']),
        reason: reason.optional(),
      })
      .refine((it) => it.verdict === 'approve' || it.reason !== undefined, {
        message: 'whoever sends it back says why',
      }),
    response: moved,
  },
  'POST /activities/{activityId}/cancellation': {
    request: z.strictObject({ activityId: value.id, reason }),
    response: moved,
  },
  'POST /shifts/{shiftId}/cancellation': {
    request: z.strictObject({ shiftId: value.id, reason }),
    response: value.done,
  },
  'POST /shifts/{shiftId}/postponement': {
    request: z
      .strictObject({
        shiftId: value.id,
        startsAt: value.instant,
        endsAt: value.instant,
        reason,
      })
      .refine((it) => it.startsAt < it.endsAt && it.endsAt - it.startsAt <= 86_400_000, {
        message: 'ends after it starts, within 24 hours',
      }),
    response: z.object({ shiftId: value.id }),
  },
  'GET /organisations/{organisationId}/activities': {
    request: z.strictObject({ organisationId: value.id, state, ...value.pageQuery }),
    response: page,
  },
  /** What waits for review here and in every organisation below. */
  'GET /organisations/{organisationId}/reviews': {
    request: z.strictObject({ organisationId: value.id, ...value.pageQuery }),
    response: page,
  },
  /** The days that a rule means, for looking at before anything is kept. */
  'GET /repeats': {
    request: z.strictObject({ rule: repeatRule, day: value.day }),
    response: z.object({ days: z.array(value.day).max(12) }),
  },
} as const;
