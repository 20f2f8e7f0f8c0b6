import { totalsKey, totalsPartition } from '../evidence-keys';
import type { At, Write } from '../platform/table';
import { glance, query } from '../platform/table';
import { columns, noSum, plus } from './sum';
import type { MinutesByGrade, Scope, Sum } from './totals.rules';

/**
 * Minutes by month and grade, kept by projection. A month of a scope is spread over items, so that none of them is
 * hot when a whole city checks out; of a person there is one.
 */
type Part = Partial<Sum> & { month: string };

const shards = 16;
export const shardsOf = (scope: Scope): number => (scope.startsWith('volunteer:') ? 1 : shards);

const partAt = (scope: Scope, month: string, shard: number): At<Part> =>
  totalsKey(scope, month, shard);

/** Adds to a month of a scope. The caller applies it once. */
export function add(
  scope: Scope,
  month: string,
  { shard, sum }: { shard: number; sum: Partial<Sum> },
): Write {
  const added = columns.filter((name) => (sum[name] ?? 0) !== 0);
  return {
    Update: {
      Key: totalsKey(scope, month, shard),
      UpdateExpression: `SET #month = :month ADD ${added.map((name) => `#${name} :${name}`).join(', ')}`,
      ExpressionAttributeNames: {
        '#month': 'month',
        ...Object.fromEntries(added.map((name) => [`#${name}`, name])),
      },
      ExpressionAttributeValues: {
        ':month': month,
        ...Object.fromEntries(added.map((name) => [`:${name}`, sum[name]])),
      },
    },
  };
}

/** What a month (`202611`) of a scope came to: minutes by grade, and how many services. */
export async function sumOf(scope: Scope, month: string): Promise<Sum> {
  const keys = Array.from({ length: shardsOf(scope) }, (_, shard) => partAt(scope, month, shard));
  const parts = await glance(...keys);
  return parts.reduce<Sum>((sum, part) => plus(sum, part ?? {}), noSum);
}

/** Credited minutes by grade in a month (`202611`). A projection: a moment behind the ledger. */
export async function minutesOf(scope: Scope, month: string): Promise<MinutesByGrade> {
  const { services: _, ...minutes } = await sumOf(scope, month);
  return minutes;
}

/** The newest months of a scope in which anything was written down, the newest first. */
export async function monthsOf(
  scope: Scope,
  months: number,
): Promise<{ month: string; sum: Sum }[]> {
  const parts = await query<Part>({
    pk: totalsPartition(scope),
    limit: months * shardsOf(scope),
    newestFirst: true,
  });
  const sums = new Map<string, Sum>();
  for (const part of parts.items) {
    sums.set(part.month, plus(sums.get(part.month) ?? noSum, part));
  }
  return [...sums].slice(0, months).map(([month, sum]) => ({ month, sum }));
}
