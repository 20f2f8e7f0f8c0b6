import * as z from 'zod';
import * as value from './values';
import type { ComplaintReason, ComplaintState } from './vocabulary';
import { complaintReasons, complaintStates } from './vocabulary';

/**
 * Reports and complaints about an activity or an organisation. The organisation above the one complained of answers,
 * by a day that is told; who complains is never named to anybody (志愿服务条例: anyone may complain).
 */
const subject = z.strictObject({ kind: z.enum(['activity', 'organisation']), id: value.id });
const reason = z.enum(Object.keys(complaintReasons) as ComplaintReason[]);

const answer = z.object({ organisationName: z.string(), text: z.string(), at: value.instant });

export const complaintShown = z.object({
  complaintId: value.id,
  subject: z.object({ kind: subject.shape.kind, id: value.id, title: z.string() }),
  reason,
  text: z.string(),
  state: z.enum(Object.keys(complaintStates) as ComplaintState[]),
  at: value.instant,
  /** The organisation that answers now, and until when. */
  handledBy: z.string(),
  dueAt: value.instant,
  answers: z.array(answer),
  /** Whether whoever complained may still ask the next organisation above. */
  mayObject: z.boolean(),
});
export type ComplaintShown = z.infer<typeof complaintShown>;

const page = z.object({
  complaints: z.array(complaintShown),
  cursor: value.cursor.optional(),
  now: value.instant,
});

export const complaintRoutes = {
  'POST /complaints': {
    request: z.strictObject({
      requestId: value.requestId,
      subject,
      reason,
      text: value.paragraph(500),
    }),
    response: complaintShown,
  },
  'GET /me/complaints': { request: z.strictObject(value.pageQuery), response: page },
  /** What waits for this organisation's answer, the most urgent first. */
  'GET /organisations/{organisationId}/complaints': {
    request: z.strictObject({ organisationId: value.id, ...value.pageQuery }),
    response: page,
  },
  'POST /complaints/{complaintId}/answer': {
    request: z.strictObject({ complaintId: value.id, text: value.paragraph(1_000) }),
    response: complaintShown,
  },
  /** Once: the answer does not help, so the organisation above the one that answered looks again. */
  'POST /complaints/{complaintId}/objection': {
    request: z.strictObject({ complaintId: value.id }),
    response: complaintShown,
  },
} as const;
