import { dayOf, hourMs, minuteMs, startOfDay } from '#shared/time';
import type { Fact, FactEnd } from '../../functions/suspicions/fact.rules';

/** Facts for the rules of suspicion: a two-hour service on one's own phone, at the organiser's screen, unless told. */
export const factsDay = startOfDay('20261110');
export const at = (day: number, hour: number): number => factsDay + (day * 24 + hour) * hourMs;

const end = (time: number, person: string): FactEnd => ({
  ...{ at: time, by: 'token', witness: 'organiser', device: `phone of ${person}` },
});

type Told = Partial<Fact> & { from?: number; minutes?: number };

export function fact(person: string, shift: string, told: Told = {}): Fact {
  const { from = at(0, 9), minutes = 120, ...rest } = told;
  const until = from + minutes * minuteMs;
  return {
    ...{ volunteerId: person, shiftId: shift, organisationId: 'team', path: ['root', 'team'] },
    ...{ district: '370202', day: dayOf(from), latitude: 36.06, longitude: 120.38 },
    ...{ radiusMeters: 300, startsAt: from, endsAt: until, minutes, grade: 'C' },
    ...{ in: end(from, person), out: end(until, person) },
    ...rest,
  };
}

/** Typed the next morning by one, agreed to in the afternoon by another. */
export function typed(person: string, shift: string, told: Told & { typedAt?: number } = {}): Fact {
  const { typedAt, ...rest } = told;
  const plain = fact(person, shift, rest);
  const typingAt = typedAt ?? plain.endsAt + 20 * hourMs;
  return {
    ...plain,
    in: { at: plain.startsAt, by: 'confirmed' },
    out: { at: plain.endsAt, by: 'confirmed' },
    typing: { by: 'typist', at: typingAt, reason: 'no_phone' },
    decision: { by: 'approver', at: typingAt + 5 * hourMs },
    grade: 'E',
    ...rest,
  };
}

/** `p0`, `p1` … */
export const crowdOf = (count: number, name = 'p'): string[] =>
  Array.from({ length: count }, (_, i) => `${name}${i}`);
