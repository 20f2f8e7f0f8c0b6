import type { RulePack } from '#shared/rule-packs';
import type { Shift } from '../activities/shift.rules';
import type { Wallet } from '../ledger/wallet.table';
import type { Write } from '../platform/table';
import { replace } from '../platform/table';
import { correct, credit, payWaiting } from '../records/crediting';
import type { ServiceRecord } from '../records/record.rules';
import { recordAt } from '../records/record.table';
import { withTimes } from '../settlements/confirmation.rules';
import { isPayable } from '../settlements/paying.rules';
import { noticeEnd } from '../settlements/settlement.rules';
import type { Ruling } from './dispute.rules';
import { effectOf } from './dispute.rules';

type Scene = {
  shift: Shift;
  record: ServiceRecord;
  wallet: Wallet;
  pack: RulePack;
  by: string;
  now: number;
};
type Next = { record: ServiceRecord; writes: Write[] };

/**
 * What a ruling makes of the record. A row that stays goes on, and is paid when its notice has passed meanwhile; one
 * that changes is shown to the public anew for the pack's days, once its shift is settled.
 */
export function ruled(ruling: Ruling & { requestId: string }, scene: Scene): Next {
  const { record: known, wallet, shift, pack, by, now } = scene;
  const { dispute: _, ...thawed } = known;
  const frame = { shift, pack, at: now };
  const effect = effectOf(known, ruling);
  if (effect === 'none') {
    if (isPayable(thawed, now)) return payWaiting(thawed, wallet, frame);
    return {
      record: thawed,
      writes: [replace(recordAt(known.volunteerId, known.shiftId), thawed)],
    };
  }
  const { reason, requestId, arrivedAt, leftAt } = ruling;
  const decided: ServiceRecord = {
    ...thawed,
    decision: { by, at: now, verdict: effect === 'reverse' ? 'decline' : 'confirm', reason },
    ...(shift.settledAt !== undefined && { noticeUntil: noticeEnd(now, pack) }),
  };
  if (arrivedAt === undefined || leftAt === undefined) {
    return correct(decided, wallet, { ...frame, next: undefined });
  }
  const next = withTimes(decided, { arrivedAt, leftAt, by, requestId });
  return effect === 'correct'
    ? correct(decided, wallet, { ...frame, next })
    : credit(next, wallet, frame);
}
