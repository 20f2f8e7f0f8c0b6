import type { Sum } from './totals.rules';

export const noSum: Sum = { A: 0, B: 0, C: 0, D: 0, E: 0, imported: 0, services: 0 };

/** What a sum is made of: the grades, and the services. */
export const columns = Object.keys(noSum) as (keyof Sum)[];

export const plus = (one: Sum, other: Partial<Sum>): Sum =>
  Object.fromEntries(columns.map((name) => [name, one[name] + (other[name] ?? 0)])) as Sum;
