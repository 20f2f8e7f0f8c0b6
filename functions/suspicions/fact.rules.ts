import type { EntryGrade, TypingReason } from '#shared/hours.words';
import type { Gcj02 } from '#shared/place';
import { dayOf, minuteMs } from '#shared/time';
import type { District } from '#shared/vocabulary';
import { doubtsOf } from '../records/grade.rules';
import type { Evidence, ServiceRecord } from '../records/record.rules';

/** One end of a service, as far as it can speak for or against it. `at` in ms. */
export type FactEnd = {
  at: number;
  by: Evidence['by'];
  /** Whose screen was scanned, or who scanned the volunteer: who else says that somebody was there. */
  witness?: string;
  device?: string;
  picture?: true;
  /** Whether the position told lies outside the place; undefined when none was told. */
  far?: boolean;
  /** When a late one arrived (ms). */
  lateAt?: number;
};

/**
 * What is compared of one record that counts or waits to count: who, where, when, and on whose word. No name, no
 * coordinate of a person. `latitude` and `longitude` are the shift's place.
 */
export type Fact = {
  volunteerId: string;
  shiftId: string;
  organisationId: string;
  path: string[];
  district: District;
  /** The day the service began. */
  day: string;
  latitude: number;
  longitude: number;
  radiusMeters: number;
  startsAt: number;
  endsAt: number;
  minutes: number;
  grade: EntryGrade;
  in?: FactEnd;
  out?: FactEnd;
  typing?: { by: string; at: number; reason: TypingReason };
  /** Who agreed to what was typed, or vouched for what was late. */
  decision?: { by: string; at: number };
  registeredAt?: number;
};

/** Of the shift and the person, what a fact repeats. */
export type FactShift = Pick<
  Fact,
  'organisationId' | 'path' | 'district' | 'latitude' | 'longitude' | 'radiusMeters'
> & { gates: Record<string, { memberId: string }> };

/** `enteredAt`: when the hours were written down, which is when typed ones were agreed to (ms). */
type Beside = { registeredAt?: number | undefined; enteredAt?: number | undefined };

/** The fact of a record that has both its times and counts, or was typed and waits; undefined of any other. */
export function factOf(
  record: ServiceRecord,
  shift: FactShift,
  { registeredAt, enteredAt }: Beside,
): Fact | undefined {
  const { state, inAt, outAt, typing, inEvidence, outEvidence } = record;
  if (!isCompared(state) || inAt === undefined || outAt === undefined) return undefined;
  const { organisationId, path, district, latitude, longitude, radiusMeters } = shift;
  const decision = decisionOf(record, enteredAt);
  return {
    ...{ volunteerId: record.volunteerId, shiftId: record.shiftId },
    ...{ organisationId, path, district, latitude, longitude, radiusMeters },
    ...{ day: dayOf(record.startsAt), startsAt: record.startsAt },
    endsAt: record.extendedTo ?? record.endsAt,
    minutes: record.rawMinutes ?? Math.floor((outAt - inAt) / minuteMs),
    grade: record.grade ?? (typing ? 'E' : 'D'),
    in: inEvidence ? endOf(inAt, inEvidence, shift) : { at: inAt, by: 'confirmed' },
    out: outEvidence ? endOf(outAt, outEvidence, shift) : { at: outAt, by: 'confirmed' },
    ...(typing && { typing: { by: typing.by, at: typing.at, reason: typing.reason } }),
    ...(decision && { decision }),
    ...(registeredAt !== undefined && { registeredAt }),
  };
}

/** Records that count, or were typed and wait to. */
export const isCompared = (state: ServiceRecord['state'] | undefined): boolean =>
  state === 'credited' || state === 'typed';

function decisionOf({ decision, typing }: ServiceRecord, enteredAt: number | undefined) {
  if (decision?.verdict === 'confirm') return { by: decision.by, at: decision.at };
  if (typing?.approvedBy === undefined || enteredAt === undefined) return undefined;
  return { by: typing.approvedBy, at: enteredAt };
}

function endOf(at: number, evidence: Evidence, { gates, radiusMeters }: FactShift): FactEnd {
  const { by, gate, countersignedBy, device, metersAway } = evidence;
  const doubts = doubtsOf({ inEvidence: evidence }, { radiusMeters });
  const witness = countersignedBy ?? (by === 'card' ? undefined : gates[gate]?.memberId);
  return {
    ...{ at, by },
    ...(witness !== undefined && { witness }),
    ...(device !== undefined && { device }),
    ...(doubts.includes('forwarded_picture') && { picture: true }),
    ...(metersAway !== undefined && { far: doubts.includes('far_away') }),
    ...(evidence.late && { lateAt: evidence.arrivedAt ?? at }),
  };
}

/** The record that a fact is about: what an auditor opens. */
export const keyOfFact = ({ volunteerId, shiftId }: Fact): string => `${volunteerId}#${shiftId}`;

/** Somebody scanned at this end, when it happened or late; not a time that was said. */
export const isScanned = (end: FactEnd | undefined): end is FactEnd =>
  end !== undefined && end.by !== 'joint' && end.by !== 'confirmed';
/** Scanned on the volunteer's own side: whatever a staff member scans marks the staff's phone. */
export const isOwnScan = (end: FactEnd | undefined): end is FactEnd =>
  isScanned(end) && end.by !== 'countersign' && end.by !== 'card';
export const isLate = (end: FactEnd | undefined): boolean => end?.lateAt !== undefined;

/** Whether anything but a word stands behind the service. */
export const wasScanned = (fact: Fact): boolean =>
  !fact.typing && (isScanned(fact.in) || isScanned(fact.out));

export const placeOf = ({ latitude, longitude }: Fact): Gcj02 => ({
  ...{ latitude, longitude },
  datum: 'gcj02',
});

/** The items by a name each has; those without one are left out. */
export function groupsOf<T>(items: readonly T[], nameOf: (item: T) => string | undefined) {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = nameOf(item);
    if (name === undefined) continue;
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}

/** How many different people. */
export const peopleOf = (facts: readonly Fact[]): Set<string> =>
  new Set(facts.map(({ volunteerId }) => volunteerId));
