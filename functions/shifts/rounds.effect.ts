import type { Shift } from '../activities/shift.rules';
import { isRoundKey } from '../evidence-keys';
import { isShiftKey } from '../keys';
import { now } from '../platform/clock';
import type { Change } from '../platform/stream';
import { commit, create, or } from '../platform/table';
import { stepRound } from './round';
import type { Round } from './round.rules';
import { extensionName, listedRound, roundAt } from './round.table';

/** A round goes on page by page: each step's own change leads to the next. An extended shift begins one. */
export async function goRound({ key, before, after }: Change): Promise<void> {
  if (isShiftKey(key)) {
    const [was, is] = [before as Shift | undefined, after as Shift | undefined];
    if (was && is?.extendedTo !== undefined && was.extendedTo !== is.extendedTo) {
      await beginTelling(is.shiftId, is.extendedTo);
    }
  }
  const round = isRoundKey(key) ? (after as Round | undefined) : undefined;
  if (round && !round.done) await stepRound(round.shiftId, round.name);
}

async function beginTelling(shiftId: string, until: number): Promise<void> {
  const name = extensionName(until);
  const round = listedRound({
    ...{ version: 1, shiftId, name, kind: 'extension', at: now(), until, shard: 0, done: false },
  });
  await commit([or(create(roundAt(shiftId, name), round), 'begun')]);
}
