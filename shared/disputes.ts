import * as z from 'zod';
import type { DisputeKind, DisputeState, ObjectionReason } from './disputes.words';
import { disputeKinds, disputeStates, objectionReasons } from './disputes.words';
import { evidence, keysOf, recordState, rowId, times } from './evidence';
import * as value from './values';

/** What anybody may say against a row of a public notice, what a volunteer may say for themself, and who decides. */

const decision = z.object({ upheld: z.boolean(), reason: z.string(), at: value.instant });

/** What waits for a decision, as those see it who may decide: whoever objected is not named. */
const disputeShown = z.object({
  disputeId: value.id,
  kind: keysOf<DisputeKind>(disputeKinds),
  state: keysOf<DisputeState>(disputeStates),
  shiftId: value.id,
  activityId: value.id,
  title: z.string(),
  startsAt: value.instant,
  endsAt: value.instant,
  leaveUntil: value.instant,
  maskedName: z.string(),
  reason: keysOf<ObjectionReason>(objectionReasons).optional(),
  text: z.string(),
  wanted: z.object({ arrivedAt: value.instant, leftAt: value.instant }).optional(),
  at: value.instant,
  dueAt: value.instant,
  record: z.object({ ...evidence, creditedMinutes: value.minutes.optional() }),
  /** Whoever raised it, had a hand in the record or belongs to the person does not decide. */
  mayDecide: z.boolean(),
});
export type DisputeShown = z.infer<typeof disputeShown>;

/** One's own side of it: what stands, until when one may appeal, and what became of an appeal. */
const appealShown = z.object({
  shiftId: value.id,
  title: z.string(),
  startsAt: value.instant,
  endsAt: value.instant,
  leaveUntil: value.instant,
  state: recordState,
  inAt: value.instant.optional(),
  outAt: value.instant.optional(),
  creditedMinutes: value.minutes.optional(),
  /** Why it was not confirmed or was changed. */
  decided: z.string().optional(),
  mayAppeal: z.boolean(),
  appealUntil: value.instant.optional(),
  /** Somebody's objection is being looked at. */
  objected: z.boolean(),
  appeal: z
    .object({
      state: keysOf<DisputeState>(disputeStates),
      text: z.string(),
      at: value.instant,
      dueAt: value.instant,
      handledBy: z.string(),
      decision: decision.optional(),
    })
    .optional(),
  now: value.instant,
});
export type AppealShown = z.infer<typeof appealShown>;

const forWhom = { forVolunteerId: value.id.optional() };
const bothOrNeither = {
  check: (it: { arrivedAt?: number | undefined; leftAt?: number | undefined }) =>
    (it.arrivedAt === undefined) === (it.leftAt === undefined),
  message: 'both times or neither',
};

export const disputeRoutes = {
  'POST /shifts/{shiftId}/objections': {
    request: z.strictObject({
      requestId: value.requestId,
      shiftId: value.id,
      rowId: rowId,
      reason: keysOf<ObjectionReason>(objectionReasons),
      text: value.paragraph(300),
    }),
    response: z.object({ state: keysOf<DisputeState>(disputeStates), dueAt: value.instant }),
  },
  'GET /shifts/{shiftId}/appeal': {
    request: z.strictObject({ shiftId: value.id, ...forWhom }),
    response: appealShown,
  },
  /** Once for a record. */
  'POST /shifts/{shiftId}/appeal': {
    request: z
      .strictObject({
        requestId: value.requestId,
        shiftId: value.id,
        ...forWhom,
        text: value.paragraph(300),
        ...times,
      })
      .refine(bothOrNeither.check, { message: bothOrNeither.message }),
    response: appealShown,
  },
  /** What waits for this organisation's decision, the most urgent first. */
  'GET /organisations/{organisationId}/disputes': {
    request: z.strictObject({ organisationId: value.id, ...value.pageQuery }),
    response: z.object({
      disputes: z.array(disputeShown),
      cursor: value.cursor.optional(),
      now: value.instant,
    }),
  },
  /** `uphold` with times: the hours become these; without: there are none. An appeal is upheld with times. */
  'POST /disputes/{disputeId}/decision': {
    request: z
      .strictObject({
        requestId: value.requestId,
        disputeId: value.id,
        verdict: z.enum(['uphold', 'dismiss']),
        ...times,
        reason: value.line(120),
      })
      .refine(bothOrNeither.check, { message: bothOrNeither.message }),
    response: z.object({
      state: keysOf<DisputeState>(disputeStates),
      creditedMinutes: value.minutes.optional(),
    }),
  },
} as const;
