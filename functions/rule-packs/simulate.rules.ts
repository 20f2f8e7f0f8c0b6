import type { EntryGrade } from '#shared/hours.words';
import type { RulePack } from '#shared/rule-packs';
import { differenceBounds, differenceWords, listedPeople } from '#shared/rule-packs.words';
import { dayMs, dayOf, startOfDay } from '#shared/time';
import type { Category, District } from '#shared/vocabulary';
import type { ByDay } from '../hours/hours.rules';
import { creditedByDay, rawMinutes, roundedMinutes } from '../hours/hours.rules';
import { partsPerPoint } from '../points/point.rules';

/**
 * Counts past services again by another pack: who would have more, who less, and what it would cost. One person after
 * the other, the rows of each in the order of their chain; a person's days are forgotten when they are done, so that the
 * memory it takes does not grow with the city.
 */

/** What of an hours entry it takes to count it again. */
export type Fact = {
  sequence: number;
  reverses?: number;
  /** The time that was counted, without what lay outside the reserved time (ms). */
  from: number;
  until: number;
  breaksMs: number;
  creditedMinutes: number;
  grade: EntryGrade;
  category: Category;
  district: District;
  /** What its own pack gives for an hour. */
  perHour: number;
  /** Counted again; else it stands as it is and only fills its day. */
  recounts: boolean;
};
export type Person = { mark: string; facts: readonly Fact[] };

export type Sums = { services: number; beforeMinutes: number; afterMinutes: number };
type Amount = { minutes: number; points: number };
type Listed = Sums & { mark: string };
/** All that is kept of everybody so far. */
export type Tally = {
  people: number;
  services: number;
  before: Amount;
  after: Amount;
  gained: number;
  lost: number;
  differences: number[];
  topGained: Listed[];
  topLost: Listed[];
  byGrade: Partial<Record<EntryGrade, Sums>>;
  byCategory: Partial<Record<Category, Sums>>;
  byDistrict: Partial<Record<District, Sums>>;
};

export const emptyTally = (): Tally => ({
  ...{ people: 0, services: 0, gained: 0, lost: 0, topGained: [], topLost: [] },
  ...{ before: { minutes: 0, points: 0 }, after: { minutes: 0, points: 0 } },
  differences: differenceWords.map(() => 0),
  ...{ byGrade: {}, byCategory: {}, byDistrict: {} },
});

/** Minutes by the number of the day: a city has many services, and names of days are slow to make. */
type Days = Map<number, number>;
type Granted = readonly (readonly [day: number, minutes: number])[];
const firstDayAt = startOfDay('20000101');
const dayNumber = (at: number): number => Math.floor((at - firstDayAt) / dayMs);
const nameOf = (day: number): string => dayOf(firstDayAt + day * dayMs);
const minutesOf = (granted: Granted): number => granted.reduce((sum, [, one]) => sum + one, 0);

function add(days: Days, granted: Granted, sign: 1 | -1): void {
  for (const [day, minutes] of granted) days.set(day, (days.get(day) ?? 0) + sign * minutes);
}

const byDayOf = (days: Days): ByDay =>
  Object.fromEntries([...days].map(([day, minutes]) => [nameOf(day), minutes]));
const numbered = (byDay: ByDay): Granted =>
  Object.entries(byDay).map(([day, minutes]) => [dayNumber(startOfDay(day)), minutes]);

type Counting = Pick<
  RulePack,
  'rounding' | 'minimumMinutes' | 'dailyMaxMinutes' | 'weeklyMaxMinutes' | 'rest' | 'points'
>;

/** Whether so many minutes fit wherever in its week the day lies: both weeks around it together leave room for them. */
function fits(days: Days, day: number, minutes: number, pack: Counting): boolean {
  if ((days.get(day) ?? 0) + minutes > pack.dailyMaxMinutes) return false;
  let around = minutes;
  for (let other = day - 6; other <= day + 6; other++) around += days.get(other) ?? 0;
  return around <= pack.weeklyMaxMinutes;
}

/** What a pack gives for a service. Where no maximum can be near, it is known at once. */
function granted(fact: Fact, pack: Counting, days: Days): Granted {
  const { from, until, breaksMs } = fact;
  const served = { from, until };
  const breaks = [{ from, until: from + breaksMs }];
  const raw = rawMinutes(served, { reserved: served, breaks, rest: pack.rest });
  const day = dayNumber(from);
  if (day === dayNumber(Math.max(from, until - 1))) {
    const rounded = roundedMinutes(raw, pack);
    if (rounded === 0) return [];
    if (fits(days, day, rounded, pack)) return [[day, rounded]];
  }
  return numbered(creditedByDay({ from, until, raw }, { pack, byDay: byDayOf(days) }));
}

