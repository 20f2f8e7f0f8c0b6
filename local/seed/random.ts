/**
 * Chance that is the same on every machine and in every run. Each noun draws from a stream of its own name, so that a
 * change in one leaves all the others as they were.
 */
export type Chance = {
  /** 0 ≤ x < 1 */
  next: () => number;
  /** A whole number, both ends included. */
  whole: (from: number, to: number) => number;
  pick: <T>(list: readonly T[]) => T;
  /** The list in another order; the one given stays as it is. */
  shuffled: <T>(list: readonly T[]) => T[];
};

/** The stream named `stream`: FNV-1a of the name seeds a mulberry32 generator. */
export function chanceOf(stream: string): Chance {
  let state = fnv1a(`qingdao ${stream}`);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return { next, whole, pick: (list) => at(list, whole(0, list.length - 1)), shuffled };

  function shuffled<T>(list: readonly T[]): T[] {
    const left = [...list];
    return list.map(() => left.splice(whole(0, left.length - 1), 1)[0] as T);
  }
}

/** The item at an index that must be there. */
export function at<T>(list: readonly T[], index: number): T {
  if (index < 0 || index >= list.length) throw new Error(`nothing at ${index} of ${list.length}`);
  return list[index] as T;
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash | 0;
}

/** A request's id in the form that phones make: 26 characters of Crockford's base32. */
export const requestIdOf = (chance: Chance): string =>
  Array.from({ length: 26 }, () => chance.pick(crockford)).join('');
const crockford = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];
