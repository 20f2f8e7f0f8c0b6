import { placesAt, takePlace } from '../activities/activity.table';
import type { Shift } from '../activities/shift.rules';
import { hasPlace } from '../activities/shift.rules';
import { refuse } from '../platform/refuse';
import type { Write } from '../platform/table';
import { commit, commitOnce, or, patienceMs, pause, read, replace, save } from '../platform/table';
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
 * Commits a record together with its place and its reserved time. Refuses `calendar_overlap`, `calendar_full`,
 * `shift_full`.
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

/** So many crowded shards in a row are a reason to look whether any has a place left. */
const looksEvery = 2;

/**
 * Commits a record together with a place, in whichever shard has one. Undefined when the shift is full. One's own
 * shard is tried blindly, mostly it has a place; whoever finds it crowded goes on to another. Whoever finds one full
 * looks at all anew: in a rush what was free a moment ago no longer is, and to wait at a full shard is to wait for
 * nothing. All of it has one patience: added up for each shard, it would outlast the function.
 */
export async function takeOne(
  record: ServiceRecord,
  { shift, known, more }: Taking,
): Promise<ServiceRecord | undefined> {
  const { shiftId } = shift;
  const endsAt = Date.now() + patienceMs;
  let placed = record;
  for (let round = 1; ; round++) {
    const outcome = await commitOnce([
      save(recordAt(record.volunteerId, shiftId), known.record, placed),
      or(takePlace(shiftId, placed.placeShard), 'full'),
      ...more,
    ]);
    if (outcome === 'done') return placed;
    if (outcome === 'crowded') {
      await pause(round);
      if (isSoldOut(shiftId)) return undefined;
    }
    const isOver = Date.now() > endsAt;
    const looks = outcome === 'full' || round % looksEvery === 0 || isOver;
    const shard = looks ? await freeShard(shift) : anyOf(shardsOf(shift));
    if (shard === undefined) return undefined;
    if (isOver) return refuse('busy');
    placed = inShard(record, shard);
  }
}

const shardsOf = ({ shards }: Shift): number[] => Array.from({ length: shards }, (_, it) => it);

/** At random, so that a crowd spreads over all. */
const anyOf = (shards: number[]): number | undefined =>
  shards[Math.floor(Math.random() * shards.length)];

/** Any shard in which a strong read of all finds a place; undefined when there is none. */
async function freeShard(shift: Shift): Promise<number | undefined> {
  const { shiftId } = shift;
  const all = shardsOf(shift);
  const places = await read(...all.map((shard) => placesAt(shiftId, shard)));
  const free = all.filter((shard) => hasPlace(places[shard]));
  if (free.length === 0) noteSoldOut(shiftId);
  return anyOf(free);
}
