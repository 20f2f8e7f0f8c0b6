import type { Input } from '#shared/api';
import { typedHoursRoutes } from '#shared/typed-hours';
import { shiftFor } from '../activities/shift-for';
import { organisationAt } from '../organisations/organisation.table';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import { read } from '../platform/table';
import { maskName } from '../volunteers/volunteer.rules';
import { profileAt } from '../volunteers/volunteer.table';
import { tighter } from './cap.rules';
import { findPerson } from './find-person';
import { openCaps } from './open-cap';
import { rowFor } from './shown-typed';
import { typeHours } from './type-hours';
import { typingOpenUntil } from './typed.rules';

const sheetRoute = 'GET /shifts/{shiftId}/typed-hours';
const route = 'POST /shifts/{shiftId}/typed-hours';

/** Whether hours of a shift may still be typed, and how much is left of the month. */
export const typingSheet = handle(
  sheetRoute,
  typedHoursRoutes[sheetRoute],
  async ({ shiftId }, { caller, now }) => {
    const shift = await shiftFor(sheetRoute, caller, shiftId);
    const { organisationId, title, startsAt, endsAt, extendedTo = 0 } = shift;
    const openUntil = typingOpenUntil(shift);
    return {
      ...{ shiftId, organisationId, title, startsAt, endsAt: Math.max(endsAt, extendedTo) },
      ...(openUntil !== undefined && { openUntil }),
      cap: await capShown(organisationId, now),
      now,
    };
  },
);

/** An organiser types what could not be scanned. It credits nothing until somebody else agrees. */
export const type = handle(route, typedHoursRoutes[route], async (asked, { caller, now }) => {
  const { arrivedAt, leftAt, reason, note } = asked;
  const shift = await shiftFor(route, caller, asked.shiftId);
  const typedId = idFor('typed', caller.volunteerId, asked.requestId);
  const volunteerId = await whoIsMeant(asked);
  const outcome = await typeHours({
    ...{ shift, volunteerId, typedId, by: caller.volunteerId },
    ...{ arrivedAt, leftAt, reason, note, now },
  });
  if (outcome.status === 'refused') return refuse(outcome.code);
  const [typist] = await read(profileAt(caller.volunteerId));
  return {
    row: rowFor(outcome.typed, {
      maskedName: outcome.maskedName,
      typistName: maskName(typist?.name ?? ''),
      mayDecide: false,
    }),
    cap: await capShown(shift.organisationId, now),
  };
});

type Asked = Input<typeof route>;

/** Exactly one way of naming somebody. */
async function whoIsMeant({ volunteerId, person }: Asked): Promise<string | undefined> {
  if ((volunteerId === undefined) === (person === undefined)) return refuse('request_invalid');
  return person ? findPerson(person) : volunteerId;
}

/** What an organisation may still type this month. */
async function capShown(organisationId: string, now: number) {
  const [organisation] = await read(organisationAt(organisationId));
  const topId = organisation?.path[0] ?? organisationId;
  return tighter(await openCaps({ organisationId, topId }, now));
}
