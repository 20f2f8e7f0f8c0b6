import type { RefusalCode } from '#shared/refusals';
import type { Gate, Shift } from '../activities/shift.rules';
import { judgeGate } from '../activities/shift.rules';

type Scene = Parameters<typeof judgeGate>[0] & Pick<Shift, 'gates'>;
type Verdict =
  | { status: 'same'; gate: number }
  | { status: 'taken'; gate: number; gates: Record<string, Gate> }
  | { status: 'refused'; code: RefusalCode };

/**
 * Whether a member takes over a screen of somebody else: it is stopped, and they show codes at one of their own. One's
 * own screen, and one that oneself has taken already, stay as they are.
 */
export function judgeTaking(shift: Scene, gate: number, by: { who: string; now: number }): Verdict {
  const { who, now } = by;
  const known = shift.gates[gate];
  if (!known) return { status: 'refused', code: 'not_found' };
  const isOwn = known.takenBy === who || (known.memberId === who && !known.revokedAt);
  if (known.revokedAt !== undefined && !isOwn) return { status: 'refused', code: 'gate_passed_on' };
  const own = judgeGate(shift, who, now);
  if (own.status === 'refused') return own;
  if (isOwn && own.status === 'same') return { status: 'same', gate: own.gate };
  const stopped = isOwn ? known : { ...known, revokedAt: now, takenBy: who };
  const issued = own.status === 'issued' && { [own.gate]: { memberId: who, issuedAt: now } };
  return {
    ...{ status: 'taken', gate: own.gate },
    gates: { ...shift.gates, [gate]: stopped, ...issued },
  };
}
