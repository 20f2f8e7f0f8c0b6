import { minuteMs } from '#shared/time';
import type { RulePack } from './pack.rules';

type Span = { from: number; until: number };

/** Whole minutes served: what lies inside the reserved time, in ms, begun minutes dropped. Never negative. */
export function rawMinutes(served: Span, reserved: Span): number {
  const from = Math.max(served.from, reserved.from);
  const until = Math.min(served.until, reserved.until);
  return Math.max(0, Math.floor((until - from) / minuteMs));
}

/** Credited minutes by a pack: full hours, and what the pack says of the rest. */
export function creditedMinutes(raw: number, pack: Pick<RulePack, 'rest'>): number {
  const rest = raw % 60;
  const step = pack.rest.findLast(({ atLeastMinutes }) => rest >= atLeastMinutes);
  return raw - rest + (step?.countsMinutes ?? 0);
}
