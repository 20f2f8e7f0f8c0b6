import type { RefusalCode } from '#shared/refusals';
import type { RulePack } from '#shared/rule-packs';
import type { SimulationState } from '#shared/rule-packs.words';
import { beginsInTime } from './pack.rules';

type Stored = { version: number; pack: RulePack; writtenBy: string; adoptedBy?: string };
type Judged<S> =
  | { status: 'open' | 'exists'; stored: S }
  | { status: 'refused'; code: RefusalCode };

/** Whether somebody may adopt a pack now. What comes with the product holds already and is not stored. */
export function judgeAdoption<S extends Stored>(
  stored: S | undefined,
  { simulation, by, now }: { simulation: SimulationState | undefined; by: string; now: number },
): Judged<S> {
  const refused = (code: RefusalCode) => ({ status: 'refused' as const, code });
  if (!stored) return refused('not_found');
  if (stored.writtenBy === by) return refused('not_to_oneself');
  if (stored.adoptedBy === by) return { status: 'exists', stored };
  if (stored.adoptedBy !== undefined) return refused('pack_adopted');
  if (simulation !== 'done') return refused('pack_not_simulated');
  if (!beginsInTime(stored.pack, now)) return refused('pack_begins_too_early');
  return { status: 'open', stored };
}
