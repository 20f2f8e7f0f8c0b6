import type { GateBatch } from '#shared/activities';
import { activityRoutes } from '#shared/activities';
import { stepAt } from '#shared/code';
import { handle } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { commit, replace, untilWon } from '../platform/table';
import { signer } from '../platform/token';
import { shiftAt } from './activity.table';
import type { Shift } from './shift.rules';
import { batchSpan, judgeGate } from './shift.rules';
import { shiftFor } from './shift-for';

/** Issues codes to one member as one gate. Asking again renews the batch of the same gate. */
export const openGate = handle(
  'POST /shifts/{shiftId}/gates',
  activityRoutes['POST /shifts/{shiftId}/gates'],
  async ({ shiftId }, { caller, now }) =>
    untilWon(async () => {
      const shift = await shiftFor('POST /shifts/{shiftId}/gates', caller, shiftId);
      const verdict = judgeGate(shift, caller.volunteerId, now);
      if (verdict.status === 'refused') return refuse(verdict.code);
      const { gate } = verdict;
      if (verdict.status === 'issued') {
        const issued = { memberId: caller.volunteerId, issuedAt: now };
        const gates = { ...shift.gates, [gate]: issued };
        await commit([replace(shiftAt(shiftId), { ...shift, gates })]);
      }
      return batchFor(shift, gate, now);
    }),
);

/** Stops a gate at once: whatever is still shown at it is refused. */
export const revokeGate = handle(
  'DELETE /shifts/{shiftId}/gates/{gate}',
  activityRoutes['DELETE /shifts/{shiftId}/gates/{gate}'],
  async ({ shiftId, gate }, { caller, now }) =>
    untilWon(async () => {
      const shift = await shiftFor('DELETE /shifts/{shiftId}/gates/{gate}', caller, shiftId);
      const known = shift.gates[gate] ?? refuse('not_found');
      if (known.revokedAt === undefined) {
        const gates = { ...shift.gates, [gate]: { ...known, revokedAt: now } };
        await commit([replace(shiftAt(shiftId), { ...shift, gates })]);
      }
      return { done: true };
    }),
);

function batchFor(shift: Shift, gate: number, now: number): GateBatch {
  const { from, until } = batchSpan(shift, now);
  const firstStep = stepAt(from);
  const steps = Array.from(
    { length: stepAt(until) - firstStep + 1 },
    (_, index) => firstStep + index,
  );
  const codesOf = (kind: 'checkin' | 'checkout') => {
    const sign = signer(kind, shift.shiftId);
    return steps.map((step) => ({
      token: sign.token(step, gate),
      digits: sign.digits(step, gate),
    }));
  };
  return {
    shiftId: shift.shiftId,
    gate,
    firstStep,
    checkin: codesOf('checkin'),
    checkout: codesOf('checkout'),
    now,
  };
}
