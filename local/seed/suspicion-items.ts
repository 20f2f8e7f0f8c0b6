import { stepAt } from '#shared/code';
import { dayMs, dayOf, hourMs, minuteMs, startOfDay } from '#shared/time';
import { countsAt, placesAt, shiftAt } from '../../functions/activities/activity.table';
import type { Shift } from '../../functions/activities/shift.rules';
import { splitCapacity } from '../../functions/activities/shift.rules';
import { agendaIndex } from '../../functions/indexes';
import { isShiftKey } from '../../functions/keys';
import { emptyWallet, walletAt } from '../../functions/ledger/wallet.table';
import { idFor, shiftIdFor } from '../../functions/platform/ids';
import { credit } from '../../functions/records/crediting';
import type { Evidence, ServiceRecord } from '../../functions/records/record.rules';
import { recordAt } from '../../functions/records/record.table';
import { packFor } from '../../functions/rule-packs/pack.rules';
import { shippedPacks } from '../../functions/rule-packs/shipped';
import { signedUp } from '../../functions/signups/standing';
import { examineOrganisation, examinePerson } from '../../functions/suspicions/examine.rules';
import type { Fact } from '../../functions/suspicions/fact.rules';
import { factOf } from '../../functions/suspicions/fact.rules';
import type { Suspicion } from '../../functions/suspicions/signal.rules';
import { findingOf, rankOf } from '../../functions/suspicions/suspicion.rules';
import { findingAt, listedAt } from '../../functions/suspicions/suspicion.table';
import type { SeedPerson } from './people';
import { beachTeam } from './people';
import { at } from './random';
import type { World } from './world';

/**
 * Three things for the auditor to find, by people of the crowd: a class on one phone, rows typed at two in the morning
 * for events that nobody attended, and somebody in two places. What stands in the findings is what the rules say of it.
 */
export function addSuspicions(world: World, people: readonly SeedPerson[], now: number): void {
  const base = modelOf(world, now);
  const fresh = people.filter(({ key, volunteerId }) => {
    const wallet = world.get(walletAt(volunteerId));
    return key.startsWith('crowd') && (wallet?.hours.sequence ?? 0) === 0;
  });
  if (!base || fresh.length < 34) return;
  const scene: Scene = { world, base, day: startOfDay(dayOf(now - 2 * dayMs)) };
  const classFacts = onePhone(scene, fresh.slice(0, 12));
  const typedFacts = typedAtNight(scene, fresh.slice(12, 33));
  const travelFacts = inTwoPlaces(scene, at(fresh, 33));
  const calm = { emergencyDays: new Set<string>() };
  const found = [
    ...examineOrganisation([...classFacts, ...typedFacts], calm),
    ...examinePerson(travelFacts),
  ];
  for (const suspicion of found) keep(world, suspicion, scene.day);
}

type Scene = { world: World; base: Shift; day: number };

/** A shift of the beach team that is over: the others are like it, at other times. */
const modelOf = (world: World, now: number): Shift | undefined =>
  world
    .items()
    .filter((item) => isShiftKey(item))
    .map((item) => item as unknown as Shift)
    .find(
      ({ organisationId, endsAt, cancelledAt }) =>
        organisationId === beachTeam && endsAt < now - dayMs && cancelledAt === undefined,
    );

type When = { name: string; hour: number; far?: boolean };

function shiftLike({ world, base, day }: Scene, { name, hour, far }: When): Shift {
  const startsAt = day + hour * hourMs;
  const shiftId = shiftIdFor(day, 'seed suspicion', name);
  const shift: Shift = {
    ...base,
    ...{ shiftId, title: name, startsAt, endsAt: startsAt + 2 * hourMs },
    ...(far && { placeName: '莱西姜山湿地', latitude: 36.72, longitude: 120.53 }),
    gx2pk: agendaIndex(base.district, dayOf(startsAt)),
    gx2sk: `${startsAt}#${shiftId}`,
  };
  world.put(shiftAt(shiftId), shift);
  return shift;
}

/** What the projections would have counted. */
function count(world: World, shift: Shift, credited: number): void {
  const { shiftId, capacity, shards } = shift;
  world.put(countsAt(shiftId), { signedUp: 0, checkedIn: 0, credited });
  for (const [shard, places] of splitCapacity(capacity, shards).entries()) {
    const taken = shard === 0 ? credited : 0;
    world.put(placesAt(shiftId, shard), { taken, capacity: Math.max(places, taken), open: true });
  }
}

