import { dayMs, dayOf, startOfDay } from '#shared/time';

/**
 * The moment that a time of day means within a shift: on the day it starts, or on the next one when it goes over
 * midnight and the time lies before its start.
 */
export function momentIn({ startsAt }: { startsAt: number }, clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  const at = startOfDay(dayOf(startsAt)) + (hours * 60 + minutes) * 60_000;
  return at < startsAt - (startsAt % 60_000) ? at + dayMs : at;
}
