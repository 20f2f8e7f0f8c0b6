import type { Place } from '#shared/activities';
import type { RefusalCode } from '#shared/refusals';
import { dayMs, hourMs, minuteMs } from '#shared/time';
import type { Beneficiary, Category, District, ShiftPhase } from '#shared/vocabulary';

/** What is told about an activity. `path`: its organisation and those above, root first, as at publication. */
export type Activity = {
  version: number;
  activityId: string;
  organisationId: string;
  organisationName: string;
  path: string[];
  title: string;
  description: string;
  category: Category;
  beneficiary: Beneficiary;
  district: District;
  place: Place;
  risks: string;
  contact: string;
  shiftIds: string[];
  publishedAt: number;
  publishedBy: string;
  /** The mark of the request that made it: the same id with another story is refused. */
  requestMark?: string;
};

/** One screen that may show codes: to whom it was issued, and whether it still counts. */
export type Gate = { memberId: string; issuedAt: number; revokedAt?: number };

/**
 * A time and a place of an activity. It repeats what a list and a scan need, so that neither reads the activity.
 * `shards` (capacity and roster) and the rule pack are fixed at publication. Listed by district and day on gx2.
 */
export type Shift = {
  version: number;
  shiftId: string;
  activityId: string;
  organisationId: string;
  organisationName: string;
  path: string[];
  title: string;
  category: Category;
  district: District;
  placeName: string;
  latitude: number;
  longitude: number;
  radiusMeters: number;
  startsAt: number;
  endsAt: number;
  capacity: number;
  shards: number;
  pack: { id: string; version: number };
  gates: Record<string, Gate>;
  cancelledAt?: number;
  gx2pk: string;
  gx2sk: string;
};

/** A part of a shift's places. `taken` never exceeds `capacity`; a closed shard gives none. */
export type Places = { taken: number; capacity: number; open: boolean };
/** How many records stand in each state: a projection of the stream. */
export type Counts = { signedUp: number; checkedIn: number; credited: number };

/** Codes are shown, and people checked in, from half an hour before the start. */
export const earlyMs = 30 * minuteMs;
/** A check-out counts until two hours after the end. */
export const graceMs = 2 * hourMs;
/** An activity is published at most this long ahead. */
const aheadMs = 366 * dayMs;
const gatesMax = 20;
/** A batch of codes reaches this far; the screen fetches the next one while it has network. */
const batchMs = 4 * hourMs;

type Span = { startsAt: number; endsAt: number };

export function phaseOf({ startsAt, endsAt }: Span, now: number): ShiftPhase {
  if (now < startsAt) return 'upcoming';
  return now < endsAt ? 'running' : 'ended';
}

/** Why a shift may not be announced now; undefined when it may. It must lie ahead, within a year. */
export function judgePlan({ startsAt, endsAt }: Span, now: number): RefusalCode | undefined {
  if (endsAt <= now) return 'shift_in_the_past';
  return startsAt < now + aheadMs ? undefined : 'shift_too_far_ahead';
}

/**
 * Over how many partitions a shift's places and roster are spread, so that a rush finds no single hot item: one up to
 * 40 places, one for every 50 above that, at most ten.
 */
export const shardsFor = (capacity: number): number =>
  capacity <= 40 ? 1 : Math.min(10, Math.ceil(capacity / 50));

/** The places of each shard; they add up to the capacity. */
export function splitCapacity(capacity: number, shards: number): number[] {
  const each = Math.floor(capacity / shards);
  return Array.from({ length: shards }, (_, index) => each + (index < capacity % shards ? 1 : 0));
}

export const hasPlace = (places: Places | undefined): boolean =>
  places?.open === true && places.taken < places.capacity;

export type GateVerdict =
  | { status: 'same' | 'issued'; gate: number }
  | { status: 'refused'; code: RefusalCode };

type GateQuestion = Span & { gates: Record<string, Gate>; cancelledAt?: number };

/** Which gate a member shows codes at: the one they have, or the next. One member is one gate. */
export function judgeGate(shift: GateQuestion, memberId: string, now: number): GateVerdict {
  if (shift.cancelledAt !== undefined) return { status: 'refused', code: 'shift_cancelled' };
  if (now < shift.startsAt - earlyMs) return { status: 'refused', code: 'gate_too_early' };
  if (now > shift.endsAt + graceMs) return { status: 'refused', code: 'checkout_too_late' };
  const gates = Object.entries(shift.gates);
  const mine = gates.find(([, gate]) => gate.memberId === memberId && !gate.revokedAt);
  if (mine) return { status: 'same', gate: Number(mine[0]) };
  if (gates.length >= gatesMax) return { status: 'refused', code: 'gates_exhausted' };
  return { status: 'issued', gate: gates.length };
}

/** From when until when a batch issued now has codes. */
export function batchSpan(shift: Span, now: number): { from: number; until: number } {
  return { from: now, until: Math.min(now + batchMs, shift.endsAt + graceMs) };
}

/** How many places are gone, as the projection last counted. */
export const takenOf = (counts: Counts | undefined): number =>
  counts ? counts.signedUp + counts.checkedIn + counts.credited : 0;
