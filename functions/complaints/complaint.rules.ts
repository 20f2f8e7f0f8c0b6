import type { RefusalCode } from '#shared/refusals';
import { dayMs, dayOf, startOfDay } from '#shared/time';
import type { ComplaintReason, ComplaintState } from '#shared/vocabulary';

/**
 * A complaint and who must answer it: `handlerPath` is the path, root first, of the organisation whose turn it is; it
 * begins above the one complained of and gets shorter each time an answer is late or does not help. Times in ms.
 */
export type Complaint = {
  version: number;
  complaintId: string;
  volunteerId: string;
  subject: { kind: 'activity' | 'organisation'; id: string; title: string };
  reason: ComplaintReason;
  text: string;
  state: ComplaintState;
  at: number;
  handlerPath: string[];
  handledBy: string;
  dueAt: number;
  answers: { organisationName: string; text: string; by: string; at: number }[];
  objectedAt?: number;
  gx1pk: string;
  gx1sk: string;
  /** Only while it waits for an answer. */
  gx2pk?: string;
  gx2sk?: string;
};

/** The law says "in time" and names no number: seven days are ours. */
const answerDays = 7;

/** The last moment of the seventh day after this one. */
export const dueAfter = (at: number): number =>
  startOfDay(dayOf(at)) + (answerDays + 1) * dayMs - 1;

/** Nobody judges themself: the one above answers; above the root there is nobody, so the root answers for itself. */
export const firstHandler = (path: readonly string[]): string[] =>
  path.length > 1 ? path.slice(0, -1) : [...path];

type Verdict = { status: 'exists' | 'open' } | { status: 'refused'; code: RefusalCode };

/** Whether it may be answered now. The same answer again is the same; another one comes too late. */
export function judgeAnswer(
  complaint: Pick<Complaint, 'state' | 'volunteerId' | 'answers'>,
  { by, text }: { by: string; text: string },
): Verdict {
  if (complaint.volunteerId === by) return { status: 'refused', code: 'not_to_oneself' };
  if (complaint.state === 'open') return { status: 'open' };
  const last = complaint.answers[complaint.answers.length - 1];
  const same = last?.by === by && last.text === text;
  return same ? { status: 'exists' } : { status: 'refused', code: 'complaint_answered' };
}

/** Whether somebody may ask the next organisation above: once, and only after an answer. */
export function judgeObjection(
  complaint: Pick<Complaint, 'state' | 'objectedAt' | 'handlerPath'>,
): Verdict {
  if (complaint.objectedAt !== undefined) return { status: 'exists' };
  if (complaint.state !== 'answered') return { status: 'refused', code: 'complaint_open' };
  if (complaint.handlerPath.length <= 1) return { status: 'refused', code: 'complaint_final' };
  return { status: 'open' };
}

/** Whether its time for an answer is over and somebody above can still be asked. */
export const isOverdue = (
  { state, dueAt, handlerPath }: Pick<Complaint, 'state' | 'dueAt' | 'handlerPath'>,
  now: number,
): boolean => state === 'open' && dueAt < now && handlerPath.length > 1;
