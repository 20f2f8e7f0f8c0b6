import type { Conditions } from '#shared/activities';
import type { RefusalCode } from '#shared/refusals';
import { hourMs, minuteMs } from '#shared/time';
import type { Category, District, ShiftPhase } from '#shared/vocabulary';

/** One screen that may show codes: to whom it was issued, whether it still counts, and who took it over. */
export type Gate = { memberId: string; issuedAt: number; revokedAt?: number; takenBy?: string };
/** That a shift was extended on the spot, by which request: asked again it is the same one. */
export type Extension = { extensionId: string; until: number };

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
  /** Whom it takes, as the activity said when it was published. */
  conditions: Conditions;
  insured: boolean;
  district: District;
  placeName: string;
  latitude: number;
  longitude: number;
  radiusMeters: number;
  startsAt: number;
  endsAt: number;
  capacity: number;
  shards: number;
  /** The rule pack that holds at its start, and of it how long after the end a check-out counts. */
  pack: { id: string; version: number };
  graceMinutes: number;
  /** Extended on the spot: service counts until then. */
  extendedTo?: number;
  extensions?: Extension[];
  gates: Record<string, Gate>;
  cancelledAt?: number;
  cancelReason?: string;
  /** A postponed shift is cancelled and goes on under another id, whose people are asked again. */
  movedTo?: string;
  movedFrom?: string;
  /** Names the risk notice and the insurance that people agree to when they sign up. */
  terms?: string;
  /**
   * The organiser's last word on it, and whose: nothing is typed any more. Its hours stand on the public notice until
   * then (ms).
   */
  settledAt?: number;
  settledBy?: string;
  noticeUntil?: number;
  /** Who shows the codes because the organiser did not come, until the last check-out. */
  standIn?: { volunteerId: string; at: number };
  gx2pk: string;
  gx2sk: string;
};

/** A part of a shift's places. `taken` never exceeds `capacity`; a closed shard gives none. */
export type Places = { taken: number; capacity: number; open: boolean };
/** How many records stand in each state, and when the last scan at each end was: a projection of the stream. */
export type Counts = {
  signedUp: number;
  checkedIn: number;
  /** Came, and wait for somebody's word. */
  pending?: number;
  credited: number;
  lastInAt?: number;
  lastOutAt?: number;
};

/** Codes are shown, and people checked in, from half an hour before the start. */
export const earlyMs = 30 * minuteMs;
/** When it ends, with what it was extended by on the spot. */
export const lastMomentOf = ({ endsAt, extendedTo = 0 }: Ending): number =>
  Math.max(endsAt, extendedTo);
/** Until when a check-out counts: the pack's grace after the end. */
export const graceEndsAt = (shift: Ending & Pick<Shift, 'graceMinutes'>): number =>
  lastMomentOf(shift) + shift.graceMinutes * minuteMs;
const gatesMax = 20;
/** A batch of codes reaches this far; the screen fetches the next one while it has network. */
const batchMs = 4 * hourMs;

export type Span = { startsAt: number; endsAt: number };
type Ending = { endsAt: number; extendedTo?: number };

export function phaseOf(shift: Span & Ending, now: number): ShiftPhase {
  if (now < shift.startsAt) return 'upcoming';
  return now < lastMomentOf(shift) ? 'running' : 'ended';
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

type GateQuestion = Span &
  Pick<Shift, 'graceMinutes' | 'extendedTo'> & {
    gates: Record<string, Gate>;
    cancelledAt?: number;
  };

/** Whether it was called off before anybody could be in; whoever was in later still checks out at a gate. */
const wasEmpty = ({ startsAt, cancelledAt }: GateQuestion): boolean =>
  cancelledAt !== undefined && cancelledAt < startsAt - earlyMs;

/** Which gate a member shows codes at: the one they have, or the next. One member is one gate. */
export function judgeGate(shift: GateQuestion, memberId: string, now: number): GateVerdict {
  if (wasEmpty(shift)) return { status: 'refused', code: 'shift_cancelled' };
  if (now < shift.startsAt - earlyMs) return { status: 'refused', code: 'gate_too_early' };
  if (now > graceEndsAt(shift)) return { status: 'refused', code: 'checkout_too_late' };
  const gates = Object.entries(shift.gates);
  const mine = gates.find(([, gate]) => gate.memberId === memberId && !gate.revokedAt);
  if (mine) return { status: 'same', gate: Number(mine[0]) };
  if (gates.length >= gatesMax) return { status: 'refused', code: 'gates_exhausted' };
  return { status: 'issued', gate: gates.length };
}

/** Whether somebody stands in for the organiser of a shift: until nobody can check out any more. */
export const standsIn = (
  shift: Pick<Shift, 'standIn' | 'endsAt' | 'extendedTo' | 'graceMinutes'>,
  volunteerId: string,
  now: number,
): boolean => shift.standIn?.volunteerId === volunteerId && now <= graceEndsAt(shift);

/** From when until when a batch issued now has codes. */
export function batchSpan(
  shift: Span & Pick<Shift, 'graceMinutes' | 'extendedTo'>,
  now: number,
): { from: number; until: number } {
  return { from: now, until: Math.min(now + batchMs, graceEndsAt(shift)) };
}

/** How many places are gone, as the projection last counted. */
export const takenOf = (counts: Counts | undefined): number =>
  counts ? counts.signedUp + counts.checkedIn + (counts.pending ?? 0) + counts.credited : 0;
