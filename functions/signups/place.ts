import { placesAt, takePlace } from '../activities/activity.table';
import type { Shift } from '../activities/shift.rules';
import { hasPlace } from '../activities/shift.rules';
import { Refusal, refuse } from '../platform/refuse';
import type { Write } from '../platform/table';
import { commit, or, read, replace, save } from '../platform/table';
import type { Calendar } from '../records/calendar.rules';
import { emptyCalendar, reserve } from '../records/calendar.rules';
import { calendarAt } from '../records/calendar.table';
import type { ServiceRecord } from '../records/record.rules';
import { recordAt } from '../records/record.table';
import { isSoldOut, noteSoldOut } from './sold-out';
import { inShard } from './standing';

type Known = { record: ServiceRecord | undefined; calendar: Calendar | undefined };
type Placing = { shift: Shift; known: Known; now: number; more?: Write[] };

/**
 * Commits a record together with its place and its reserved time. A shard without a place is not a full shift: then
 * every shard that has one is tried. Refuses `calendar_overlap`, `calendar_full`, `shift_full`.
 */
export async function commitWithPlace(
  record: ServiceRecord,
  placing: Placing,
): Promise<ServiceRecord> {
  return (await tryWithPlace(record, placing)) ?? refuse('shift_full');
}

/** The same; undefined when the shift is full. */
export async function tryWithPlace(
  record: ServiceRecord,
  { shift, known, now, more = [] }: Placing,
): Promise<ServiceRecord | undefined> {
  const time = keepTime(record.volunteerId, { shift, known, now });
  return takeOne(record, { shift, known, more: [time, ...more] });
}

/** The same for somebody whose place is held already: a question that is answered with yes, or by coming. */
export async function commitKeepingPlace(
  record: ServiceRecord,
  { shift, known, now, more = [] }: Placing,
): Promise<ServiceRecord> {
  const time = keepTime(record.volunteerId, { shift, known, now });
  await commit([replace(recordAt(record.volunteerId, shift.shiftId), record), time, ...more]);
  return record;
}

/** The shift's time in one's calendar, as a write. Refuses `calendar_overlap`, `calendar_full`. */
function keepTime(volunteerId: string, { shift, known, now }: Omit<Placing, 'more'>): Write {
  const { shiftId, startsAt, endsAt } = shift;
  const reserved = reserve(known.calendar ?? emptyCalendar, { shiftId, startsAt, endsAt }, now);
  if (reserved.status === 'refused') return refuse(reserved.code);
  return save(calendarAt(volunteerId), known.calendar, reserved.calendar);
}

type Taking = { shift: Shift; known: Pick<Known, 'record'>; more: Write[] };

/** Commits a record together with a place, in whichever shard has one. Undefined when the shift is full. */
export async function takeOne(
  record: ServiceRecord,
  { shift, known, more }: Taking,
): Promise<ServiceRecord | undefined> {
  const { shiftId } = shift;
  let crowded: unknown;
  for await (const shard of shardsToTry(shift, record.placeShard)) {
    const placed = record.placeShard === shard ? record : inShard(record, shard);
    const outcome = await commit([
      save(recordAt(record.volunteerId, shiftId), known.record, placed),
      or(takePlace(shiftId, shard), 'full'),
      ...more,
    ]).catch((error) => {
      // Too many want this shard at once: in a rush the others, or that none is left, are a better answer.
      if (!(error instanceof Refusal && error.code === 'busy')) throw error;
      crowded = error;
      return 'full' as const;
    });
    if (outcome === 'done') return placed;
  }
  if (crowded !== undefined && !isSoldOut(shiftId)) throw crowded;
  return undefined;
}

/** One's own shard blindly, mostly it has a place; then those in which a strong read of all finds one. */
async function* shardsToTry({ shiftId, shards }: Shift, own: number): AsyncGenerator<number> {
  yield own;
  const all = Array.from({ length: shards }, (_, turn) => (own + turn + 1) % shards);
  const places = await read(...all.map((shard) => placesAt(shiftId, shard)));
  const free = all.filter((_, index) => hasPlace(places[index]));
  if (free.length === 0) noteSoldOut(shiftId);
  yield* free;
}
