import { stepAt } from '#shared/code';
import { dayMs, hourMs } from '#shared/time';
import type { Counts, Shift } from '../../functions/activities/activity.rules';
import { earlyMs, splitCapacity } from '../../functions/activities/activity.rules';
import { activityAt, countsAt, placesAt, shiftAt } from '../../functions/activities/activity.table';
import { activityOf, shiftsOf } from '../../functions/activities/publication';
import { credit } from '../../functions/checkins/credit';
import { emptyWallet, walletAt } from '../../functions/ledger/wallet.table';
import { organisationAt } from '../../functions/organisations/organisation.table';
import { idFor } from '../../functions/platform/ids';
import { emptyCalendar, reserve } from '../../functions/records/calendar.rules';
import { calendarAt } from '../../functions/records/calendar.table';
import type { Evidence, ServiceRecord } from '../../functions/records/record.rules';
import { recordAt } from '../../functions/records/record.table';
import { signedUp } from '../../functions/signups/place';
import type { PlannedActivity } from './activities';
import type { Attendance } from './attendance';
import { beachTeam, volunteerIdOf } from './people';
import type { Chance } from './random';
import { at, chanceOf, requestIdOf } from './random';
import type { Deed, World } from './world';

/**
 * Activities and what people did at them, by the code that serves the phones: the same publication, sign-up and
 * credit, so that every hour of the seed has its entry, its posting and its place in a chain. Publishes at once; what
 * people did is given back as deeds.
 */
export function serviceDeeds(
  world: World,
  {
    activities,
    attendance,
    now,
  }: { activities: PlannedActivity[]; attendance: Attendance[]; now: number },
): Deed[] {
  const chance = chanceOf('evidence');
  const shifts = new Map(activities.map((plan) => [plan.key, publish(world, plan, now)]));
  const attended = attendance.map((one) => ({
    one,
    shift: at(shifts.get(one.activity.key) ?? [], one.shift),
  }));
  const deeds = attended.map(({ one, shift }) => ({
    at: one.outAt ?? one.inAt ?? 0,
    run: () => attend(world, one, { shift, chance, now }),
  }));
  const count = (): void => {
    const records = attended.flatMap(({ one, shift }) => {
      const record = world.get(recordAt(one.person.volunteerId, shift.shiftId));
      return record ? [record] : [];
    });
    for (const shift of [...shifts.values()].flat()) addCounts(world, shift, records);
  };
  return [...deeds, { at: now, run: count }];
}

/** Publishes as an organiser would; codes are shown at one gate from half an hour before the start. */
function publish(world: World, plan: PlannedActivity, now: number): Shift[] {
  const organisation = world.get(organisationAt(plan.organisationId));
  if (!organisation) throw new Error(`${plan.key} has no organisation`);
  const { key, ...told } = plan;
  const publication = { ...told, requestId: requestIdOf(chanceOf(`publication ${key}`)) };
  const publishedAt = Math.min(now, at(plan.shifts, 0).startsAt) - 7 * dayMs;
  const frame = { activityId: idFor('seed activity', key), organisation, now: publishedAt };
  const publishedBy = volunteerIdOf(plan.organisationId === beachTeam ? 'organiser' : 'admin');
  const shifts = shiftsOf(publication, frame).map((shift, i): Shift => {
    const issuedAt = shift.startsAt - earlyMs;
    if (at(plan.shifts, i).cancelled) return { ...shift, cancelledAt: now - 2 * hourMs };
    if (issuedAt > now) return shift;
    return { ...shift, gates: { 0: { memberId: publishedBy, issuedAt } } };
  });
  world.put(activityAt(frame.activityId), {
    ...activityOf(publication, { ...frame, shifts }),
    publishedBy,
  });
  for (const shift of shifts) world.put(shiftAt(shift.shiftId), shift);
  return shifts;
}

type Scene = { shift: Shift; chance: Chance; now: number };

/** Signs up and goes as far as the plan says, as the scans would have taken the record. */
function attend(
  world: World,
  { person, state, inAt, outAt }: Attendance,
  { shift, chance, now }: Scene,
): void {
  const { volunteerId, name } = person;
  const place = recordAt(volunteerId, shift.shiftId);
  const salt = idFor('seed salt', volunteerId, shift.shiftId);
  let record = { ...signedUp({ volunteerId, name }, shift), salt };
  if (state === 'withdrawn') record = { ...record, version: 2, state };
  else keepTime(world, { volunteerId, shift, now });
  if (inAt !== undefined) {
    const inEvidence = witnessed(inAt, chance);
    record = { ...record, version: 2, state: 'checked_in', inAt, inEvidence };
  }
  world.put(place, record);
  if (outAt === undefined) return;

  const wallet = world.get(walletAt(volunteerId)) ?? emptyWallet;
  const leaving = { at: outAt, postedAt: outAt, evidence: witnessed(outAt, chance) };
  world.take(credit(record, wallet, { shift, leaving }).writes);
}

/** Reserves the shift's time, unless it lies so far back that a calendar has forgotten it. */
function keepTime(
  world: World,
  { volunteerId, shift, now }: { volunteerId: string; shift: Shift; now: number },
): void {
  const { shiftId, startsAt, endsAt } = shift;
  if (endsAt < now - 3 * dayMs) return;
  const known = world.get(calendarAt(volunteerId)) ?? emptyCalendar;
  const reserved = reserve(known, { shiftId, startsAt, endsAt }, now);
  if (reserved.status === 'refused') throw new Error(`${volunteerId}: ${reserved.code}`);
  world.put(calendarAt(volunteerId), reserved.calendar);
}

/** A live scan of the organiser's screen; most phones say where they are. */
function witnessed(scannedAt: number, chance: Chance): Evidence {
  const evidence: Evidence = {
    scanId: requestIdOf(chance),
    by: 'token',
    gate: 0,
    step: stepAt(scannedAt),
  };
  if (chance.next() < 0.3) return evidence;
  return { ...evidence, metersAway: chance.whole(3, 90), accuracyMeters: chance.whole(8, 40) };
}

/** What the stream's projection would have counted, and the places that are taken. */
function addCounts(world: World, shift: Shift, records: ServiceRecord[]): void {
  const { shiftId, capacity, shards, cancelledAt } = shift;
  const own = records.filter((record) => record.shiftId === shiftId);
  const among = (state: ServiceRecord['state']): number =>
    own.filter((record) => record.state === state).length;
  const counts: Counts = {
    signedUp: among('signed_up'),
    checkedIn: among('checked_in'),
    credited: among('credited'),
  };
  world.put(countsAt(shiftId), counts);
  for (const [shard, places] of splitCapacity(capacity, shards).entries()) {
    const holders = own.filter((it) => it.placeShard === shard && it.state !== 'withdrawn');
    world.put(placesAt(shiftId, shard), {
      taken: holders.length,
      capacity: places,
      open: cancelledAt === undefined,
    });
  }
}
