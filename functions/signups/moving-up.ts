import { givePlaceBack, placesAt, shiftAt, takePlace } from '../activities/activity.table';
import type { Shift } from '../activities/shift.rules';
import { hasPlace } from '../activities/shift.rules';
import { now } from '../platform/clock';
import { marked } from '../platform/stream';
import type { Key, Write } from '../platform/table';
import { commit, or, read, replace, save, untilWon } from '../platform/table';
import type { Calendar } from '../records/calendar.rules';
import { emptyCalendar, reserve } from '../records/calendar.rules';
import { calendarAt } from '../records/calendar.table';
import type { ServiceRecord } from '../records/record.rules';
import { recordAt } from '../records/record.table';
import { profileAt } from '../volunteers/volunteer.table';
import { waitingFor } from './queue';
import { judgeFitness, waitingClosesAt } from './signup.rules';
import { settled } from './standing';
import { tellOf } from './telling';

type Place = { shiftId: string; placeShard: number };
type Next = { record: ServiceRecord; known: Calendar | undefined; calendar: Calendar };

/** So many of the queue are looked at for one place; the clock comes back for the rest. */
const candidatesMax = 100;
/** So many places are filled in one go. */
const fillMax = 25;

/** Hands a freed place to the first who waits and can take it, else gives it back: once for each marker. */
export async function handOn({ shiftId, placeShard }: Place, marker: Key): Promise<void> {
  await untilWon(async () => {
    const [applied, shift] = await read(marker, shiftAt(shiftId));
    if (applied) return;
    const next = shift && isOpen(shift) ? await firstFit(shift) : undefined;
    const writes = next ? movedUp(next, placeShard) : [givePlaceBack(shiftId, placeShard)];
    await commit([marked(marker), ...writes]);
  });
}

/**
 * Gives free places of a shift to those who wait: for whoever began to wait while a place was on its way back. `also`
 * waits too, though the index may not list them yet.
 */
export async function fill(shiftId: string, also?: ServiceRecord): Promise<void> {
  for (let turn = 0; turn < fillMax; turn++) {
    if (!(await untilWon(() => fillOne(shiftId, also)))) return;
  }
}

async function fillOne(shiftId: string, also: ServiceRecord | undefined): Promise<boolean> {
  const [shift] = await read(shiftAt(shiftId));
  if (!shift || !isOpen(shift)) return false;
  const all = Array.from({ length: shift.shards }, (_, shard) => shard);
  const places = await read(...all.map((shard) => placesAt(shiftId, shard)));
  const free = all.find((shard) => hasPlace(places[shard]));
  const next = free === undefined ? undefined : await firstFit(shift, also);
  if (free === undefined || !next) return false;
  return (await commit([or(takePlace(shiftId, free), 'full'), ...movedUp(next, free)])) === 'done';
}

const isOpen = (shift: Shift): boolean =>
  shift.cancelledAt === undefined && now() < waitingClosesAt(shift);

/** The first in the queue whose time is free and whom the shift takes. Whoever is passed over is told, once. */
async function firstFit(shift: Shift, also?: ServiceRecord): Promise<Next | undefined> {
  let seen = 0;
  let sawAlso = also === undefined;
  for await (const { volunteerId } of waitingFor(shift.shiftId)) {
    if (seen++ === candidatesMax) return undefined;
    sawAlso ||= volunteerId === also?.volunteerId;
    const next = await fitting(shift, volunteerId);
    if (next) return next;
  }
  return also && !sawAlso ? fitting(shift, also.volunteerId) : undefined;
}

async function fitting(shift: Shift, volunteerId: string): Promise<Next | undefined> {
  const { shiftId, startsAt, endsAt } = shift;
  const [record, known, profile] = await read(
    recordAt(volunteerId, shiftId),
    calendarAt(volunteerId),
    profileAt(volunteerId),
  );
  if (record?.state !== 'waiting' || !profile) return undefined;
  const reserved = reserve(known ?? emptyCalendar, { shiftId, startsAt, endsAt }, now());
  if (reserved.status === 'reserved' && judgeFitness(profile, shift) === undefined) {
    return { record, known, calendar: reserved.calendar };
  }
  await passOver(record);
  return undefined;
}

/** They keep their place in the queue: what stands against them may be over when the next place is free. */
async function passOver(record: ServiceRecord): Promise<void> {
  if (record.skippedAt !== undefined) return;
  const at = recordAt(record.volunteerId, record.shiftId);
  await commit([
    replace(at, { ...record, skippedAt: now() }),
    tellOf(record, {
      ...{ kind: 'waiting', now: now() },
      text: (shift) =>
        `${shift}空出了名额，但您那段时间另有活动，或暂不符合条件，名额已给下一位。您仍在候补中。`,
    }),
  ]);
}

function movedUp({ record, known, calendar }: Next, shard: number): Write[] {
  const { volunteerId, shiftId } = record;
  return [
    replace(recordAt(volunteerId, shiftId), settled(record, shard)),
    save(calendarAt(volunteerId), known, calendar),
    tellOf(record, {
      ...{ kind: 'waiting', now: now() },
      text: (shift) => `${shift}有名额了，您已从候补转为报名，请按时到场。来不了请尽早取消。`,
    }),
  ];
}
