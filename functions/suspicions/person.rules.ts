import { metersBetween } from '#shared/place';
import { minuteMs } from '#shared/time';
import type { Fact } from './fact.rules';
import { groupsOf, placeOf, wasScanned } from './fact.rules';
import type { Signal } from './signal.rules';
import { limits } from './signal.rules';

/** What one person cannot have done, whoever recorded it. `facts`: of a month, of all organisations. */
export function personSignals(facts: readonly Fact[]): Signal[] {
  const [first] = facts;
  if (!first) return [];
  const subject = { kind: 'person' as const, id: first.volunteerId };
  const staff = [...new Set(facts.flatMap(({ typing }) => typing?.by ?? []))];
  const found = [impossibleDay(facts), ...impossiblePairs(facts)];
  return found.flatMap((it) => (it ? [{ ...it, subject, staff }] : []));
}

type Observed = Omit<Signal, 'subject' | 'staff'>;

function impossibleDay(facts: readonly Fact[]): Observed | undefined {
  const days = [...groupsOf(facts, ({ day }) => day).values()];
  const sums = days.map((day) => ({
    day,
    minutes: day.reduce((sum, { minutes }) => sum + minutes, 0),
  }));
  const over = sums.filter(({ minutes }) => minutes > limits.dayMinutes);
  if (over.length === 0) return undefined;
  const most = Math.max(...over.map(({ minutes }) => minutes));
  const hours = Math.round(most / 6) / 10;
  return {
    rule: 'impossible_day',
    weight: most > limits.fullDayMinutes || over.length > 2 ? 2 : 1,
    says: `${over.length} 天超过 16 小时，最多一天 ${hours} 小时`,
    facts: over.flatMap(({ day }) => day),
  };
}

/** `gapMs`: from leaving one place to arriving at the other. `sharedMs`: how long both of them counted at once. */
type Pair = { before: Fact; after: Fact; gapMs: number; sharedMs: number };

const countedFrom = ({ in: came, startsAt }: Fact): number => Math.max(came?.at ?? 0, startsAt);
const countedUntil = ({ out, endsAt }: Fact): number => Math.min(out?.at ?? 0, endsAt);

/** Every service with the next one, in the order they began. */
function pairsOf(facts: readonly Fact[]): Pair[] {
  const ordered = facts
    .filter((it) => it.in && it.out)
    .sort((a, b) => (a.in?.at ?? 0) - (b.in?.at ?? 0));
  return ordered.slice(1).map((after, index) => {
    const before = ordered[index] as Fact;
    const gapMs = (after.in?.at ?? 0) - (before.out?.at ?? 0);
    return { before, after, gapMs, sharedMs: countedUntil(before) - countedFrom(after) };
  });
}

function impossiblePairs(facts: readonly Fact[]): (Observed | undefined)[] {
  const pairs = pairsOf(facts);
  const both = pairs.filter(({ sharedMs }) => sharedMs > limits.overlapMs);
  const far = pairs.filter((pair) => pair.sharedMs <= limits.overlapMs && !couldTravel(pair));
  // A typed time is somebody's memory: one such pair may be a slip, a second one is none.
  const weightOf = (pair: Pair): number =>
    wasScanned(pair.before) && wasScanned(pair.after) ? 1 : 0.5;
  const rows = (them: Pair[]): Fact[] => [
    ...new Set(them.flatMap(({ before, after }) => [before, after])),
  ];
  const sum = far.reduce((total, pair) => total + weightOf(pair), 0);
  return [
    both.length === 0
      ? undefined
      : {
          rule: 'two_places',
          weight: 2,
          says: `${both.length} 次在同一时间有两段服务`,
          facts: rows(both),
        },
    far.length === 0
      ? undefined
      : {
          rule: 'impossible_travel',
          weight: Math.min(2, sum),
          says: `${far.length} 次在两处之间来不及赶到，最远 ${farthestKilometers(far)} 公里`,
          facts: rows(far),
        },
  ];
}

/** The distance that had to be gone, from the edge of one place to the edge of the other. */
const metersApart = ({ before, after }: Pair): number =>
  metersBetween(placeOf(before), placeOf(after)) - before.radiusMeters - after.radiusMeters;

const farthestKilometers = (pairs: Pair[]): number =>
  Math.round(Math.max(...pairs.map(metersApart)) / 1_000);

function couldTravel(pair: Pair): boolean {
  const meters = metersApart(pair);
  if (meters < limits.travelFromMeters) return true;
  return meters / limits.travelMetersPerMinute <= Math.max(0, pair.gapMs) / minuteMs;
}
