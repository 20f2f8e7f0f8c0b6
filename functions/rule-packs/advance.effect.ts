import { isSimulationKey } from '../evidence-keys';
import { now } from '../platform/clock';
import type { Change } from '../platform/stream';
import { advance } from './advance';
import type { Simulation } from './simulation.rules';

/** A simulation's own change starts its next piece, until it is done. Delivered again it finds the piece done. */
export async function advanceSimulation({ key, after }: Change): Promise<void> {
  if (!isSimulationKey(key)) return;
  const job = after as Simulation | undefined;
  if (job?.state === 'running') await advance(job, now());
}
