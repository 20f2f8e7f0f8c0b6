import { examinePerson } from '../../functions/suspicions/examine.rules';
import type { Fact } from '../../functions/suspicions/fact.rules';
import { groupsOf } from '../../functions/suspicions/fact.rules';
import type { Suspicion } from '../../functions/suspicions/signal.rules';
import { tuning } from '../fraud/families';
import { heldOut, hiding } from '../fraud/held-out';
import { honestCity } from '../fraud/honest';
import type { Examine, Measured } from '../fraud/measure';
import { byTheRules, measure, measureEach, missedPercent } from '../fraud/measure';
import type { Row } from './row';
import { medianOf, rowOf } from './row';

/** Thresholds were tried on seeds 1 to 6 and on the tuning families; what is measured here was not. */
const seeds = [201, 202, 203, 204, 205, 206];
const plan = { seeds, each: 2, size: 80 };

/** What a system does that only forbids the impossible: more than a day's hours in a day. */
const onlyDayTotals: Examine = ({ facts }) =>
  [...groupsOf(facts, ({ volunteerId }) => volunteerId).values()]
    .flatMap(examinePerson)
    .filter(({ signals }) => signals.some(({ rule }) => rule === 'impossible_day'));

/** What a system does that mistrusts everything typed. */
const everythingTyped: Examine = ({ facts }) =>
  [...groupsOf(facts, ({ typing }) => typing?.by)].map(([typist, rows]): Suspicion => {
    const subject = { kind: 'staff', id: typist } as const;
    const signal = { rule: 'on_one_word', subject, weight: 1, says: '', staff: [typist] } as const;
    return { subject, score: 1, severity: 'notice', signals: [{ ...signal, facts: rows }] };
  });

const percent = 'per cent';
const peopleAlarms = (it: Measured): number => (it.peopleFlagged * 100) / it.honestPeople;
const staffAlarms = (it: Measured): number => (it.staffFlagged * 100) / it.honestStaff;

/** How much of what was planted is missed, and how many honest people are suspected. Both in per cent, so less is better. */
export async function benchFraud(): Promise<Row[]> {
  const onKnown = compared(tuning);
  const onUnknown = compared(heldOut);
  const onHiding = measure({ ...plan, families: hiding });
  const row = (name: string, goal: number, { ours, peers }: Compared, of: Figure): Row =>
    rowOf({
      ...{ name, unit: percent, goal, ours: of(ours) },
      peers: Object.fromEntries(Object.entries(peers).map(([peer, it]) => [peer, of(it)])),
    });
  return [
    row('fraud missed, rows, other seeds', 5, onKnown, missedPercent),
    row('fraud missed, rows, other seeds and families', 5, onUnknown, missedPercent),
    row('fraud missed, rows, the worst of the other families', 20, onUnknown, worstPercent),
    row('honest volunteers suspected', 0.5, onUnknown, peopleAlarms),
    row('honest organisers suspected', 0.5, onUnknown, staffAlarms),
    rowOf({
      name: 'fraud missed, rows, families that look like honest life (no gate)',
      ...{ unit: percent, goal: 100, ours: missedPercent(onHiding), peers: {} },
    }),
    effort(),
  ];
}

type Figure = (measured: Measured) => number;
type Compared = { ours: Measured; peers: Record<string, Measured> };

function compared(families: typeof tuning): Compared {
  const { ours, ...peers } = measureEach(
    { ...plan, families },
    {
      ours: byTheRules,
      'only day totals': onlyDayTotals,
      'everything typed': everythingTyped,
    },
  );
  return { ours, peers };
}

function worstPercent({ planted }: Measured): number {
  const missed = Object.values(planted).map(({ rows, found }) => ((rows - found) * 100) / rows);
  return Math.max(...missed);
}

/** The time for a fact beside that of reading it from JSON: a ratio, so that the machine does not matter. */
function effort(): Row {
  const city = honestCity(207, plan.size);
  const text = city.facts.map((fact) => JSON.stringify(fact));
  const timed = (work: () => unknown): number => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  };
  const runs = (work: () => unknown): number =>
    medianOf(Array.from({ length: 5 }, () => timed(work)));
  const read = runs(() => text.map((one) => JSON.parse(one) as Fact));
  return rowOf({
    ...{ name: 'examining a fact, in times of reading it', unit: 'times' },
    ours: runs(() => byTheRules(city)) / read,
    peers: { 'reading it': 1 },
    goal: 15,
  });
}
