import { clockOf, dayMs, dayOf, hourMs, startOfDay } from '#shared/time';
import type { RecordState } from '#shared/vocabulary';

/** `tomorrow`: of a shift that somebody signed up for · `checkout`: of one they have not checked out of. */
export type ReminderKind = 'tomorrow' | 'checkout';

/** What somebody will be told at a time, if it still holds then. Told or not, it is looked at once. */
export type Reminder = {
  version: number;
  kind: ReminderKind;
  volunteerId: string;
  shiftId: string;
  /** ms */
  dueAt: number;
  doneAt?: number;
  expiresAt: number;
  gx2pk?: string;
  gx2sk?: string;
};

/** At six in the evening of the day before. */
const eveningMs = 18 * hourMs;
/** So long after the end of a shift. */
const forgottenMs = 2 * hourMs;

type Span = { startsAt: number; endsAt: number };

/** Which reminder a state of a record asks for, and when; none when that time has passed. */
export function reminderFor(
  state: RecordState,
  { startsAt, endsAt }: Span,
  now: number,
): { kind: ReminderKind; dueAt: number } | undefined {
  const wanted =
    state === 'signed_up'
      ? {
          kind: 'tomorrow' as const,
          dueAt: startOfDay(dayOf(startOfDay(dayOf(startsAt)) - 1)) + eveningMs,
        }
      : state === 'checked_in'
        ? { kind: 'checkout' as const, dueAt: endsAt + forgottenMs }
        : undefined;
  return wanted && wanted.dueAt > now ? wanted : undefined;
}

/** When a shift was extended on the spot: as long after its new end; undefined when that is not to come. */
export function postponedTo(
  { kind }: Pick<Reminder, 'kind'>,
  { extendedTo = 0 }: { extendedTo?: number },
  now: number,
): number | undefined {
  const dueAt = extendedTo + forgottenMs;
  return kind === 'checkout' && dueAt > now ? dueAt : undefined;
}

/** The state in which a record must still be for the reminder to be true. */
const stillIn: Record<ReminderKind, RecordState> = {
  tomorrow: 'signed_up',
  checkout: 'checked_in',
};
/** Said later than this it would only confuse. */
const lateMs: Record<ReminderKind, number> = { tomorrow: 5 * hourMs, checkout: dayMs };

type Told = Span & { title: string; placeName: string };
type Facts = {
  record: (Told & { state: RecordState }) | undefined;
  cancelled: boolean;
  now: number;
};

/** The sentence to say now; undefined when there is nothing to remind of any more. */
export function wordOf(
  { kind, dueAt }: Pick<Reminder, 'kind' | 'dueAt'>,
  { record, cancelled, now }: Facts,
): string | undefined {
  if (!record || record.state !== stillIn[kind]) return undefined;
  if (now > dueAt + lateMs[kind]) return undefined;
  const { title, placeName, startsAt, endsAt } = record;
  if (kind === 'checkout') {
    return `“${title}”已结束 2 小时，还没有您的签退。请联系组织者确认您离开的时间。`;
  }
  if (cancelled) return undefined;
  const span = `${clockOf(startsAt)}–${clockOf(endsAt)}`;
  return `明天 ${span} “${title}”，${placeName}。来不了请取消报名，把名额让给别人。`;
}
