import { hourMs } from '#shared/time';
import { activityAt, countsAt, placesAt, shiftAt } from '../../functions/activities/activity.table';
import type { Shift } from '../../functions/activities/shift.rules';
import { organisationAt } from '../../functions/organisations/organisation.table';
import { idFor } from '../../functions/platform/ids';
import { recordAt } from '../../functions/records/record.table';
import { answerUntil, waitingClosesAt } from '../../functions/signups/signup.rules';
import { questioned, queued, signedUp } from '../../functions/signups/standing';
import { organiserOf } from './organisations';
import type { SeedPerson } from './people';
import type { World } from './world';

/** Two people wait for a place of the full museum; the culture team asks 王桂芳 whether she comes to the park. */
export function addQueues(world: World, people: SeedPerson[], now: number): void {
  const full = firstShift(world, 'full-museum');
  const waiting = ['crowd-150', 'second'].flatMap((key) => find(people, key));
  for (const [turn, person] of waiting.entries()) {
    if (!full) continue;
    const since = now - (3 - turn) * hourMs;
    world.put(
      recordAt(person.volunteerId, full.shiftId),
      queued(begun(person, full), { since, until: waitingClosesAt(full) }),
    );
  }
  const [elder] = find(people, 'elder');
  const park = firstShift(world, 'park-guide');
  if (elder && park) ask(world, { person: elder, shift: park, now });
}

const find = (people: SeedPerson[], wanted: string): SeedPerson[] =>
  people.filter(({ key }) => key === wanted);

function firstShift(world: World, key: string): Shift | undefined {
  const [shiftId] = world.get(activityAt(idFor('seed activity', key)))?.shiftIds ?? [];
  return shiftId === undefined ? undefined : world.get(shiftAt(shiftId));
}

const begun = ({ volunteerId, name }: SeedPerson, shift: Shift) => ({
  ...signedUp({ volunteerId, name }, shift),
  salt: idFor('seed salt', volunteerId, shift.shiftId),
});

/** A question holds a place, as the stream and the counter would have it. */
function ask(
  world: World,
  { person, shift, now }: { person: SeedPerson; shift: Shift; now: number },
): void {
  const { name = '' } = world.get(organisationAt(organiserOf(person.district, 'culture'))) ?? {};
  const until = answerUntil(shift, now);
  const record = questioned(begun(person, shift), { by: 'group', name, until });
  const place = placesAt(shift.shiftId, record.placeShard);
  const [places, counts] = [world.get(place), world.get(countsAt(shift.shiftId))];
  if (!places || !counts || places.taken >= places.capacity) return;
  world.put(recordAt(person.volunteerId, shift.shiftId), record);
  world.put(place, { ...places, taken: places.taken + 1 });
  world.put(countsAt(shift.shiftId), { ...counts, signedUp: counts.signedUp + 1 });
}
