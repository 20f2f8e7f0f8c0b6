import { roundKey } from '../evidence-keys';
import { dueSortOf, roundsIndex } from '../indexes';
import type { At } from '../platform/table';
import type { Round } from './round.rules';

export const roundAt = (shift: string, name: string): At<Round> => roundKey(shift, name);
export const recheckAt = (shift: string): At<Round> => roundAt(shift, 'recheck');
/** Each new end is told once. */
export const extensionName = (until: number): string => `extension#${until}`;

/** The round where the clock finds it until everybody has been asked. */
export function listedRound({ gx2pk: _, gx2sk: __, ...round }: Round): Round {
  if (round.done) return round;
  return {
    ...round,
    gx2pk: roundsIndex,
    gx2sk: dueSortOf(round.at, round.shiftId, round.name),
  };
}
