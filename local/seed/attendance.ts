import { dayMs, minuteMs } from '#shared/time';
import type { RecordState } from '#shared/vocabulary';
import type { PlannedActivity, PlannedShift } from './activities';
import type { SeedPerson } from './people';
import type { Chance } from './random';
import { chanceOf } from './random';

/** Who takes part in which shift, and how far they have come by `now`. Times in ms. */
export type Attendance = {
  person: SeedPerson;
  activity: PlannedActivity;
  /** Index of the activity's shift. */
  shift: number;
  state: RecordState;
  inAt?: number;
  outAt?: number;
};

/** What the cast has done, is doing and has signed up for, by the activities' keys; always their first shift. */
const casts: Record<string, readonly string[]> = {
  volunteer: [
    ...['past-1', 'past-2', 'past-3', 'past-5', 'past-6', 'past-7', 'past-8'],
    ...['yesterday-beach', 'park-guide'],
  ],
  second: ['past-2', 'past-4', 'past-6', 'square-first-aid'],
  teen: ['past-5', 'science-fair'],
  elder: ['past-4', 'morning-exercise'],
  organiser: ['past-1', 'past-6'],
};

/** In the order of the shifts' starts, so that ledgers grow in the order of time. */
export function attendanceOf(
  activities: PlannedActivity[],
  people: SeedPerson[],
  now: number,
): Attendance[] {
  const chance = chanceOf('attendance');
  const busy = new Map<string, PlannedShift[]>();
  return inOrder(activities).flatMap(({ activity, shift, plan }) => {
    const own = people.filter(
      ({ key }) => shift === 0 && (casts[key] ?? []).includes(activity.key),
    );
    const free = people.filter(
      ({ key, note }) => note === undefined && isFree(busy.get(key), plan),
    );
    const crowd = chance.shuffled(free).slice(0, plan.crowd - own.length);
    return [...own, ...crowd].map((person, i): Attendance => {
      if (!plan.cancelled) busy.set(person.key, [...(busy.get(person.key) ?? []), plan]);
      const place = { fromLast: own.length + crowd.length - 1 - i, isCast: i < own.length };
      return { person, activity, shift, ...cameAndWent(plan, place, { now, chance }) };
    });
  });
}

function inOrder(activities: PlannedActivity[]) {
  return activities
    .flatMap((activity) => activity.shifts.map((plan, shift) => ({ activity, shift, plan })))
    .sort(
      (a, b) => a.plan.startsAt - b.plan.startsAt || a.activity.key.localeCompare(b.activity.key),
    );
}

const isFree = (shifts: PlannedShift[] | undefined, { startsAt, endsAt }: PlannedShift): boolean =>
  !shifts?.some((other) => other.startsAt < endsAt && startsAt < other.endsAt);

type Place = { fromLast: number; isCast: boolean };

type Progress = Pick<Attendance, 'state' | 'inAt' | 'outAt'>;

/** Who is in the cast came in time and stayed; of the crowd, some left early. */
function cameAndWent(
  plan: PlannedShift,
  place: Place,
  { now, chance }: { now: number; chance: Chance },
): Progress {
  const inAt = plan.startsAt - chance.whole(1, 14) * minuteMs - chance.whole(0, 59) * 1_000;
  const stays = place.isCast || chance.next() < 0.85;
  const outAt = plan.endsAt + (stays ? chance.whole(1, 9) : -chance.whole(5, 40)) * minuteMs;
  if (plan.cancelled) return { state: 'withdrawn' };
  if (plan.endsAt > now) return soFar(plan, place, { now, inAt });
  if (neverCame(place)) return { state: 'signed_up' };
  if (forgot(plan, place, now)) return { state: 'checked_in', inAt };
  const state = wasOffline(plan, place, now) ? 'late' : 'credited';
  return { state, inAt, outAt: Math.min(outAt, now) };
}

/** While a shift runs, one in four has not come yet; before one that begins soon, two have. */
function soFar(
  plan: PlannedShift,
  { fromLast, isCast }: Place,
  { now, inAt }: { now: number; inAt: number },
): Progress {
  if (plan.startsAt <= now && (isCast || fromLast % 4 !== 0)) return { state: 'checked_in', inAt };
  const soon = plan.startsAt > now && plan.startsAt - now < 25 * minuteMs;
  return soon && fromLast >= plan.crowd - 2
    ? { state: 'checked_in', inAt: now - (fromLast + 1) * 10_000 }
    : { state: 'signed_up' };
}

const neverCame = ({ fromLast, isCast }: Place): boolean => fromLast === 0 && !isCast;

/** Sent both scans after coming home; an organiser has to say that this person was there. */
const wasOffline = ({ endsAt, crowd }: PlannedShift, { fromLast, isCast }: Place, now: number) =>
  endsAt > now - dayMs && crowd >= 8 && fromLast === 2 && !isCast;

/** The clock closes what is older. */
const forgot = ({ endsAt, crowd }: PlannedShift, { fromLast, isCast }: Place, now: number) =>
  endsAt > now - dayMs && crowd >= 8 && fromLast === 1 && !isCast;
