import { runningSimulationsIndex } from '../indexes';
import { tried } from '../platform/log';
import { query } from '../platform/table';
import { advance, stop } from './advance';
import type { Simulation } from './simulation.rules';
import { afterWaiting } from './simulation.rules';

const perRun = 20;

/** Moves on the simulations that stand still: one piece each, which starts the next. One that fails holds up no other. */
export async function sweepSimulations({ now }: { now: number }): Promise<void> {
  const running = { index: 'gx2', pk: runningSimulationsIndex, limit: perRun } as const;
  const { items } = await query<Simulation>(running);
  for (const job of items) {
    const next = afterWaiting(job, now);
    if (next === 'wait') continue;
    await tried('simulations', () => (next === 'move' ? advance(job, now) : stop(job, now)));
  }
}
