/** Arithmetic of points: whole numbers, nothing lost, nothing made. */

/** Points for credited minutes, with the sixtieths of a point that earlier services left over. */
export function pointsFor(
  creditedMinutes: number,
  { pointsPerHour, leftSixtieths }: { pointsPerHour: number; leftSixtieths: number },
): { points: number; leftSixtieths: number } {
  const sixtieths = creditedMinutes * pointsPerHour + leftSixtieths;
  return { points: Math.floor(sixtieths / 60), leftSixtieths: sixtieths % 60 };
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
