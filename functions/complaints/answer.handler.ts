import { complaintRoutes } from '#shared/complaints';
import { tell } from '../notices/notice.table';
import { demandRole } from '../organisations/rights';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import type { Write } from '../platform/table';
import { commit, read, replace, untilWon } from '../platform/table';
import type { Complaint } from './complaint.rules';
import { judgeAnswer, judgeObjection } from './complaint.rules';
import { complaintAt } from './complaint.table';
import { handOn } from './hand-on';
import { shown } from './shown';

/** Answers for the organisation whose turn it is. To everybody else there is no such complaint. */
export const answer = handle(
  'POST /complaints/{complaintId}/answer',
  complaintRoutes['POST /complaints/{complaintId}/answer'],
  async ({ complaintId, text }, { caller, now }) =>
    untilWon(async () => {
      const [complaint] = await read(complaintAt(complaintId));
      if (!complaint) return refuse('not_found');
      const route = 'POST /complaints/{complaintId}/answer';
      await demandRole(route, caller, complaint.handlerPath, { hidden: true });
      const { volunteerId: by } = caller;
      const verdict = judgeAnswer(complaint, { by, text });
      if (verdict.status === 'refused') return refuse(verdict.code);
      if (verdict.status === 'exists') return shown(complaint);

      const { gx2pk: _, gx2sk: __, ...listed } = complaint;
      const given = { organisationName: complaint.handledBy, text, by, at: now };
      const answered: Complaint = {
        ...listed,
        state: 'answered',
        answers: [...complaint.answers, given],
      };
      await commit([replace(complaintAt(complaintId), answered), tellAnswered(answered, now)]);
      return shown(answered);
    }),
);

function tellAnswered(
  { volunteerId, complaintId, subject, answers }: Complaint,
  at: number,
): Write {
  return tell(volunteerId, {
    noticeId: idFor('notice', 'complaint', complaintId, String(answers.length)),
    kind: 'complaint',
    text: `您对“${subject.title}”的反映有了答复`,
    link: { page: '/complaints/mine/index' },
    at,
  });
}

/** Asks the organisation above the one that answered, once. */
export const object = handle(
  'POST /complaints/{complaintId}/objection',
  complaintRoutes['POST /complaints/{complaintId}/objection'],
  async ({ complaintId }, { caller, now }) =>
    untilWon(async () => {
      const [complaint] = await read(complaintAt(complaintId));
      if (complaint?.volunteerId !== caller.volunteerId) return refuse('not_found');
      const verdict = judgeObjection(complaint);
      if (verdict.status === 'refused') return refuse(verdict.code);
      if (verdict.status === 'exists') return shown(complaint);
      const { next, writes } = await handOn({ ...complaint, objectedAt: now }, now);
      await commit(writes);
      return shown(next);
    }),
);
