/** Arithmetic of points: whole numbers, nothing lost, nothing made. */

/** A rate is in sixtieths of a point an hour, so a credited minute is worth whole parts of 3,600 of a point. */
export const partsPerPoint = 3_600;

/**
 * Points for credited minutes, with the parts of a point that earlier services left over. Negative minutes take back:
 * the points are then negative, and what is left stays between nothing and a point.
 */
export function pointsFor(
  creditedMinutes: number,
  { perHour, leftParts }: { perHour: number; leftParts: number },
): { points: number; leftParts: number } {
  const parts = creditedMinutes * perHour + leftParts;
  const points = Math.floor(parts / partsPerPoint);
  return { points, leftParts: parts - points * partsPerPoint };
}

export type Split = Record<string, number>;
export type Spent = { status: 'spent'; byYear: Split; split: Split } | { status: 'short' };

/** Takes points out of the oldest years first. `split` says how many came out of each. */
export function spend(byYear: Split, amount: number): Spent {
  let missing = amount;
  const split: Split = {};
  const left: Split = {};
  for (const year of Object.keys(byYear).sort()) {
    const held = byYear[year] ?? 0;
    const taken = Math.min(held, missing);
    missing -= taken;
    if (taken > 0) split[year] = taken;
    if (held > taken) left[year] = held - taken;
  }
  return missing > 0 ? { status: 'short' } : { status: 'spent', byYear: left, split };
}

/** Puts points into the years that `split` names: earning, or giving back what a redemption took. */
export function receive(byYear: Split, split: Split): Split {
  const sum = { ...byYear };
  for (const [year, amount] of Object.entries(split)) {
    if (amount > 0) sum[year] = (sum[year] ?? 0) + amount;
  }
  return sum;
}

export type TakenBack = { byYear: Split; split: Split; taken: number; owed: number };

/** Takes points back out of the oldest years, as far as they are there; the rest is owed. */
export function takeBack(byYear: Split, amount: number): TakenBack {
  const held = Object.values(byYear).reduce((sum, one) => sum + one, 0);
  const taken = Math.min(held, amount);
  const spent = spend(byYear, taken);
  if (spent.status === 'short') throw new Error('a balance that is less than itself');
  return { byYear: spent.byYear, split: spent.split, taken, owed: amount - taken };
}
