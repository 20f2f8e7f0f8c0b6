import type { RefusalCode } from '#shared/refusals';
import { dayMs } from '#shared/time';
import type { Trained } from '../volunteers/volunteer.rules';

/** Somebody keeps at most so many; the ones that ended first make room. */
export const trainingsMax = 20;
const longestMs = 5 * 366 * dayMs;

/** Why a training may not be recorded; undefined when it may. Nobody says of themself that they were trained. */
export function judgeTraining(
  { endsAt, toOneself, isMember }: { endsAt: number; toOneself: boolean; isMember: boolean },
  now: number,
): RefusalCode | undefined {
  if (!isMember) return 'not_found';
  if (toOneself) return 'not_to_oneself';
  return endsAt <= now || endsAt > now + longestMs ? 'training_over' : undefined;
}

/** One's trainings with a new one: the same training by the same organisation is renewed. */
export function withTraining(known: readonly Trained[], added: Trained): Trained[] {
  const others = known.filter(
    (one) => one.training !== added.training || one.organisationId !== added.organisationId,
  );
  return [...others, added].sort((a, b) => b.endsAt - a.endsAt).slice(0, trainingsMax);
}
