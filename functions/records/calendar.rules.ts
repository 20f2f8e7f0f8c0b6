import type { RefusalCode } from '#shared/refusals';
import { dayMs } from '#shared/time';

/** Times in ms. One reservation a shift. */
export type Reservation = { shiftId: string; startsAt: number; endsAt: number };

/** A volunteer's reserved time: the one item that makes an overlap a failed write. */
export type Calendar = {
  version: number;
  reserved: Reservation[];
  /** Wrong six-digit codes typed, per shift. */
  tries: Record<string, number>;
};

export const emptyCalendar: Calendar = { version: 1, reserved: [], tries: {} };

const reservationsMax = 40;
/** Past reservations are kept this long, for whatever is still to be credited in them. */
const keepMs = 3 * dayMs;
const digitTriesMax = 5;

export type Reserved =
  | { status: 'reserved'; calendar: Calendar }
  | { status: 'refused'; code: RefusalCode };

/** Reserves time for a shift. Touching ends do not overlap; the same shift again changes nothing. */
export function reserve(calendar: Calendar, wanted: Reservation, now: number): Reserved {
  const living = calendar.reserved.filter(({ endsAt }) => endsAt > now - keepMs);
  const others = living.filter(({ shiftId }) => shiftId !== wanted.shiftId);
  const clash = others.some((it) => it.startsAt < wanted.endsAt && wanted.startsAt < it.endsAt);
  if (clash) return { status: 'refused', code: 'calendar_overlap' };
  if (others.length >= reservationsMax) return { status: 'refused', code: 'calendar_full' };
  return { status: 'reserved', calendar: { ...calendar, reserved: [...others, wanted] } };
}

/** Gives the time of a shift back. */
export function release(calendar: Calendar, shiftId: string): Calendar {
  return { ...calendar, reserved: calendar.reserved.filter((it) => it.shiftId !== shiftId) };
}

export const triesAreSpent = (calendar: Calendar, shiftId: string): boolean =>
  (calendar.tries[shiftId] ?? 0) >= digitTriesMax;

/**
 * One more wrong code at a shift. Only the latest shifts are remembered, so that the item stays small: a shift's id
 * begins with its day, and the table keeps no order of its own.
 */
export function countTry(calendar: Calendar, shiftId: string): Calendar {
  const others = Object.entries(calendar.tries)
    .filter(([shift]) => shift !== shiftId)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(-(reservationsMax - 1));
  const tries = { ...Object.fromEntries(others), [shiftId]: (calendar.tries[shiftId] ?? 0) + 1 };
  return { ...calendar, tries };
}
