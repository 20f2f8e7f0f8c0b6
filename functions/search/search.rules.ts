import type { District } from '#shared/vocabulary';

/**
 * Finding activities and organisations by words or by pinyin. What can be found is small enough to hold in memory, so
 * a search looks at every entry: no index to keep, nothing that can be missing from it.
 */
export type Entry = {
  kind: 'activity' | 'organisation';
  id: string;
  name: string;
  /** What stands under the name: the organisation of an activity. */
  of?: string;
  district?: District;
  /** ms: an activity's last shift. It is not found any more when that is over. */
  endsAt?: number;
  startsAt?: number;
};
/** With the pinyin of its name, syllable by syllable; other signs stand for themselves. */
export type Indexed = Entry & { syllables: string[] };

const termsMax = 4;

/** The words of what somebody typed, in one form: full-width and capital letters are the same as others. */
export const termsOf = (typed: string): string[] =>
  typed.normalize('NFKC').toLowerCase().split(/\s+/u).filter(Boolean).slice(0, termsMax);

/** How well an entry answers: lower is better; undefined when a term is nowhere in it. */
export function scoreOf(
  { name, syllables }: Indexed,
  terms: readonly string[],
): number | undefined {
  const plain = name.normalize('NFKC').toLowerCase();
  let score = 0;
  for (const term of terms) {
    const place = placeOf(term, plain, syllables);
    if (place === -1) return undefined;
    score += place;
  }
  return score;
}

/** Where a term begins in the name: as written, else by its sound. */
function placeOf(term: string, plain: string, syllables: readonly string[]): number {
  const written = plain.indexOf(term);
  if (written !== -1 || !/^[a-z]+$/.test(term)) return written;
  return syllables.findIndex((_, from) => soundsFrom(term, syllables, from));
}

/**
 * Whether letters spell the name from a syllable on: each syllable whole or by its first letter, the last one as far
 * as it was typed: `qingdao`, `qd`, `qdao`, `qingd`.
 */
function soundsFrom(letters: string, syllables: readonly string[], from: number): boolean {
  const syllable = syllables[from];
  if (letters === '' || syllable === undefined) return letters === '';
  if (syllable.startsWith(letters)) return true;
  // A sound of one letter is its own first letter: trying both would double the work with each of them.
  const whole = syllable.length > 1 && letters.startsWith(syllable);
  if (whole && soundsFrom(letters.slice(syllable.length), syllables, from + 1)) return true;
  return letters[0] === syllable[0] && soundsFrom(letters.slice(1), syllables, from + 1);
}

type Question = { terms: readonly string[]; kind: Entry['kind']; now: number; limit: number };

/** The best answers of a kind: found at the front of the name before found later, sooner before later, short before long. */
export function find(entries: readonly Indexed[], { terms, kind, now, limit }: Question): Entry[] {
  if (terms.length === 0) return [];
  const found = entries.flatMap((entry) => {
    if (entry.kind !== kind || (entry.endsAt ?? now + 1) <= now) return [];
    const score = scoreOf(entry, terms);
    return score === undefined ? [] : [{ entry, score }];
  });
  found.sort(
    (a, b) =>
      a.score - b.score ||
      (a.entry.startsAt ?? 0) - (b.entry.startsAt ?? 0) ||
      a.entry.name.length - b.entry.name.length ||
      (a.entry.id < b.entry.id ? -1 : 1),
  );
  return found.slice(0, limit).map(({ entry: { syllables: _, ...entry } }) => entry);
}
