import { examineOrganisation, examinePerson } from '../../functions/suspicions/examine.rules';
import type { Fact } from '../../functions/suspicions/fact.rules';
import { groupsOf, keyOfFact } from '../../functions/suspicions/fact.rules';
import type { Suspicion } from '../../functions/suspicions/signal.rules';
import { rowsOf } from '../../functions/suspicions/signal.rules';
import type { City } from './city';
import type { Family, Scheme } from './families';
import { honestCity } from './honest';

/** What the rules found in some cities, beside what is true. Counts; rows are services. */
export type Measured = {
  planted: Record<string, { rows: number; found: number; schemes: number; schemesFound: number }>;
  honestPeople: number;
  peopleFlagged: number;
  honestStaff: number;
  staffFlagged: number;
  /** What honest subjects were flagged for. */
  alarms: Record<string, number>;
};

/** How a city is gone through: the rules by default, or a peer. */
export type Examine = (city: City) => Suspicion[];

export const byTheRules: Examine = ({ facts, emergencyDays }) => [
  ...[...groupsOf(facts, ({ organisationId }) => organisationId).values()].flatMap((own) =>
    examineOrganisation(own, {
      emergencyDays: emergencyDays.get((own[0] as Fact).district) ?? new Set(),
    }),
  ),
  ...[...groupsOf(facts, ({ volunteerId }) => volunteerId).values()].flatMap(examinePerson),
];

type Plan = { seeds: number[]; families: readonly Family[]; each: number; size: number };

/** Several ways of examining the same cities, side by side. */
export function measureEach<K extends string>(
  { seeds, families, each, size }: Plan,
  examines: Record<K, Examine>,
): Record<K, Measured> {
  const names = Object.keys(examines) as K[];
  const totals = Object.fromEntries(names.map((name) => [name, nothing()])) as Record<K, Measured>;
  for (const seed of seeds) {
    const city = honestCity(seed, size);
    const schemes = families.flatMap((family) => Array.from({ length: each }, () => family(city)));
    for (const name of names) {
      const found = examines[name](city);
      countFound(totals[name], schemes, found);
      countAlarms(totals[name], city, { schemes, found });
    }
  }
  return totals;
}

export const measure = (plan: Plan, examine = byTheRules): Measured =>
  measureEach(plan, { examine }).examine;

const nothing = (): Measured => ({
  ...{ planted: {}, honestPeople: 0, peopleFlagged: 0, honestStaff: 0, staffFlagged: 0 },
  alarms: {},
});

function countFound(total: Measured, schemes: Scheme[], found: Suspicion[]): void {
  const rows = new Set(found.flatMap(rowsOf));
  for (const { family, facts } of schemes) {
    total.planted[family] ??= { rows: 0, found: 0, schemes: 0, schemesFound: 0 };
    const count = total.planted[family];
    const seen = facts.filter((fact) => rows.has(keyOfFact(fact))).length;
    count.rows += facts.length;
    count.found += seen;
    count.schemes += 1;
    count.schemesFound += seen * 2 > facts.length ? 1 : 0;
  }
}

type Truth = { schemes: Scheme[]; found: Suspicion[] };

/** A shift's finding is its organiser's: a flagged honest shift is an honest organiser under suspicion. */
function countAlarms(total: Measured, city: City, { schemes, found }: Truth): void {
  const guilty = new Set(schemes.flatMap(({ parties }) => [...parties]));
  const organiserOf = new Map(
    city.facts.map((it) => [it.shiftId, it.in?.witness ?? it.typing?.by ?? it.organisationId]),
  );
  const [people, staff] = [new Set<string>(), new Set<string>()];
  for (const { subject, signals } of found) {
    if (guilty.has(subject.id)) continue;
    if (subject.kind === 'person') people.add(subject.id);
    else staff.add(subject.kind === 'shift' ? (organiserOf.get(subject.id) ?? '') : subject.id);
    const why = `${subject.kind}: ${signals.map(({ rule }) => rule).join(' + ')}`;
    total.alarms[why] = (total.alarms[why] ?? 0) + 1;
  }
  total.honestPeople += city.people.length;
  total.peopleFlagged += people.size;
  total.honestStaff += city.staff.size;
  total.staffFlagged += staff.size;
}

/** Rows missed of all that were planted, in per cent. */
export function missedPercent({ planted }: Measured): number {
  const counts = Object.values(planted);
  const rows = counts.reduce((sum, it) => sum + it.rows, 0);
  const found = counts.reduce((sum, it) => sum + it.found, 0);
  return ((rows - found) * 100) / rows;
}
