import type { GateBatch } from '#shared/activities';
import { activityRoutes } from '#shared/activities';
import { stepAt } from '#shared/code';
import type { ShownGate } from '#shared/shifts';
import { shiftRoutes } from '#shared/shifts';
import { shiftAt } from '../activities/activity.table';
import type { Shift } from '../activities/shift.rules';
import { batchSpan, judgeGate } from '../activities/shift.rules';
import { shiftFor } from '../activities/shift-for';
import { audited } from '../audits/audit.table';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import { commit, glance, read, replace, untilWon } from '../platform/table';
import { signer } from '../platform/token';
import type { StoredProfile } from '../volunteers/volunteer.rules';
import { maskName } from '../volunteers/volunteer.rules';
import { profileAt } from '../volunteers/volunteer.table';
import { judgeTaking } from './gate.rules';

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

/** The screens of a shift: who shows codes, since when, and which were stopped. */
export const listGates = handle(
  'GET /shifts/{shiftId}/gates',
  shiftRoutes['GET /shifts/{shiftId}/gates'],
  async ({ shiftId }, { caller, now }) => {
    const { gates } = await shiftFor('GET /shifts/{shiftId}/gates', caller, shiftId);
    const members = [...new Set(Object.values(gates).map(({ memberId }) => memberId))];
    const profiles = (await glance(...members.map(profileAt))) as (StoredProfile | undefined)[];
    const nameOf = (member: string) => profiles[members.indexOf(member)]?.name ?? '';
    return {
      gates: Object.entries(gates).map(
        ([gate, { memberId, issuedAt, revokedAt }]): ShownGate => ({
          ...{ gate: Number(gate), maskedName: maskName(nameOf(memberId)), issuedAt, revokedAt },
          mine: memberId === caller.volunteerId,
        }),
      ),
      now,
    };
  },
);

const takeRoute = 'POST /shifts/{shiftId}/gates/{gate}/takeover';

/** Takes over the screen of somebody whose phone is lost or dead: theirs is stopped, the taker's shows codes. */
export const takeGate = handle(
  takeRoute,
  shiftRoutes[takeRoute],
  async ({ shiftId, gate }, { caller: { volunteerId: who, ...caller }, now }) =>
    untilWon(async () => {
      const shift = await shiftFor(takeRoute, { ...caller, volunteerId: who }, shiftId);
      const verdict = judgeTaking(shift, gate, { who, now });
      if (verdict.status === 'refused') return refuse(verdict.code);
      if (verdict.status === 'taken') {
        const { memberId = '' } = shift.gates[gate] ?? {};
        const [from] = await read(profileAt(memberId));
        await commit([
          replace(shiftAt(shiftId), { ...shift, gates: verdict.gates }),
          audited(shift.organisationId, {
            auditId: idFor('audit', 'gate', shiftId, String(gate), who, String(shift.version)),
            ...{ at: now, by: who, action: 'gate_taken_over', subjectId: shiftId },
            ...{ subjectName: shift.title, from: maskName(from?.name ?? ''), why: '接管签到口' },
          }),
        ]);
      }
      return batchFor(shift, verdict.gate, now);
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
