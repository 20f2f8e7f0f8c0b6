import { dayMs, dayOf, hourMs } from '#shared/time';
import { emergencyPartition, examinePartition, factsPartition } from '../evidence-keys';
import { seeTo, walkDays } from '../platform/days';
import { itemsOf } from '../platform/pages';
import { query } from '../platform/table';
import { examineOrganisation } from './examine.rules';
import type { Fact } from './fact.rules';
import { keepSuspicions } from './keep';
import type { StoredFact, ToExamine } from './suspicion.table';
import { examineProgressAt } from './suspicion.table';

/** The first run looks so far back. */
const lookBackMs = 3 * dayMs;
/** After the day's root stands. */
const afterMidnightMs = 2 * hourMs + 30 * 60_000;
/** A run sees to so many organisations; the next one goes on. */
const perRun = 100;
/** So many facts of an organisation's month are held at once; the largest event of the city has ten thousand. */
const factsMax = 20_000;

/** The clock's job: each organisation that recorded something on a day is looked at in the night after it. */
export async function examineMonths({ now }: { now: number }): Promise<void> {
  const until = now - afterMidnightMs;
  const from = dayOf(now - lookBackMs);
  await walkDays({ at: examineProgressAt, from, until, perRun }, (day, budget) => {
    const months = itemsOf<ToExamine>({ pk: examinePartition(day) });
    return seeTo(months, { name: 'suspicions', budget, run: (it) => examineMonth(it, now) });
  });
}

async function examineMonth({ organisationId, month }: ToExamine, at: number): Promise<void> {
  const facts: Fact[] = [];
  for await (const { fact } of itemsOf<StoredFact>({ pk: factsPartition(organisationId, month) })) {
    if (fact) facts.push(fact);
    if (facts.length === factsMax) break;
  }
  const emergencyDays = await emergencyDaysOf(facts);
  const suspicions = examineOrganisation(facts, { emergencyDays });
  await keepSuspicions(suspicions, { scope: organisationId, month, at });
}

/** An emergency is nobody's alone: so many organisations of the district wrote one down on that day. */
const organisationsOfAnEmergency = 3;

async function emergencyDaysOf(facts: readonly Fact[]): Promise<Set<string>> {
  const claimed = facts.filter(({ typing }) => typing?.reason === 'emergency');
  const partitions = new Map(
    claimed.map(({ district, day }) => [emergencyPartition(district, day), day]),
  );
  const found = new Set<string>();
  for (const [pk, day] of partitions) {
    const { items } = await query({ pk, limit: organisationsOfAnEmergency });
    if (items.length === organisationsOfAnEmergency) found.add(day);
  }
  return found;
}