/** What stands as it is, on the days that it lies in. */
const unlimited = { rounding: { kind: 'exact' as const }, minimumMinutes: 0 };
const standing = ({ from, until, creditedMinutes }: Fact): Granted =>
  numbered(
    creditedByDay(
      { from, until, raw: creditedMinutes },
      { pack: { ...unlimited, dailyMaxMinutes: 1_440, weeklyMaxMinutes: 10_080 }, byDay: {} },
    ),
  );

type Recounted = { fact: Fact; sign: 1 | -1; before: number; after: number };

/**
 * One person's services by a pack, in the order in which they were written down. An entry that takes another one out
 * takes out what that one counted.
 */
export function recount(facts: readonly Fact[], pack: Counting): Recounted[] {
  const days: Days = new Map();
  const known = new Map<number, { fact: Fact; given: Granted }>();
  const rows: Recounted[] = [];
  for (const fact of facts) {
    if (fact.reverses !== undefined) {
      const taken = known.get(fact.reverses);
      if (!taken) continue;
      add(days, taken.given, -1);
      const after = -minutesOf(taken.given);
      const before = fact.creditedMinutes;
      if (taken.fact.recounts) rows.push({ fact: taken.fact, sign: -1, before, after });
      continue;
    }
    const given = fact.recounts ? granted(fact, pack, days) : standing(fact);
    add(days, given, 1);
    known.set(fact.sequence, { fact, given });
    const before = fact.creditedMinutes;
    if (fact.recounts) rows.push({ fact, sign: 1, before, after: minutesOf(given) });
  }
  return rows;
}

/** Adds person after person to what is known of those before. */
export function createSimulation(pack: Counting, so: Tally) {
  const tally = structuredClone(so);
  const rateOf = (category: Category) => pack.points.byCategory[category] ?? pack.points.perHour;
  return {
    tally,
    add({ mark, facts }: Person): void {
      const rows = recount(facts, pack);
      if (rows.length === 0) return;
      const own: Sums = { services: 0, beforeMinutes: 0, afterMinutes: 0 };
      let [partsBefore, partsAfter] = [0, 0];
      for (const row of rows) {
        const { grade, category, district, perHour } = row.fact;
        addRow(own, row);
        addRow(sumsIn(tally.byGrade, grade), row);
        addRow(sumsIn(tally.byCategory, category), row);
        addRow(sumsIn(tally.byDistrict, district), row);
        partsBefore += row.before * perHour;
        partsAfter += row.after * rateOf(category);
      }
      addAmount(tally.before, own.beforeMinutes, partsBefore);
      addAmount(tally.after, own.afterMinutes, partsAfter);
      tally.people += 1;
      tally.services += own.services;
      rank(tally, { mark, ...own });
    },
  };
}

function sumsIn<K extends string>(of: Partial<Record<K, Sums>>, key: K): Sums {
  const sums = of[key] ?? { services: 0, beforeMinutes: 0, afterMinutes: 0 };
  of[key] = sums;
  return sums;
}

function addRow(sums: Sums, { sign, before, after }: Recounted): void {
  sums.services += sign;
  sums.beforeMinutes += before;
  sums.afterMinutes += after;
}

function addAmount(amount: Amount, minutes: number, parts: number): void {
  amount.minutes += minutes;
  amount.points += Math.floor(parts / partsPerPoint);
}

const differenceOf = ({ beforeMinutes, afterMinutes }: Sums): number =>
  afterMinutes - beforeMinutes;

/** In which range the person's difference lies, and whether it is one of the largest. */
function rank(tally: Tally, listed: Listed): void {
  const difference = differenceOf(listed);
  const found = differenceBounds.findIndex((bound) => difference <= bound);
  const range = found === -1 ? differenceBounds.length : found;
  tally.differences[range] = (tally.differences[range] ?? 0) + 1;
  if (difference === 0) return;
  const [top, more] = difference > 0 ? [tally.topGained, 1] : [tally.topLost, -1];
  if (difference > 0) tally.gained += 1;
  else tally.lost += 1;
  const last = top[listedPeople - 1];
  if (last && (differenceOf(last) - difference) * more >= 0) return;
  // The list is short and a change of it rare: it is put in order anew.
  top.push(listed);
  top.sort((a, b) => (differenceOf(b) - differenceOf(a)) * more);
  top.length = Math.min(top.length, listedPeople);
}
