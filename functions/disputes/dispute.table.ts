import { dayOf } from '#shared/time';
import { disputeDueKey, disputeKey, disputeProgressKey } from '../evidence-keys';
import { disputesIndex, dueSortOf, myDisputesIndex } from '../indexes';
import type { Progress } from '../platform/days';
import type { At, Write } from '../platform/table';
import { create } from '../platform/table';
import type { Dispute } from './dispute.rules';

export const disputeAt = (dispute: string): At<Dispute> => disputeKey(dispute);
export const disputeProgressAt: At<Progress> = disputeProgressKey;

type Turn = { path: string[]; name: string; dueAt: number };
type Raised = Omit<
  Dispute,
  'handlerPath' | 'handledBy' | 'dueAt' | 'state' | 'gx1pk' | 'gx1sk' | 'gx2pk' | 'gx2sk'
>;

/** In the turn of an organisation: listed there, with a day to decide by. */
export function inTurnOf(raised: Raised, { path, name, dueAt }: Turn): Dispute {
  const { disputeId, by, at } = raised;
  return {
    ...raised,
    state: 'open',
    handlerPath: path,
    handledBy: name,
    dueAt,
    gx1pk: disputesIndex(path[path.length - 1] ?? ''),
    gx1sk: dueSortOf(dueAt, disputeId),
    gx2pk: myDisputesIndex(by),
    gx2sk: dueSortOf(at, disputeId),
  };
}

/** Decided: it waits nowhere any more. */
export function decidedAs(
  { gx1pk: _, gx1sk: __, ...dispute }: Dispute,
  state: 'upheld' | 'dismissed',
  decision: NonNullable<Dispute['decision']>,
): Dispute {
  return { ...dispute, state, decision };
}

/** Puts it on the list of the day by which it must be decided; the clock reads that day when it is over. */
export const noteDue = ({ disputeId, dueAt, handlerPath }: Dispute): Write =>
  create(disputeDueKey(dayOf(dueAt), disputeId, handlerPath.length), { disputeId });
