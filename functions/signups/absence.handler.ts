import { signupRoutes } from '#shared/signups';
import { handle } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { commit, read, replace, untilWon } from '../platform/table';
import { recordAt } from '../records/record.table';

/** Says why one did not come. Nothing follows from it; the organiser sees it on the roster. */
export const explainAbsence = handle(
  'PUT /shifts/{shiftId}/absence',
  signupRoutes['PUT /shifts/{shiftId}/absence'],
  async ({ shiftId, reason }, { caller: { volunteerId } }) =>
    untilWon(async () => {
      const at = recordAt(volunteerId, shiftId);
      const [record] = await read(at);
      if (!record) return refuse('not_signed_up');
      if (record.state !== 'no_show') return refuse('not_missed');
      if (record.absence !== reason) await commit([replace(at, { ...record, absence: reason })]);
      return { done: true };
    }),
);
