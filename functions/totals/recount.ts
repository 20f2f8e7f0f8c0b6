import { dayMs, dayOf, monthOf, startOfDay } from '#shared/time';
import type { HoursEntry } from '../hours/hours.table';
import { hoursShards } from '../hours/hours.table';
import { hoursDayIndex } from '../indexes';
import { hoursOwnerOf } from '../keys';
import { itemsOf } from '../platform/pages';
import type { Key } from '../platform/table';
import { columns, noSum, plus } from './sum';
import type { Scope, Sum } from './totals.rules';
import { addedBy, scopesOf } from './totals.rules';
import { sumOf } from './totals.table';

type Listed = HoursEntry & Key;

/** Every entry that was written down in a month (`202611`), out of the ledger. */
async function* entriesOf(month: string): AsyncGenerator<Listed> {
  for (let at = startOfDay(`${month}01`); monthOf(at) === month; at += dayMs) {
    for (let shard = 0; shard < hoursShards; shard++) {
      yield* itemsOf<Listed>({ index: 'gx2', pk: hoursDayIndex(dayOf(at), shard), limit: 1_000 });
    }
  }
}

/** What a month comes to by its entries, for every scope that has any. */
export async function recount(month: string): Promise<Map<Scope, Sum>> {
  const sums = new Map<Scope, Sum>();
  for await (const entry of entriesOf(month)) {
    const volunteerId = hoursOwnerOf(entry);
    if (volunteerId === undefined) continue;
    for (const scope of scopesOf(volunteerId, entry)) {
      sums.set(scope, plus(sums.get(scope) ?? noSum, addedBy(entry).sum));
    }
  }
  return sums;
}

type Difference = { scope: Scope; month: string; counted: Sum; shown: Sum };

/** Where the totals of a month are not what its entries come to; nothing when all is as it should be. */
export async function differencesIn(month: string): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const [scope, counted] of await recount(month)) {
    const shown = await sumOf(scope, month);
    if (columns.some((name) => shown[name] !== counted[name])) {
      found.push({ scope, month, counted, shown });
    }
  }
  return found;
}
