import { minuteMs } from '#shared/time';
import { activityAt, shiftAt } from '../../functions/activities/activity.table';
import type { Shift } from '../../functions/activities/shift.rules';
import { idFor } from '../../functions/platform/ids';
import { deviceAt } from '../../functions/records/device.table';
import type { Evidence, ServiceRecord } from '../../functions/records/record.rules';
import { recordAt } from '../../functions/records/record.table';
import { listedRound, recheckAt } from '../../functions/shifts/round.table';
import type { SeedPerson } from './people';
import { volunteerIdOf } from './people';
import type { World } from './world';

/** So long the recheck of the demo stays open: one has to find it first. */
const openMinutes = 30;

/**
 * What happens at shifts that run: those on the square are asked to scan once more; of those who came early to the
 * beach two scanned with one phone, one of them from a picture that somebody forwarded.
 */
export function addRunning(world: World, people: SeedPerson[], now: number): void {
  const square = firstShift(world, 'square-first-aid');
  if (square) askAgain(world, { shift: square, people, now });
  const beach = firstShift(world, 'beach');
  if (beach) shareOnePhone(world, { shift: beach, people, now });
}

function firstShift(world: World, key: string): Shift | undefined {
  const [shiftId] = world.get(activityAt(idFor('seed activity', key)))?.shiftIds ?? [];
  return shiftId === undefined ? undefined : world.get(shiftAt(shiftId));
}

type Scene = { shift: Shift; people: SeedPerson[]; now: number };

/** Who is in at a shift, in the order of the people. */
const present = (world: World, { shift, people }: Scene): ServiceRecord[] =>
  people.flatMap(({ volunteerId }) => {
    const record = world.get(recordAt(volunteerId, shift.shiftId));
    return record?.state === 'checked_in' ? [record] : [];
  });

function askAgain(world: World, scene: Scene): void {
  const { shift, now } = scene;
  const { shiftId, shards } = shift;
  const askedAt = now - minuteMs;
  const until = askedAt + openMinutes * minuteMs;
  for (const record of present(world, scene)) {
    // 韩梅梅 can answer hers; some others have.
    const isOpen = record.volunteerId === volunteerIdOf('second') || record.salt < '8';
    const recheck = { askedAt, until, ...(!isOpen && { answeredAt: now }) };
    world.put(recordAt(record.volunteerId, shiftId), { ...record, recheck });
  }
  world.put(
    recheckAt(shiftId),
    listedRound({
      ...{ version: 1, shiftId, name: 'recheck', kind: 'recheck', at: askedAt, shard: shards },
      ...{ withinMinutes: openMinutes, done: true },
    }),
  );
}

function shareOnePhone(world: World, scene: Scene): void {
  const { shift, now } = scene;
  const [one, two] = present(world, scene);
  if (!one || !two) return;
  const device = idFor('seed device', shift.shiftId);
  const by = (record: ServiceRecord, more: Partial<Evidence>) => {
    const { inEvidence } = record;
    if (!inEvidence) return;
    const evidence = { ...inEvidence, device, ...more };
    world.put(recordAt(record.volunteerId, record.shiftId), { ...record, inEvidence: evidence });
  };
  by(one, {});
  by(two, { entryScene: 1012 });
  world.put(deviceAt(shift.shiftId, device), {
    device,
    people: new Set([one.volunteerId, two.volunteerId]),
    expiresAt: Math.ceil(now / 1000) + 30 * 86_400,
  });
}