type Ended = Pick<ServiceRecord, 'inAt' | 'outAt'> & Partial<ServiceRecord>;

/** Credits somebody as the product would, and gives what is compared of it. */
function serve(
  { world }: Scene,
  { volunteerId, name }: SeedPerson,
  { shift, ended, creditedAt }: { shift: Shift; ended: Ended; creditedAt: number },
): Fact[] {
  const salt = idFor('seed salt', volunteerId, shift.shiftId);
  const open: ServiceRecord = { ...signedUp({ volunteerId, name }, shift), salt, ...ended };
  const record = { ...open, placeShard: 0 };
  const pack = packFor(shippedPacks, shift.district, shift.startsAt);
  const wallet = world.get(walletAt(volunteerId)) ?? emptyWallet;
  world.put(recordAt(volunteerId, shift.shiftId), record);
  const done = credit(record, wallet, { shift, pack, at: creditedAt });
  world.take(done.writes);
  const fact = factOf(done.record, shift, { enteredAt: creditedAt });
  return fact ? [fact] : [];
}

const scan = (scannedAt: number, name: string, device?: string): Evidence => ({
  ...{ scanId: idFor('seed scan', name, String(scannedAt)), by: 'token', gate: 0 },
  ...{ step: stepAt(scannedAt), ...(device && { device }) },
});

function onePhone(scene: Scene, people: readonly SeedPerson[]): Fact[] {
  const shift = shiftLike(scene, { name: '周末净滩体验课', hour: 9 });
  count(scene.world, shift, people.length);
  return people.flatMap((person, i) => {
    const [inAt, outAt] = [shift.startsAt + i * 25_000, shift.endsAt + i * 20_000];
    const ended: Ended = {
      ...{ inAt, outAt, state: 'checked_in' },
      inEvidence: scan(inAt, person.key, 'seed device'),
      outEvidence: scan(outAt, person.key, 'seed device'),
    };
    return serve(scene, person, { shift, ended, creditedAt: outAt });
  });
}

function typedAtNight(scene: Scene, people: readonly SeedPerson[]): Fact[] {
  const [typist, approver, ...others] = people;
  if (!typist || !approver) return [];
  const shifts = [9, 11.5, 14, 16.5].map((hour, i) =>
    shiftLike(scene, { name: `海岸巡护第 ${i + 1} 组`, hour }),
  );
  const typedAt = scene.day + dayMs + 2 * hourMs;
  const facts = others.flatMap((person, i) => {
    const shift = at(shifts, i % shifts.length);
    const rowAt = typedAt + i * 2 * minuteMs;
    const typing = {
      ...{ by: typist.volunteerId, at: rowAt, reason: 'no_phone' as const },
      ...{ typedId: idFor('seed typed', person.key), note: '手机没电，本人确认到场' },
      approvedBy: approver.volunteerId,
    };
    const { startsAt: inAt, endsAt: outAt } = shift;
    const ended: Ended = { inAt, outAt, state: 'typed', typing };
    return serve(scene, person, { shift, ended, creditedAt: rowAt + minuteMs });
  });
  for (const shift of shifts) {
    count(scene.world, shift, facts.filter(({ shiftId }) => shiftId === shift.shiftId).length);
  }
  return facts;
}

function inTwoPlaces(scene: Scene, person: SeedPerson): Fact[] {
  const shifts = [
    shiftLike(scene, { name: '栈桥文明引导', hour: 14 }),
    shiftLike(scene, { name: '湿地观鸟讲解', hour: 16.2, far: true }),
  ];
  return shifts.flatMap((shift) => {
    count(scene.world, shift, 1);
    const [inAt, outAt] = [shift.startsAt, shift.endsAt];
    const ended: Ended = {
      ...{ inAt, outAt, state: 'checked_in' },
      inEvidence: scan(inAt, person.key),
      outEvidence: scan(outAt, person.key),
    };
    return serve(scene, person, { shift, ended, creditedAt: outAt });
  });
}

function keep(world: World, suspicion: Suspicion, day: number): void {
  const month = dayOf(day).slice(0, 6);
  const { kind, id } = suspicion.subject;
  const findingId = idFor('seed suspicion', kind, id);
  const finding = findingOf(suspicion, { findingId, month, at: day + dayMs + 3 * hourMs });
  world.put(findingAt(findingId), finding);
  const rank = rankOf(finding.severity);
  for (const one of finding.path) {
    world.put(listedAt(one, month, { rank, findingId }), { findingId, rule: finding.rule, rank });
  }
}
