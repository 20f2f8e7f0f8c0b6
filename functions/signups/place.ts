import type { Shift } from '../activities/activity.rules';
import { hasPlace } from '../activities/activity.rules';
import { placesAt, takePlace } from '../activities/activity.table';
import { profileKey, rosterIndex, shardOf } from '../keys';
import { randomId } from '../platform/ids';
import { refuse } from '../platform/refuse';
import type { Write } from '../platform/table';
import { commit, or, read, save } from '../platform/table';
import type { Calendar } from '../records/calendar.rules';
import { emptyCalendar, reserve } from '../records/calendar.rules';
import { calendarAt } from '../records/calendar.table';
import type { ServiceRecord } from '../records/record.rules';
import { recordAt } from '../records/record.table';
import { maskName } from '../volunteers/volunteer.rules';

type Person = { volunteerId: string; name: string };
type Known = { record: ServiceRecord | undefined; calendar: Calendar | undefined };

/** The record of somebody who has just taken a place; a record that was withdrawn goes on with its version. */
export function signedUp(
  { volunteerId, name }: Person,
  shift: Shift,
  known?: Pick<ServiceRecord, 'version'>,
): ServiceRecord {
  const placeShard = shardOf(volunteerId, shift.shards);
  const { shiftId, activityId, title, placeName, startsAt, endsAt } = shift;
  return {
    version: known?.version ?? 1,
    volunteerId,
    maskedName: maskName(name),
    ...{ shiftId, activityId, title, placeName, startsAt, endsAt },
    state: 'signed_up',
    walkIn: false,
    placeShard,
    salt: randomId(),
    gx1pk: rosterIndex(shiftId, placeShard),
    gx1sk: profileKey(volunteerId).pk,
  };
}

/**
 * Commits a record together with its place and its reserved time. A shard without a place is not a full shift: then
 * every shard that has one is tried. Refuses `calendar_overlap`, `calendar_full`, `shift_full`.
 */
export async function commitWithPlace(
  record: ServiceRecord,
  { shift, known, now, more = [] }: { shift: Shift; known: Known; now: number; more?: Write[] },
): Promise<ServiceRecord> {
  const { volunteerId } = record;
  const { shiftId, startsAt, endsAt } = shift;
  const calendar = known.calendar ?? emptyCalendar;
  const reserved = reserve(calendar, { shiftId, startsAt, endsAt }, now);
  if (reserved.status === 'refused') return refuse(reserved.code);

  for await (const placeShard of shardsToTry(shift, record.placeShard)) {
    const placed = { ...record, placeShard, gx1pk: rosterIndex(shiftId, placeShard) };
    const outcome = await commit([
      save(recordAt(volunteerId, shiftId), known.record, placed),
      save(calendarAt(volunteerId), known.calendar, reserved.calendar),
      or(takePlace(shiftId, placeShard), 'full'),
      ...more,
    ]);
    if (outcome === 'done') return placed;
  }
  return refuse('shift_full');
}

/** One's own shard blindly, mostly it has a place; of the others, those in which a strong read finds one. */
async function* shardsToTry({ shiftId, shards }: Shift, own: number): AsyncGenerator<number> {
  yield own;
  const others = Array.from({ length: shards - 1 }, (_, turn) => (own + turn + 1) % shards);
  const places = await read(...others.map((shard) => placesAt(shiftId, shard)));
  for (const [index, shard] of others.entries()) {
    if (hasPlace(places[index])) yield shard;
  }
}
