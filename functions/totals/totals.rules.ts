import type { EntryGrade } from '#shared/hours.words';
import { monthOf } from '#shared/time';
import type { District } from '#shared/vocabulary';

/** Whose minutes are added up: a person's, an organisation's with all below it, a district's, the whole city's. */
export type Scope =
  | 'city'
  | `district:${District}`
  | `organisation:${string}`
  | `volunteer:${string}`;

/** Credited minutes by grade. */
export type MinutesByGrade = Record<EntryGrade, number>;
/** What a month came to. `services`: how many stand, so one that was taken out again is none. */
export type Sum = MinutesByGrade & { services: number };

/** What of an entry is added up. */
export type Summed = {
  cause: 'service' | 'correction' | 'imported' | 'merge';
  reverses?: number;
  path?: readonly string[];
  district?: District;
  grade: EntryGrade;
  creditedMinutes: number;
  at: number;
};

/**
 * Where an entry counts. It counts in the month in which it was written down: a month that is over never changes.
 * Minutes that a person brings from another account were counted for the organisation, the district and the city
 * before: those count for the person only.
 */
export function scopesOf(volunteerId: string, { cause, path, district }: Summed): Scope[] {
  const own: Scope = `volunteer:${volunteerId}`;
  if (cause === 'merge') return [own];
  const above = new Set(path ?? []);
  return [
    own,
    ...[...above].map((organisationId): Scope => `organisation:${organisationId}`),
    ...(district === undefined ? [] : [`district:${district}` as const]),
    'city',
  ];
}

/** What an entry adds to each of its scopes. */
export function addedBy(entry: Summed): { month: string; sum: Partial<Sum> } {
  const { cause, reverses, grade, creditedMinutes, at } = entry;
  const once = reverses === undefined ? 1 : -1;
  const services = cause === 'merge' ? 0 : once;
  return { month: monthOf(at), sum: { [grade]: creditedMinutes, services } };
}
