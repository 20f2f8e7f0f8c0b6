import type { TypingReason } from '#shared/hours.words';
import type { RefusalCode } from '#shared/refusals';
import { dayMs } from '#shared/time';
import type { TypedState } from '#shared/typed-hours.words';
import type { RecordState } from '#shared/vocabulary';
import type { Shift } from '../activities/shift.rules';
import { lastMomentOf } from '../activities/shift.rules';
import { afterEvent } from '../records/record.rules';
import type { Draw } from './cap.rules';

/**
 * A row of what an organisation typed, for its approvers and for the public list. It holds no name: who it was is said
 * by the profile, as long as there is one. It moves with the record, in the same transaction.
 */
export type Typed = {
  version: number;
  typedId: string;
  organisationId: string;
  /** Whose cap it also came from. */
  topId: string;
  month: string;
  draw: Draw;
  volunteerId: string;
  shiftId: string;
  title: string;
  servedFrom: number;
  servedUntil: number;
  minutes: number;
  reason: TypingReason;
  note: string;
  typedAt: number;
  typedBy: string;
  state: TypedState;
  decidedBy?: string;
  decidedAt?: number;
  /** The request that decided it: resent, it is answered and not judged again. */
  decisionId?: string;
  creditedMinutes?: number;
  /** Listed among what waits, until it is decided. */
  gx2pk?: string;
  gx2sk?: string;
};

/** Typing is open from the end of a shift until so long after it. */
const openMs = 30 * dayMs;

type Ended = Pick<Shift, 'startsAt' | 'endsAt'> &
  Partial<Pick<Shift, 'extendedTo' | 'settledAt' | 'cancelledAt'>>;

/** Until when hours of a shift may be typed (ms); undefined when it is settled, or never took place. */
export function typingOpenUntil(shift: Ended): number | undefined {
  if (shift.settledAt !== undefined || shift.cancelledAt !== undefined) return undefined;
  return lastMomentOf(shift) + openMs;
}

type Served = { from: number; until: number };
type Asked = {
  served: Served;
  state: RecordState | undefined;
  /** What the pack would count. */
  minutes: number;
  overlaps: boolean;
  now: number;
};

/** Why hours of a person cannot be typed; undefined when they can, as far as the cap goes. */
export function judgeTyping(
  shift: Ended,
  { served, state, minutes, overlaps, now }: Asked,
): RefusalCode | undefined {
  const until = typingOpenUntil(shift);
  if (until === undefined) return 'typing_closed';
  if (now < lastMomentOf(shift)) return 'typing_too_early';
  if (now > until) return 'typing_closed';
  if (!afterEvent(state, 'type')) return 'typed_state_unfit';
  const inside = served.from >= shift.startsAt && served.until <= lastMomentOf(shift);
  if (!inside || served.from >= served.until || minutes === 0) return 'typed_times_unfit';
  return overlaps ? 'typed_overlap' : undefined;
}

type Circle = { guardians: readonly string[]; dependants: readonly string[] };

/** Whether somebody is the person, looks after them, or is looked after by them. */
export const isOwn = (staff: string, volunteerId: string, family: Circle | undefined): boolean =>
  staff === volunteerId ||
  [...(family?.guardians ?? []), ...(family?.dependants ?? [])].includes(staff);

type Deciding = { by: string; decisionId: string; family: Circle | undefined; overlaps: boolean };
type Verdict = { status: 'exists' | 'open' } | { status: 'refused'; code: RefusalCode };
const refused = (code: RefusalCode): Verdict => ({ status: 'refused', code });

/** Whether somebody may decide on typed hours: the second person, who is neither the first nor concerned. */
export const mayDecide = (
  { typedBy, volunteerId }: Pick<Typed, 'typedBy' | 'volunteerId'>,
  by: string,
  family: Circle | undefined,
): boolean => by !== typedBy && !isOwn(by, volunteerId, family);

/** Typed hours that overlap what was credited meanwhile can only be declined. */
export function judgeDecision(
  typed: Typed,
  { by, decisionId, family, overlaps }: Deciding,
  verdict: 'confirm' | 'decline',
): Verdict {
  if (!mayDecide(typed, by, family)) return refused('not_to_oneself');
  if (typed.decisionId === decisionId) return { status: 'exists' };
  if (typed.state !== 'typed') return refused('already_decided');
  return verdict === 'confirm' && overlaps ? refused('typed_overlap') : { status: 'open' };
}
