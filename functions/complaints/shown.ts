import type { ComplaintShown } from '#shared/complaints';
import type { Complaint } from './complaint.rules';
import { judgeObjection } from './complaint.rules';

/** A complaint as both sides see it: nobody who complains and nobody who answers is named. */
export function shown(complaint: Complaint): ComplaintShown {
  const { complaintId, subject, reason, text, state, at, handledBy, dueAt, answers } = complaint;
  return {
    ...{ complaintId, subject, reason, text, state, at, handledBy, dueAt },
    answers: answers.map((it) => ({
      organisationName: it.organisationName,
      text: it.text,
      at: it.at,
    })),
    mayObject: judgeObjection(complaint).status === 'open',
  };
}
