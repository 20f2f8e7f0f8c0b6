import { dayMs, dayOf, hourMs, minuteMs, startOfDay } from '#shared/time';
import { earlyMs } from '../shift-times';

type Span = { startsAt: number; endsAt: number };

/** The moment of a shift that a clock time such as 16:30 means: on its day, or after midnight on the next. */
export function momentIn({ startsAt }: Span, clock: string): number | undefined {
  const found = /^(\d{1,2}):(\d{2})$/.exec(clock);
  if (!found) return undefined;
  const first = startsAt - earlyMs;
  const at = startOfDay(dayOf(first)) + Number(found[1]) * hourMs + Number(found[2]) * minuteMs;
  return at < first ? at + dayMs : at;
}
