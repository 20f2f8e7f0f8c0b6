import { rootOf } from '#shared/merkle';
import { dayMs, dayOf, hourMs, startOfDay } from '#shared/time';
import { totalsKey } from '../../functions/evidence-keys';
import type { HoursEntry } from '../../functions/hours/hours.table';
import { hoursOwnerOf, shardOf } from '../../functions/keys';
import type { Root } from '../../functions/roots/root.table';
import { firstRootAt, rootAt, sha256 } from '../../functions/roots/root.table';
import { noSum, plus } from '../../functions/totals/sum';
import type { Scope, Sum } from '../../functions/totals/totals.rules';
import { addedBy, scopesOf } from '../../functions/totals/totals.rules';
import { shardsOf } from '../../functions/totals/totals.table';
import type { World } from './world';

type Entered = { volunteerId: string; entry: HoursEntry };

function entriesOf(world: World): Entered[] {
  return world.items().flatMap((item) => {
    const volunteerId = hoursOwnerOf(item);
    return volunteerId === undefined ? [] : [{ volunteerId, entry: item as never as HoursEntry }];
  });
}

type Part = { scope: Scope; month: string; shard: number; sum: Sum };

/** What the stream's projection would have added up. */
export function addTotals(world: World): void {
  const parts = new Map<string, Part>();
  for (const { volunteerId, entry } of entriesOf(world)) {
    const { month, sum } = addedBy(entry);
    for (const scope of scopesOf(volunteerId, entry)) {
      const shard = shardOf(volunteerId, shardsOf(scope));
      const name = `${scope} ${month} ${shard}`;
      const known = parts.get(name)?.sum ?? noSum;
      parts.set(name, { scope, month, shard, sum: plus(known, sum) });
    }
  }
  for (const { scope, month, shard, sum } of parts.values()) {
    world.put(totalsKey(scope, month, shard), { month, ...sum });
  }
}

/** The roots of the days that are over. Their files are made by the clock's first run, which finds the roots there. */
export function addRoots(world: World, now: number): void {
  const byDay = new Map<string, string[]>();
  for (const { entry } of entriesOf(world)) {
    const day = dayOf(entry.at);
    byDay.set(day, [...(byDay.get(day) ?? []), entry.hash]);
  }
  const first = [...byDay.keys()].sort()[0] ?? dayOf(now - dayMs);
  world.put(firstRootAt, { day: first });
  let previous = '';
  for (let at = startOfDay(first); madeAt(at) <= now; at += dayMs) {
    const day = dayOf(at);
    const hashes = byDay.get(day) ?? [];
    const root = rootOf(sha256, { day, previous, hashes });
    const made: Root = { day, root, previous, entries: hashes.length, at: madeAt(at) };
    world.put(rootAt(day), made);
    previous = root;
  }
}

/** 02:00 of the next day: when a root is made. */
const madeAt = (at: number): number => at + dayMs + 2 * hourMs;
