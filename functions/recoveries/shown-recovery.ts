import type { RecoveryShown } from '#shared/recoveries';
import type { Recovery } from './recovery.rules';
import { recoveryStateAt } from './recovery.rules';

/** A request as staff see it: nobody's number, no whole name. */
export function shownRecovery(it: Recovery, callerId: string, now: number): RecoveryShown {
  const { maskedPhone, closingId, closingName, decidedAt, refusedWhy } = it;
  return {
    recoveryId: it.recoveryId,
    kind: it.kind,
    state: recoveryStateAt(it, now),
    volunteerId: it.volunteerId,
    maskedName: it.maskedName,
    ...(maskedPhone !== undefined && { maskedPhone }),
    ...(closingId !== undefined && { closingId }),
    ...(closingName !== undefined && { closingName }),
    why: it.why,
    openedAt: it.openedAt,
    endsAt: it.endsAt,
    own: it.openedBy === callerId,
    ...(decidedAt !== undefined && { decidedAt }),
    ...(refusedWhy !== undefined && { refusedWhy }),
  };
}
