import type { ShiftPlan } from '#shared/activities';
import { dayOf, startOfDay } from '#shared/time';

/** The days of a rule, counted from the day of the first of the given shifts. The calendar library loads only here. */
export async function daysFrom(given: readonly ShiftPlan[], rule: string): Promise<string[]> {
  const { daysOf } = await import('./rule-days.part');
  const first = Math.min(...given.map(({ startsAt }) => startsAt));
  return daysOf(rule, dayOf(first));
}

/** The shifts given, on every one of the days, at the same times of the day. */
export function repeated(given: readonly ShiftPlan[], days: readonly string[]): ShiftPlan[] {
  const firstDay = dayOf(Math.min(...given.map(({ startsAt }) => startsAt)));
  return days
    .flatMap((day) => {
      const laterMs = startOfDay(day) - startOfDay(firstDay);
      return given.map(({ startsAt, endsAt, capacity }) => ({
        startsAt: startsAt + laterMs,
        endsAt: endsAt + laterMs,
        capacity,
      }));
    })
    .sort((a, b) => a.startsAt - b.startsAt);
}
