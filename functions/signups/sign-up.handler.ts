import type { Input, Response } from '#shared/api';
import { signupRoutes } from '#shared/signups';
import { shiftAt } from '../activities/activity.table';
import type { Shift } from '../activities/shift.rules';
import { actingFor } from '../dependants/acting';
import { handle } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { commit, read, replace, save, untilWon } from '../platform/table';
import type { Calendar } from '../records/calendar.rules';
import { release } from '../records/calendar.rules';
import { calendarAt } from '../records/calendar.table';
import type { ServiceRecord } from '../records/record.rules';
import { judgeWithdrawal } from '../records/record.rules';
import { recordAt } from '../records/record.table';
import { profileAt } from '../volunteers/volunteer.table';
import { commitKeepingPlace, tryWithPlace } from './place';
import { queueOf } from './queue';
import { judgeSignup, judgeWaiting, waitingClosesAt } from './signup.rules';
import { isSoldOut } from './sold-out';
import { gone, queued, settled, signedUp } from './standing';

type Wanted = Input<'PUT /shifts/{shiftId}/signup'>;
type Signed = Response<'PUT /shifts/{shiftId}/signup'>;
type Known = { record: ServiceRecord | undefined; calendar: Calendar | undefined };

/** Signs up: record, place and reserved time in one transaction. Signing up twice is signing up once. */
export const signUp = handle(
  'PUT /shifts/{shiftId}/signup',
  signupRoutes['PUT /shifts/{shiftId}/signup'],
  async (wanted, { caller, now }) => {
    const { volunteerId, actedBy } = await actingFor(caller, wanted.forVolunteerId);
    return untilWon(async () => {
      const { shiftId, terms } = wanted;
      const [shift, record, calendar, profile] = await read(
        shiftAt(shiftId),
        recordAt(volunteerId, shiftId),
        calendarAt(volunteerId),
        profileAt(volunteerId),
      );
      if (!shift) return refuse('not_found');
      const verdict = judgeSignup({ record, profile, terms }, shift, now);
      if (verdict.status === 'refused') return refuse(verdict.code);
      if (verdict.status === 'exists') return standing(record?.state, shiftId, volunteerId);

      const known: Known = { record, calendar };
      if (verdict.status === 'confirm' && record) {
        return confirm({ ...record, terms }, { shift, known, now });
      }
      const person = { volunteerId, name: profile?.name ?? '' };
      const begun = { ...signedUp(person, shift, record), terms, ...(actedBy && { actedBy }) };
      return takeOrWait(begun, wanted, { shift, known, now });
    });
  },
);

async function standing(
  state: ServiceRecord['state'] = 'signed_up',
  shiftId: string,
  volunteerId: string,
): Promise<Signed> {
  if (state !== 'waiting') return { state };
  const { position } = await queueOf(shiftId, volunteerId);
  return { state, ...(position !== undefined && { position }) };
}

type Placing = { shift: Shift; known: Known; now: number };

/** Yes to what one was asked: the place is held already, the time is reserved now. */
async function confirm(record: ServiceRecord, placing: Placing): Promise<Signed> {
  const confirmed = settled(record, record.placeShard);
  const { state } = await commitKeepingPlace(confirmed, placing);
  return { state };
}

/** A place, or a full shift's queue for whoever chose to wait. */
async function takeOrWait(
  begun: ServiceRecord,
  { wait = false }: Wanted,
  placing: Placing,
): Promise<Signed> {
  const placed = isSoldOut(begun.shiftId) ? undefined : await tryWithPlace(begun, placing);
  if (placed) return { state: placed.state };
  return wait ? joinQueue(begun, placing) : refuse('shift_full');
}

/** Waiting reserves neither a place nor time. */
async function joinQueue(begun: ServiceRecord, { shift, known, now }: Placing): Promise<Signed> {
  const { shiftId, volunteerId } = begun;
  const { length } = await queueOf(shiftId, volunteerId);
  const closed = judgeWaiting(shift, length, now);
  if (closed) return refuse(closed);
  const waiting = queued(begun, { since: now, until: waitingClosesAt(shift) });
  await commit([save(recordAt(volunteerId, shiftId), known.record, waiting)]);
  return { state: 'waiting', position: length + 1 };
}

/** Withdraws, declines or stops waiting: frees one's own time. The place goes to the next in line by the stream. */
export const withdraw = handle(
  'DELETE /shifts/{shiftId}/signup',
  signupRoutes['DELETE /shifts/{shiftId}/signup'],
  async ({ shiftId, forVolunteerId }, { caller }) => {
    const { volunteerId } = await actingFor(caller, forVolunteerId);
    return untilWon(async () => {
      const [record, calendar] = await read(
        recordAt(volunteerId, shiftId),
        calendarAt(volunteerId),
      );
      const verdict = judgeWithdrawal(record);
      if (verdict.status === 'refused') return refuse(verdict.code);
      if (verdict.status === 'exists' || !record) return { state: 'withdrawn' };
      await commit([
        replace(recordAt(volunteerId, shiftId), gone(record, 'self')),
        ...(calendar ? [replace(calendarAt(volunteerId), release(calendar, shiftId))] : []),
      ]);
      return { state: 'withdrawn' };
    });
  },
);
