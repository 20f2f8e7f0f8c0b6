import { dayMs, dayOf, hourMs, minuteMs, startOfDay } from '#shared/time';
import type { District } from '#shared/vocabulary';
import { districtCodes } from '#shared/vocabulary';
import type { Fact, FactEnd } from '../../functions/suspicions/fact.rules';
import type { Chance } from '../seed/random';
import { chanceOf } from '../seed/random';

/**
 * A made-up city for a month: who serves where, on which phone, at whose screen. What is honest and what is planted is
 * known, so that the rules can be measured. The same seed gives the same city.
 */
export type City = {
  chance: Chance;
  facts: Fact[];
  organisations: MadeOrganisation[];
  people: Person[];
  staff: Set<string>;
  emergencyDays: Map<District, Set<string>>;
  /** Nobody's reserved times overlap: the product makes that impossible, for honest and others. */
  calendar: Map<string, MadeShift[]>;
};
export type Person = { id: string; device: string; registeredAt: number };
export type MadeOrganisation = {
  id: string;
  district: District;
  latitude: number;
  longitude: number;
  staff: string[];
  approver: string;
  regulars: Person[];
};
export type MadeShift = Omit<Fact, 'volunteerId' | 'minutes' | 'grade'> & { organiser: string };

export const firstMs = startOfDay('20261101');
export const days = 28;

export const idOf = (chance: Chance): string =>
  Array.from({ length: 12 }, () => chance.whole(0, 15).toString(16)).join('');

export const personOf = (chance: Chance, registeredAt?: number): Person => ({
  id: idOf(chance),
  device: idOf(chance),
  registeredAt:
    registeredAt ?? firstMs - chance.whole(5, 900) * dayMs - chance.whole(0, 86_399_999),
});

export function emptyCity(seed: number): City {
  const chance = chanceOf(`fraud city ${seed}`);
  return {
    chance,
    facts: [],
    organisations: [],
    people: [],
    staff: new Set(),
    emergencyDays: new Map(),
    calendar: new Map(),
  };
}

/** An organisation with its staff and its people, somewhere in one of the districts. */
export function addOrganisation(city: City, size: number): MadeOrganisation {
  const { chance } = city;
  const place = chance.whole(0, districtCodes.length - 1);
  const regulars = Array.from({ length: size }, () => personOf(chance));
  const organisation: MadeOrganisation = {
    id: idOf(chance),
    district: districtCodes[place] as District,
    // The districts lie some 15 km from each other.
    latitude: 36 + (place % 4) * 0.14 + chance.next() * 0.03,
    longitude: 120.1 + Math.floor(place / 4) * 0.17 + chance.next() * 0.03,
    staff: Array.from({ length: chance.whole(1, 3) }, () => idOf(chance)),
    approver: idOf(chance),
    regulars,
  };
  city.organisations.push(organisation);
  city.people.push(...regulars);
  for (const one of [...organisation.staff, organisation.approver]) city.staff.add(one);
  return organisation;
}

type When = { day: number; hour: number; minutes: number; organiser?: string };

export function shiftAtPlace(
  city: City,
  organisation: MadeOrganisation,
  { day, hour, minutes, organiser }: When,
): MadeShift {
  const { chance } = city;
  const startsAt = firstMs + day * dayMs + Math.round(hour * 60) * minuteMs;
  return {
    shiftId: idOf(chance),
    organisationId: organisation.id,
    path: ['0'.repeat(12), organisation.id],
    district: organisation.district,
    day: dayOf(startsAt),
    latitude: organisation.latitude + (chance.next() - 0.5) * 0.01,
    longitude: organisation.longitude + (chance.next() - 0.5) * 0.01,
    radiusMeters: 300,
    startsAt,
    endsAt: startsAt + minutes * minuteMs,
    organiser: organiser ?? chance.pick(organisation.staff),
  };
}

export type Ends = { in: FactEnd; out: FactEnd };

/** A bell of three dice, −1 … 1. */
const bell = (chance: Chance): number => (chance.next() + chance.next() + chance.next()) / 1.5 - 1;

