import ICAL from 'ical.js';
import { dayMs, startOfDay } from '#shared/time';

/** A rule gives at most this many days, and none later than a year after the first. */
const daysMax = 12;
const reachMs = 366 * dayMs;

/**
 * The days that a rule (RFC 5545, as `repeatRule` allows it) names, from `firstDay` on. A month without the 29th,
 * 30th or 31st is skipped; `BYMONTHDAY=-1` is the last day of every month.
 */
export function daysOf(rule: string, firstDay: string): string[] {
  const until = startOfDay(firstDay) + reachMs;
  const days: string[] = [];
  const next = ICAL.Recur.fromString(rule).iterator(dateOf(firstDay));
  for (let date = next.next(); date && days.length < daysMax; date = next.next()) {
    const day = textOf(date);
    if (startOfDay(day) > until) break;
    days.push(day);
  }
  return days;
}

/** A date without time: Shanghai's days have had 24 hours since 1991, so the rule need not know the zone. */
const dateOf = (day: string) =>
  ICAL.Time.fromData({
    year: Number(day.slice(0, 4)),
    month: Number(day.slice(4, 6)),
    day: Number(day.slice(6, 8)),
    isDate: true,
  });

const textOf = ({ year, month, day }: { year: number; month: number; day: number }): string =>
  `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`;
