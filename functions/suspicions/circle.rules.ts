import type { Fact } from './fact.rules';
import { groupsOf, peopleOf } from './fact.rules';
import type { Signal } from './signal.rules';
import { limits } from './signal.rules';

/** What an organisation's month says about those who stand for others: always the same people, and nobody else there. */
export function circleSignals(facts: readonly Fact[]): Signal[] {
  const shifts = [...groupsOf(facts, ({ shiftId }) => shiftId).values()]
    .map(sceneOf)
    .sort((a, b) => a.startsAt - b.startsAt);
  const witnessesOfPerson = new Map<string, Set<string>>();
  for (const { people, witnesses } of shifts) {
    for (const one of people) {
      witnessesOfPerson.set(
        one,
        new Set([...(witnessesOfPerson.get(one) ?? []), ...(witnesses.size ? witnesses : ['?'])]),
      );
    }
  }
  const isOnlyWith = (person: string): boolean => witnessesOfPerson.get(person)?.size === 1;
  const byWitness = groupsOf(shifts, ({ witnesses }) =>
    witnesses.size === 1 ? [...witnesses][0] : undefined,
  );
  return [...byWitness].flatMap(([witness, own]) => {
    const closed = own.filter(({ people }) => [...people].every(isOnlyWith));
    const found = [closedCircle(closed), inStep(closed), alwaysAlone(closed)];
    const subject = { kind: 'staff' as const, id: witness };
    return found.flatMap((it) => (it ? [{ ...it, subject, staff: [witness] }] : []));
  });
}

type ShiftScene = {
  facts: Fact[];
  startsAt: number;
  people: Set<string>;
  /** Everybody who stands for somebody's presence at this shift. */
  witnesses: Set<string>;
};
type Observed = Omit<Signal, 'subject' | 'staff'> | undefined;

function sceneOf(facts: Fact[]): ShiftScene {
  const witnesses = facts.flatMap((fact) => [
    ...[fact.in, fact.out].flatMap((end) => end?.witness ?? []),
    ...(fact.decision ? [fact.decision.by] : []),
    ...(fact.typing ? [fact.typing.by] : []),
  ]);
  const startsAt = facts[0]?.startsAt ?? 0;
  return { facts, startsAt, people: peopleOf(facts), witnesses: new Set(witnesses) };
}

/** How far two shifts had the same people, 0–1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((one) => b.has(one)).length;
  return both / (a.size + b.size - both);
}

/** A squad knows absences, guests and other organisers; a circle that never does is one person with a list of names. */
function closedCircle(shifts: ShiftScene[]): Observed {
  const small = shifts.filter(
    ({ people }) => people.size > 2 && people.size <= limits.circlePeople,
  );
  if (small.length < limits.circleShifts) return undefined;
  const [first, ...rest] = small as [ShiftScene, ...ShiftScene[]];
  const same = rest.reduce(
    (sum, it, i) => sum + likeness(small[i]?.people ?? first.people, it.people),
    0,
  );
  if (same / rest.length < 0.9) return undefined;
  const says = `${small.length} 个场次都是同样的 ${first.people.size} 人，没有别人到过场`;
  return { rule: 'closed_circle', weight: 0.5, says, facts: small.flatMap(({ facts }) => facts) };
}

const spanOf = (times: number[]): number => Math.max(...times) - Math.min(...times);

/** Everybody comes within two minutes and leaves within two, each time. */
function inStep(shifts: ShiftScene[]): Observed {
  const groups = shifts.filter(
    ({ people }) => people.size >= limits.stepPeople && people.size <= limits.circlePeople,
  );
  const stepped = groups.filter(({ facts }) => {
    const scanned = facts.filter((it) => it.in && it.out && !it.typing);
    if (scanned.length < limits.stepPeople) return false;
    const came = spanOf(scanned.map((it) => it.in?.at ?? 0));
    const left = spanOf(scanned.map((it) => it.out?.at ?? 0));
    return came <= limits.stepMs && left <= limits.stepMs;
  });
  if (stepped.length < limits.stepShifts) return undefined;
  if (stepped.length * 10 < groups.length * 8) return undefined;
  const says = `${stepped.length} 个场次里，所有人都在两分钟内先后签到，又在两分钟内先后签退`;
  return { rule: 'in_step', weight: 0.6, says, facts: stepped.flatMap(({ facts }) => facts) };
}

/** People who only ever serve alone, and only with this one organiser: one may be a companion, three are a pattern. */
function alwaysAlone(shifts: ShiftScene[]): Observed {
  const single = shifts.filter(({ people }) => people.size === 1);
  const byPerson = groupsOf(single, ({ facts }) => facts[0]?.volunteerId);
  const often = [...byPerson.values()].filter(({ length }) => length >= limits.aloneShifts);
  if (often.length === 0) return undefined;
  const weight = often.length >= limits.alonePeople ? 1 : 0.5;
  const rows = often.flat();
  const says = `${often.length} 人共 ${rows.length} 次独自服务，每次都只由这一位组织者作证`;
  return { rule: 'always_alone', weight, says, facts: rows.flatMap(({ facts }) => facts) };
}
