import type { Response } from '#shared/api';
import { signupRoutes } from '#shared/signups';
import type { Activity } from '../activities/activity.rules';
import { activityAt, countsAt, shiftAt } from '../activities/activity.table';
import type { Counts, Shift } from '../activities/shift.rules';
import { takenOf } from '../activities/shift.rules';
import { termsOf } from '../activities/terms';
import { actingFor } from '../dependants/acting';
import { memberAt } from '../organisations/organisation.table';
import { handle } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { glance, read } from '../platform/table';
import type { ServiceRecord } from '../records/record.rules';
import { recordAt } from '../records/record.table';
import { profileAt } from '../volunteers/volunteer.table';
import { queueOf } from './queue';
import { conditionsOf, judgeTakeover } from './signup.rules';
import { steppingOf } from './stepping';

type Sheet = Response<'GET /shifts/{shiftId}/signup'>;

/** All that one should know before signing up for a shift, and how far one has come with it. */
export const sheet = handle(
  'GET /shifts/{shiftId}/signup',
  signupRoutes['GET /shifts/{shiftId}/signup'],
  async ({ shiftId, forVolunteerId }, { caller, now }) => {
    const { volunteerId } = await actingFor(caller, forVolunteerId);
    const [found, record, profile] = await read(
      shiftAt(shiftId),
      recordAt(volunteerId, shiftId),
      profileAt(volunteerId),
    );
    const shift = found ?? refuse('not_found');
    const [[activity], [counts, member], queue] = await Promise.all([
      read(activityAt(shift.activityId)),
      glance(countsAt(shiftId), memberAt(shift.organisationId, volunteerId)),
      queueOf(shiftId, volunteerId),
    ]);
    const stepping = steppingOf({ volunteerId, record, profile, member }, now);
    return {
      ...factsOf(shift, activity ?? refuse('not_found'), counts),
      conditions: conditionsOf(shift, profile),
      waiting: queue.length,
      ...ownOf(record, queue.position),
      mayTakeOver: judgeTakeover(shift, stepping, now).status === 'taken',
      standingIn: shift.standIn?.volunteerId === volunteerId,
      now,
    };
  },
);

function factsOf(shift: Shift, activity: Activity, counts: Counts | undefined) {
  const { shiftId, activityId, title, organisationName, placeName, startsAt, endsAt } = shift;
  const { risks, insurance } = activity;
  return {
    ...{ shiftId, activityId, title, organisationName, placeName, startsAt, endsAt },
    cancelled: shift.cancelledAt !== undefined,
    ...(shift.movedTo !== undefined && { movedTo: shift.movedTo }),
    risks,
    ...(insurance && { insurance }),
    terms: shift.terms ?? termsOf(activity),
    capacity: shift.capacity,
    taken: takenOf(counts),
  };
}

function ownOf(
  record: ServiceRecord | undefined,
  position: number | undefined,
): Pick<Sheet, 'state' | 'position' | 'question' | 'absence'> {
  if (!record) return {};
  const { state, question, absence } = record;
  const asked = state === 'asked' && question;
  return {
    state,
    ...(state === 'waiting' && position !== undefined && { position }),
    ...(asked && { question: { by: asked.by, name: asked.name, until: asked.until } }),
    ...(absence && { absence }),
  };
}
