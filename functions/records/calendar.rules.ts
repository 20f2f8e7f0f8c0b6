import type { RefusalCode } from '#shared/refusals';
import { dayMs } from '#shared/time';

/** Times in ms. One reservation a shift. */
export type Reservation = { shiftId: string; startsAt: number; endsAt: number };

/** A volunteer's reserved time: the one item that makes an overlap a failed write. */
export type Calendar = {
  version: number;
  reserved: Reservation[];
  /** Wrong six-digit codes typed, by shift. */
  tries: Record<string, { endsAt: number; count: number }>;
  /** The account was merged into another: nothing can be reserved any more. */
  closed?: true;
};

export const emptyCalendar: Calendar = { version: 1, reserved: [], tries: {} };

const reservationsMax = 40;
/** Past shifts are kept this long, for whatever is still to be credited in them. */
const keepMs = 3 * dayMs;
const digitTriesMax = 5;

export type Reserved =
  | { status: 'reserved'; calendar: Calendar }
  | { status: 'refused'; code: RefusalCode };

/** Reserves time for a shift. Touching ends do not overlap; the same shift again changes nothing. */
export function reserve(calendar: Calendar, wanted: Reservation, now: number): Reserved {
  if (calendar.closed) return { status: 'refused', code: 'account_closed' };
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

const livingTries = ({ tries }: Calendar, now: number): Calendar['tries'] =>
  Object.fromEntries(Object.entries(tries).filter(([, { endsAt }]) => endsAt > now - keepMs));

/** Whether no more codes may be typed at a shift. Nothing is forgotten to make room: that would give tries back. */
export function triesAreSpent(calendar: Calendar, shiftId: string, now: number): boolean {
  const living = livingTries(calendar, now);
  const mine = living[shiftId];
  return mine ? mine.count >= digitTriesMax : Object.keys(living).length >= reservationsMax;
}

type Ending = Pick<Reservation, 'shiftId' | 'endsAt'>;

/** One more wrong code at a shift. */
export function countTry(calendar: Calendar, { shiftId, endsAt }: Ending, now: number): Calendar {
  const living = livingTries(calendar, now);
  const count = (living[shiftId]?.count ?? 0) + 1;
  return { ...calendar, tries: { ...living, [shiftId]: { endsAt, count } } };
}