/** Comes and goes as people do: some before the start, some late, some called away. */
export function livedEnds(city: City, shift: MadeShift, person: Person): Ends {
  const { chance } = city;
  const { startsAt, endsAt, organiser } = shift;
  const leftEarly = chance.next() < 0.07 ? chance.whole(20, 60) * minuteMs : 0;
  const scan = (at: number): FactEnd => ({
    ...{ at: Math.round(at), by: chance.next() < 0.04 ? 'digits' : 'token' },
    ...{ witness: organiser, device: person.device },
    ...(chance.next() < 0.6 && { far: chance.next() < 0.01 }),
    ...(chance.next() < 0.002 && { picture: true as const }),
  });
  const came = startsAt - 8 * minuteMs + bell(chance) * 14 * minuteMs;
  const left = endsAt + 4 * minuteMs + bell(chance) * 7 * minuteMs - leftEarly;
  return { in: scan(came), out: scan(Math.max(left, came + 10 * minuteMs)) };
}

function reserves({ calendar }: City, shift: MadeShift, { id }: Person): boolean {
  const known = calendar.get(id) ?? [];
  const clashes = known.some((it) => it.startsAt < shift.endsAt && shift.startsAt < it.endsAt);
  if (!clashes) calendar.set(id, [...known, shift]);
  return !clashes;
}

/** Puts a fact of somebody at a shift into the city, unless their time is taken. */
export function serve(
  city: City,
  shift: MadeShift,
  person: Person,
  told: Partial<Fact> & Partial<Ends> = {},
): Fact[] {
  if (!reserves(city, shift, person)) return [];
  const { organiser: _, ...place } = shift;
  const { in: came, out: left } = { ...livedEnds(city, shift, person), ...told };
  const until = Math.min(left.at, shift.endsAt);
  const minutes = Math.max(1, Math.floor((until - Math.max(came.at, shift.startsAt)) / minuteMs));
  const fact: Fact = {
    ...place,
    ...{ volunteerId: person.id, registeredAt: person.registeredAt, minutes, grade: 'C' },
    ...told,
    ...{ in: came, out: left },
  };
  city.facts.push(fact);
  return [fact];
}

type Typing = { by: string; at: number; reason: NonNullable<Fact['typing']>['reason'] };

/** Typed hours: a time that was said, for a part of the shift. */
export function typeIn(
  city: City,
  shift: MadeShift,
  person: Person,
  typed: { typing: Typing; approver: string; approvedAt: number; from?: number; until?: number },
): Fact[] {
  const { typing, approver, approvedAt, from, until } = typed;
  return serve(city, shift, person, {
    in: { at: from ?? shift.startsAt, by: 'confirmed' },
    out: { at: until ?? shift.endsAt, by: 'confirmed' },
    typing,
    decision: { by: approver, at: approvedAt },
    grade: 'E',
  });
}

/** A working hour of the days after a shift. */
export const officeTime = (chance: Chance, shift: MadeShift, daysLater = 1): number =>
  startOfDay(dayOf(shift.endsAt)) + daysLater * dayMs + chance.whole(9 * 60, 17 * 60) * minuteMs;

/** A late end: the time is the code's, on the grid of 15 seconds. */
export const lateEnd = (end: FactEnd, arrivedAt: number): FactEnd => ({
  ...end,
  at: Math.floor(end.at / 15_000) * 15_000,
  lateAt: arrivedAt,
});

/** Serves; one phone in thirty uploads late, one person in thirty forgets to check out. */
export function attend(city: City, shift: MadeShift, person: Person): Fact[] {
  const { chance } = city;
  const ends = livedEnds(city, shift, person);
  const luck = chance.next();
  if (luck < 0.03) {
    const arrived = ends.out.at + chance.whole(1, 20) * hourMs;
    return serve(city, shift, person, {
      ...{ in: lateEnd(ends.in, arrived), out: lateEnd(ends.out, arrived) },
      decision: { by: shift.organiser, at: officeTime(chance, shift, 2) },
    });
  }
  if (luck < 0.06) {
    return serve(city, shift, person, {
      ...{ in: ends.in, out: { at: shift.endsAt, by: 'confirmed' }, grade: 'D' },
      decision: { by: shift.organiser, at: officeTime(chance, shift, 2) },
    });
  }
  return serve(city, shift, person, ends);
}

/** Everybody once, in a random order, at most so many. */
export const someOf = <T>(chance: Chance, list: readonly T[], count: number): T[] =>
  chance.shuffled(list).slice(0, count);
