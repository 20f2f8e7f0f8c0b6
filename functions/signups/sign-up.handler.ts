import { activityRoutes } from '#shared/activities';
import { shiftAt } from '../activities/activity.table';
import { handle } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { commit, read, replace, untilWon } from '../platform/table';
import { release } from '../records/calendar.rules';
import { calendarAt } from '../records/calendar.table';
import { judgeSignup, judgeWithdrawal } from '../records/record.rules';
import { recordAt } from '../records/record.table';
import { profileAt } from '../volunteers/volunteer.table';
import { commitWithPlace, signedUp } from './place';

/** Signs up: record, place and reserved time in one transaction. Signing up twice is signing up once. */
export const signUp = handle(
  'PUT /shifts/{shiftId}/signup',
  activityRoutes['PUT /shifts/{shiftId}/signup'],
  async ({ shiftId }, { caller: { volunteerId }, now }) =>
    untilWon(async () => {
      const [shift, record, calendar, profile] = await read(
        shiftAt(shiftId),
        recordAt(volunteerId, shiftId),
        calendarAt(volunteerId),
        profileAt(volunteerId),
      );
      if (!shift) return refuse('not_found');
      const verdict = judgeSignup({ record, registered: profile !== undefined }, shift, now);
      if (verdict.status === 'refused') return refuse(verdict.code);
      if (verdict.status === 'exists') return { state: record?.state ?? 'signed_up' };

      const person = { volunteerId, name: profile?.name ?? '' };
      const wanted = signedUp(person, shift, record);
      const { state } = await commitWithPlace(wanted, { shift, known: { record, calendar }, now });
      return { state };
    }),
);

/** Withdraws: marks the record and frees one's own time. The place goes to the next in line by the stream. */
export const withdraw = handle(
  'DELETE /shifts/{shiftId}/signup',
  activityRoutes['DELETE /shifts/{shiftId}/signup'],
  async ({ shiftId }, { caller: { volunteerId } }) =>
    untilWon(async () => {
      const [record, calendar] = await read(
        recordAt(volunteerId, shiftId),
        calendarAt(volunteerId),
      );
      const verdict = judgeWithdrawal(record);
      if (verdict.status === 'refused') return refuse(verdict.code);
      if (verdict.status === 'exists' || !record) return { state: 'withdrawn' };
      await commit([
        replace(recordAt(volunteerId, shiftId), { ...record, state: 'withdrawn' }),
        ...(calendar ? [replace(calendarAt(volunteerId), release(calendar, shiftId))] : []),
      ]);
      return { state: 'withdrawn' };
    }),
);
