import type { Rounding, RulePack } from '#shared/rule-packs';
import { dayMs, dayOf, minuteMs, startOfDay } from '#shared/time';

export type Span = { from: number; until: number };

/** The part of a span that lies in another one; undefined when nothing does. */
function within(span: Span, frame: Span): Span | undefined {
  const from = Math.max(span.from, frame.from);
  const until = Math.min(span.until, frame.until);
  return until > from ? { from, until } : undefined;
}

const lengthOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { from, until }) => sum + until - from, 0);

/** Spans in order, those that overlap or touch as one. */
function joined(spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last && span.from <= last.until) last.until = Math.max(last.until, span.until);
    else found.push({ ...span });
  }
  return found;
}

/** How long the breaks are that lie in a span (ms); what two of them share counts once. */
export const breaksMsIn = (present: Span, breaks: readonly Span[]): number =>
  lengthOf(joined(breaks.flatMap((it) => within(it, present) ?? [])));

type Rest = Pick<RulePack, 'rest'>;

/**
 * Whole minutes served: what lies inside the reserved time, less the breaks, in ms, begun minutes dropped. Whoever was
 * there longer than the pack's limit has rested at least as long as it says. Never negative.
 */
export function rawMinutes(
  served: Span,
  { reserved, breaks = [], rest }: { reserved: Span; breaks?: readonly Span[] } & Partial<Rest>,
): number {
  const present = within(served, reserved);
  if (!present) return 0;
  const noted = breaksMsIn(present, breaks);
  const length = lengthOf([present]);
  const isLong = rest !== undefined && length > rest.afterMinutes * minuteMs;
  const rested = Math.max(noted, isLong ? rest.minutes * minuteMs : 0);
  return Math.max(0, Math.floor((length - rested) / minuteMs));
}

type Counting = Pick<RulePack, 'rounding' | 'minimumMinutes'>;

/** Minutes as a pack counts them, before any maximum. */
export function roundedMinutes(raw: number, { rounding, minimumMinutes }: Counting): number {
  if (raw === 0 || raw < minimumMinutes) return 0;
  if (rounding.kind === 'exact') return raw;
  const rest = raw % 60;
  return raw < 60 ? stepOf(raw, rounding.short) : raw - rest + stepOf(rest, rounding.rest);
}

type Steps = Extract<Rounding, { kind: 'steps' }>['short'];

const stepOf = (minutes: number, steps: Steps): number =>
  steps.findLast(({ fromMinutes }) => minutes >= fromMinutes)?.countsMinutes ?? 0;

/** Credited minutes of a person by day (`20261124`): what the maxima are held against. */
export type ByDay = Record<string, number>;

const week = 7;
const sumOf = (byDay: ByDay, days: readonly string[]): number =>
  days.reduce((sum, day) => sum + (byDay[day] ?? 0), 0);

/** What may still be credited on a day: by its own maximum, and by that of every seven days it lies in. */
export function allowance(
  byDay: ByDay,
  day: string,
  { dailyMaxMinutes, weeklyMaxMinutes }: Pick<RulePack, 'dailyMaxMinutes' | 'weeklyMaxMinutes'>,
): number {
  const first = startOfDay(day) - (week - 1) * dayMs;
  const around = Array.from({ length: 2 * week - 1 }, (_, index) => dayOf(first + index * dayMs));
  const weeks = around
    .slice(0, week)
    .map((_, begins) => sumOf(byDay, around.slice(begins, begins + week)));
  const left = Math.min(dailyMaxMinutes - (byDay[day] ?? 0), weeklyMaxMinutes - Math.max(...weeks));
  return Math.max(0, left);
}

type Maxima = Pick<RulePack, 'dailyMaxMinutes' | 'weeklyMaxMinutes'>;
type Served = Span & { raw: number };

/**
 * Credited minutes of a service by day: rounded as a whole, split at midnight by what was served on each side, each day
 * within its maximum. What is over the maximum of its day is lost, not moved to another one.
 */
export function creditedByDay(
  { from, until, raw }: Served,
  { pack, byDay }: { pack: Counting & Maxima; byDay: ByDay },
): ByDay {
  const rounded = roundedMinutes(raw, pack);
  const credited: ByDay = {};
  let left = rounded;
  const days = daysOf({ from, until });
  for (const [index, { day, share }] of days.entries()) {
    const wanted = index === days.length - 1 ? left : Math.min(left, Math.floor(rounded * share));
    left -= wanted;
    const known = { ...byDay, ...addedTo(byDay, credited) };
    const granted = Math.min(wanted, allowance(known, day, pack));
    if (granted > 0) credited[day] = granted;
  }
  return credited;
}

const addedTo = (byDay: ByDay, more: ByDay): ByDay =>
  Object.fromEntries(
    Object.entries(more).map(([day, minutes]) => [day, (byDay[day] ?? 0) + minutes]),
  );

/** The days that a span touches, with the share of it that lies in each. */
function daysOf(span: Span): { day: string; share: number }[] {
  const length = span.until - span.from;
  const [first, last] = [dayOf(span.from), dayOf(Math.max(span.from, span.until - 1))];
  if (first === last || length <= 0) return [{ day: first, share: 1 }];
  const midnight = startOfDay(last);
  return [
    { day: first, share: (midnight - span.from) / length },
    { day: last, share: (span.until - midnight) / length },
  ];
}

/** So many days a wallet remembers: the longest way from a service to its hours, and the week around it. */
const keptDays = 62;

/** The days with what was credited or taken back added; days that lie too far back are forgotten. */
export function withDays(byDay: ByDay, more: ByDay, now: number): ByDay {
  const oldest = dayOf(now - keptDays * dayMs);
  const sums = { ...byDay, ...addedTo(byDay, more) };
  return Object.fromEntries(
    Object.entries(sums).filter(([day, minutes]) => day >= oldest && minutes !== 0),
  );
}

/** Minutes of all the days together. */
export const totalOf = (byDay: ByDay): number => sumOf(byDay, Object.keys(byDay));
