import type { RosterRow } from '#shared/activities';
import type { Doubt } from '#shared/hours.words';
import { doubts } from '#shared/hours.words';
import { minuteMs } from '#shared/time';
import type { Shift } from '../activities/shift.rules';
import { doubtsOf } from '../records/grade.rules';
import { isAskedAgain } from '../records/recheck.rules';
import type { Break, ServiceRecord } from '../records/record.rules';

/** What the organiser sees of each person: how far they have come, and what is doubtful about it. */
export type Around = {
  shift: Pick<Shift, 'radiusMeters' | 'gates'>;
  /** The phones that more than one person scanned with. */
  shared: ReadonlySet<string>;
  now: number;
};

export function rowOf(record: ServiceRecord, around: Around): RosterRow {
  const { volunteerId, maskedName, state, inAt, outAt, creditedMinutes, walkIn, absence } = record;
  const { breaks = [], grade } = record;
  const away = awayMinutes(breaks, outAt ?? around.now);
  const isAway = state === 'checked_in' && breaks.some(({ until }) => until === undefined);
  return {
    ...{ volunteerId, maskedName, state, inAt, outAt, creditedMinutes, walkIn, absence, grade },
    doubts: doubtsAt(record, around),
    lateMinutes: past(record.startsAt, inAt),
    earlyMinutes: past(outAt, record.endsAt),
    breakMinutes: away > 0 ? away : undefined,
    onBreak: isAway || undefined,
  };
}

/** Whole minutes from one time to a later one; undefined when it is not later, or there is none. */
function past(from: number | undefined, until: number | undefined): number | undefined {
  if (from === undefined || until === undefined) return undefined;
  const minutes = Math.floor((until - from) / minuteMs);
  return minutes > 0 ? minutes : undefined;
}

const awayMinutes = (breaks: readonly Break[], now: number): number =>
  Math.floor(
    breaks.reduce((sum, { from, until = now }) => sum + Math.max(0, until - from), 0) / minuteMs,
  );

/** A question that may still be answered is no doubt yet. */
function doubtsAt(record: ServiceRecord, { shift, shared, now }: Around): Doubt[] {
  const { inEvidence, outEvidence } = record;
  if (!inEvidence && !outEvidence && !record.typing) return [];
  const { radiusMeters, gates } = shift;
  const ends = [inEvidence, outEvidence].flatMap((end) => end ?? []);
  const found = doubtsOf(record, {
    radiusMeters,
    sharedDevice: ends.some(({ device }) => device !== undefined && shared.has(device)),
    revokedGates: Object.keys(gates)
      .filter((gate) => gates[gate]?.revokedAt !== undefined)
      .map(Number),
  });
  const passing = isAskedAgain(record, now);
  const serving = record.state === 'checked_in';
  return found.filter(
    // Whoever still serves has one end by nature.
    (doubt) => !(doubt === 'one_end' && serving) && !(doubt === 'recheck_missed' && passing),
  );
}

const gravest = Object.keys(doubts) as Doubt[];
const rankOf = ({ doubts: [first] }: RosterRow): number =>
  first === undefined ? gravest.length : gravest.indexOf(first);

/** The gravest doubt first; of the same, whoever has more of them. */
export const byDoubt = (one: RosterRow, other: RosterRow): number =>
  rankOf(one) - rankOf(other) || other.doubts.length - one.doubts.length;
