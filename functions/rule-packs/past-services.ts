import type { RulePack } from '#shared/rule-packs';
import { minuteMs } from '#shared/time';
import type { HoursEntry } from '../hours/hours.table';
import { hoursAt, hoursShards } from '../hours/hours.table';
import { hoursDayIndex } from '../indexes';
import { hoursOwnerOf } from '../keys';
import { walletAt } from '../ledger/wallet.table';
import type { At, Key } from '../platform/table';
import { glance, query } from '../platform/table';
import { wouldHold } from './pack.rules';
import { packOf } from './pack.table';
import type { Fact, Person } from './simulate.rules';
import type { Place, Simulation } from './simulation.rules';
import { nextDay } from './simulation.rules';

/**
 * The people who served in the time of a simulation, each once with all their entries, out of the lists of entries by
 * day: a person belongs to the page that holds their first entry of the time, and to no other.
 */
type Scene = { job: Simulation; from: number; pack: RulePack; others: readonly RulePack[] };
type Row = HoursEntry & Key;
type Page = { people: Person[]; next: Place; read: number };

const pageRows = 50;
/** So many entries before the time are taken along: they fill the days and weeks in which it begins. */
const contextRows = 40;
const keysMax = 100;

/** The people of one page of entries, and the place that comes after it. */
export async function peopleAt({ day, shard, cursor }: Place, scene: Scene): Promise<Page> {
  const pk = hoursDayIndex(day, shard);
  const page = await query<Row>({ index: 'gx2', pk, limit: pageRows, cursor });
  const people = await peopleOf(page.items, scene);
  const read = page.items.length + people.reduce((sum, { facts }) => sum + facts.length, 0);
  return { people, read, next: placeAfter({ day, shard }, page.cursor) };
}

function placeAfter({ day, shard }: Place, cursor: string | undefined): Place {
  if (cursor !== undefined) return { day, shard, cursor };
  return shard + 1 < hoursShards ? { day, shard: shard + 1 } : { day: nextDay(day), shard: 0 };
}

/** Whether a day has no entry at all: most days of a small place have none, and they are gone through at once. */
export async function isEmptyDay(day: string): Promise<boolean> {
  const pages = await Promise.all(
    Array.from({ length: hoursShards }, (_, shard) =>
      query({ index: 'gx2', pk: hoursDayIndex(day, shard), limit: 1 }),
    ),
  );
  return pages.every(({ items }) => items.length === 0);
}

async function peopleOf(rows: readonly Row[], scene: Scene): Promise<Person[]> {
  const first = await firstOf(rows, scene);
  const wallets = await glanceAll(first.map(({ volunteerId }) => walletAt(volunteerId)));
  const wanted = first.map(({ volunteerId, sequence }, index) => {
    const from = Math.max(1, sequence - contextRows);
    const last = wallets[index]?.hours.sequence ?? sequence;
    return Array.from({ length: last - from + 1 }, (_, i) => hoursAt(volunteerId, from + i));
  });
  const found = await glanceAll(wanted.flat());
  let taken = 0;
  const people: Person[] = [];
  for (const [index, { volunteerId }] of first.entries()) {
    const count = wanted[index]?.length ?? 0;
    const own = found.slice(taken, taken + count);
    taken += count;
    const facts = await Promise.all(own.map((entry) => entry && namedFact(entry, scene)));
    people.push({ mark: volunteerId.slice(-4), facts: facts.filter((it) => it !== undefined) });
  }
  return people;
}

/** Those entries of a page before which their people have none in the time. */
async function firstOf(rows: readonly Row[], { from }: Scene) {
  const named = rows.flatMap((row) => {
    const volunteerId = hoursOwnerOf(row);
    return volunteerId === undefined ? [] : [{ volunteerId, sequence: row.sequence }];
  });
  const before = await glance(
    ...named.map(({ volunteerId, sequence }) =>
      sequence > 1 ? hoursAt(volunteerId, sequence - 1) : undefined,
    ),
  );
  return named.filter((_, index) => {
    const previous = before[index];
    return previous === undefined || previous.at < from;
  });
}

/** As many keys as there are, a hundred at a time. */
async function glanceAll<T>(at: readonly At<T>[]): Promise<(T | undefined)[]> {
  const found: (T | undefined)[] = [];
  for (let from = 0; from < at.length; from += keysMax) {
    const some = await glance(...at.slice(from, from + keysMax));
    found.push(...(some as (T | undefined)[]));
  }
  return found;
}

async function namedFact(entry: HoursEntry, scene: Scene): Promise<Fact | undefined> {
  if (!isService(entry)) return undefined;
  return factOf(entry, await packOf({ id: entry.pack, version: entry.packVersion }), scene);
}

const isService = ({ cause }: HoursEntry): boolean => cause === 'service' || cause === 'correction';

/** What is counted of an entry; nothing of what no pack counts, and of what came after the simulation began. */
export function factOf(
  entry: HoursEntry,
  { points }: RulePack,
  { job, from, pack, others }: Scene,
): Fact | undefined {
  const { category, district, grade, sequence, reverses, creditedMinutes } = entry;
  if (category === undefined || district === undefined || entry.at >= job.startedAt) return;
  return {
    ...{ sequence, category, district, grade, creditedMinutes },
    ...(entry.counted ?? uncounted(entry)),
    ...(reverses !== undefined && { reverses }),
    perHour: points.byCategory[category] ?? points.perHour,
    recounts: entry.at >= from && wouldHold(pack, others, district),
  };
}

/** An entry that does not say what was counted of it: its minutes in one piece. */
function uncounted({ servedFrom = 0, rawMinutes }: HoursEntry) {
  const until = servedFrom + Math.abs(rawMinutes) * minuteMs;
  return { from: servedFrom, until, breaksMs: 0 };
}
