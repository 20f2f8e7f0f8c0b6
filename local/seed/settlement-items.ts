import { hourMs, minuteMs } from '#shared/time';
import { activityAt, countsAt, shiftAt } from '../../functions/activities/activity.table';
import type { Shift } from '../../functions/activities/shift.rules';
import { dueAfter } from '../../functions/disputes/dispute.rules';
import { disputeAt, inTurnOf, noteDue } from '../../functions/disputes/dispute.table';
import { idFor } from '../../functions/platform/ids';
import type { Evidence, ServiceRecord } from '../../functions/records/record.rules';
import { listedByNotice, recordAt } from '../../functions/records/record.table';
import { packFor } from '../../functions/rule-packs/pack.rules';
import { shippedPacks } from '../../functions/rule-packs/shipped';
import { noticeEnd, settleFrom } from '../../functions/settlements/settlement.rules';
import type { SeedPerson } from './people';
import { volunteerIdOf } from './people';
import { chanceOf, requestIdOf } from './random';
import type { World } from './world';

const past = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `past-${number}`);

/**
 * What is over is settled: the newest of it still stands on the public notice, one row of it objected to. At
 * yesterday's beach one record came late and one was never closed: both wait for 陈静.
 */
export function addSettlements(world: World, people: SeedPerson[], now: number): void {
  for (const key of past) {
    const shift = firstShift(world, key);
    if (shift) settle(world, { shift, people });
  }
  const newest = firstShift(world, 'past-8');
  if (newest) objectTo(world, { shift: newest, people, now });
  const beach = firstShift(world, 'yesterday-beach');
  if (beach) leaveWaiting(world, { shift: beach, people });
}

function firstShift(world: World, key: string): Shift | undefined {
  const [shiftId] = world.get(activityAt(idFor('seed activity', key)))?.shiftIds ?? [];
  return shiftId === undefined ? undefined : world.get(shiftAt(shiftId));
}

type Scene = { shift: Shift; people: SeedPerson[] };

const recordsOf = (world: World, { shift, people }: Scene): ServiceRecord[] =>
  people.flatMap(({ volunteerId }) => world.get(recordAt(volunteerId, shift.shiftId)) ?? []);

const keep = (world: World, record: ServiceRecord): void =>
  world.put(recordAt(record.volunteerId, record.shiftId), record);

function settle(world: World, { shift, people }: Scene): void {
  const settledAt = settleFrom(shift) + 2 * hourMs;
  const noticeUntil = noticeEnd(settledAt, packFor(shippedPacks, shift.district, shift.startsAt));
  const settledBy = volunteerIdOf('admin');
  world.put(shiftAt(shift.shiftId), { ...shift, settledAt, settledBy, noticeUntil });
  for (const record of recordsOf(world, { shift, people })) {
    if (record.state === 'credited') keep(world, listedByNotice({ ...record, noticeUntil }));
  }
}

/** Somebody of the crowd says that another one left earlier; 刘建国 decides. */
function objectTo(world: World, { shift, people, now }: Scene & { now: number }): void {
  const rows = recordsOf(world, { shift, people }).filter(({ state }) => state === 'credited');
  const [row, by] = rows.slice(-2);
  if (!row || !by) return;
  const at = now - 3 * hourMs;
  const { shiftId, path, title } = shift;
  const disputeId = idFor('seed dispute', shiftId);
  const pack = packFor(shippedPacks, shift.district, shift.startsAt);
  const dispute = inTurnOf(
    {
      ...{ version: 1, disputeId, requestId: requestIdOf(chanceOf('dispute')), at, title, shiftId },
      ...{ kind: 'objection', by: by.volunteerId, volunteerId: row.volunteerId },
      ...{ reason: 'left_early', text: '量血压那一组三点半就收了，后面没见到这位志愿者' },
    },
    { path, name: shift.organisationName, dueAt: dueAfter(at, pack) },
  );
  world.put(disputeAt(disputeId), dispute);
  world.take([noteDue(dispute)]);
  keep(world, { ...row, dispute: { disputeId, kind: 'objection', at } });
}

/** Nobody knows when one left; another scanned without network and sent it in the evening. */
function leaveWaiting(world: World, { shift, people }: Scene): void {
  const records = recordsOf(world, { shift, people });
  const counts = world.get(countsAt(shift.shiftId));
  const forgot = records.find(({ state }) => state === 'checked_in');
  if (forgot) keep(world, { ...forgot, state: 'closed' });
  const absent = records.find(({ state }) => state === 'signed_up');
  if (absent) keep(world, cameLate(absent, shift));
  if (!counts) return;
  const [closed, late] = [Number(forgot !== undefined), Number(absent !== undefined)];
  world.put(countsAt(shift.shiftId), {
    ...counts,
    checkedIn: counts.checkedIn - closed,
    signedUp: counts.signedUp - late,
    pending: (counts.pending ?? 0) + closed + late,
  });
}

function cameLate(record: ServiceRecord, { startsAt, endsAt }: Shift): ServiceRecord {
  const chance = chanceOf('late');
  const arrivedAt = endsAt + 4 * hourMs;
  const end = (): Evidence => ({
    ...{ scanId: requestIdOf(chance), by: 'token', gate: 0, step: 1, late: true, arrivedAt },
  });
  return {
    ...record,
    state: 'late',
    ...{ inAt: startsAt - 4 * minuteMs, inEvidence: end() },
    ...{ outAt: endsAt + minuteMs, outEvidence: end() },
  };
}
