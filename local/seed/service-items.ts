import { stepAt } from '#shared/code';
import { dayMs, hourMs } from '#shared/time';
import type { Activity } from '../../functions/activities/activity.rules';
import {
  activityAt,
  countsAt,
  listed,
  placesAt,
  shiftAt,
} from '../../functions/activities/activity.table';
import { draftOf, shiftsOf } from '../../functions/activities/draft';
import { settleAfterMs } from '../../functions/activities/life.rules';
import type { Counts, Shift } from '../../functions/activities/shift.rules';
import { earlyMs, splitCapacity } from '../../functions/activities/shift.rules';
import { emptyWallet, walletAt } from '../../functions/ledger/wallet.table';
import { organisationAt } from '../../functions/organisations/organisation.table';
import { idFor } from '../../functions/platform/ids';
import { emptyCalendar, reserve } from '../../functions/records/calendar.rules';
import { calendarAt } from '../../functions/records/calendar.table';
import { credit } from '../../functions/records/crediting';
import type { Evidence, ServiceRecord } from '../../functions/records/record.rules';
import { recordAt } from '../../functions/records/record.table';
import { packFor } from '../../functions/rule-packs/pack.rules';
import { shippedPacks } from '../../functions/rule-packs/shipped';
import { signedUp } from '../../functions/signups/standing';
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

/** Publishes as an organiser and an approver would; codes are shown at one gate from half an hour before the start. */
function publish(world: World, plan: PlannedActivity, now: number): Shift[] {
  const organisation = world.get(organisationAt(plan.organisationId));
  if (!organisation) throw new Error(`${plan.key} has no organisation`);
  const draftedAt = Math.min(now, at(plan.shifts, 0).startsAt) - 7 * dayMs;
  const by = volunteerIdOf(plan.organisationId === beachTeam ? 'organiser' : 'admin');
  const activityId = idFor('seed activity', plan.key);
  const activity = draftOf(plan, { activityId, organisation, by, now: draftedAt });
  const shifts = shiftsOf(activity, shippedPacks).map((shift, i): Shift => {
    const issuedAt = shift.startsAt - earlyMs;
    if (at(plan.shifts, i).cancelled) {
      return { ...shift, cancelledAt: now - 2 * hourMs, cancelReason: calledOffFor };
    }
    if (issuedAt > now) return shift;
    return { ...shift, gates: { 0: { memberId: by, issuedAt } } };
  });
  world.put(
    activityAt(activityId),
    listed({ ...activity, ...publishedWith(shifts, draftedAt, now) }),
  );
  for (const shift of shifts) world.put(shiftAt(shift.shiftId), shift);
  return shifts;
}

const calledOffFor = '大风蓝色预警，海上活动取消';

/** How far a published activity has come by now. */
function publishedWith(shifts: Shift[], draftedAt: number, now: number): Partial<Activity> {
  const lastEndsAt = Math.max(...shifts.map(({ endsAt }) => endsAt));
  const published: Partial<Activity> = {
    state: 'published',
    shiftIds: shifts.map(({ shiftId }) => shiftId),
    lastEndsAt,
    submittedAt: draftedAt,
    publishedAt: draftedAt,
    publishedBy: volunteerIdOf('approver'),
  };
  if (shifts.every(({ cancelledAt }) => cancelledAt !== undefined)) {
    return { ...published, state: 'cancelled', cancelledAt: now - 2 * hourMs };
  }
  const settlingAt = lastEndsAt + settleAfterMs;
  if (settlingAt > now) return published;
  return { ...published, state: settlingAt > now - 2 * dayMs ? 'settling' : 'settled', settlingAt };
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
  const { terms } = shift;
  const agreed = { salt, ...(terms !== undefined && { terms }) };
  let record: ServiceRecord = { ...signedUp({ volunteerId, name }, shift), ...agreed };
  if (state === 'withdrawn') record = { ...record, version: 2, state };
  else keepTime(world, { volunteerId, shift, now });
  if (inAt !== undefined) {
    const inEvidence = witnessed(inAt, chance);
    record = { ...record, version: 2, state: 'checked_in', inAt, inEvidence };
  }
  world.put(place, record);
  if (outAt === undefined) return;

  const left = { ...record, outAt, outEvidence: leaving(person, witnessed(outAt, chance)) };
  if (state === 'late') {
    world.put(place, sentLater(left, now));
    return;
  }
  const wallet = world.get(walletAt(volunteerId)) ?? emptyWallet;
  const pack = packFor(shippedPacks, shift.district, shift.startsAt);
  world.take(credit(left, wallet, { shift, pack, at: outAt }).writes);
}

/** Both scans were made without network, and sent an hour ago. */
function sentLater(record: ServiceRecord, now: number): ServiceRecord {
  const late = { late: true as const, arrivedAt: now - hourMs };
  const { inEvidence, outEvidence } = record;
  return {
    ...record,
    version: 4,
    state: 'late',
    ...(inEvidence && { inEvidence: { ...inEvidence, ...late } }),
    ...(outEvidence && { outEvidence: { ...outEvidence, ...late } }),
  };
}

/** The demo's volunteer lets the organiser scan their own code when they leave: grade A. */
function leaving({ key }: Attendance['person'], seen: Evidence): Evidence {
  if (key !== 'volunteer') return seen;
  return { ...seen, by: 'countersign', countersignedBy: volunteerIdOf('organiser') };
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
    pending: among('late'),
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
