import { runningSimulationsIndex } from '../indexes';
import { moveOn } from '../platform/pieces';
import { advance, stop } from './advance';
import type { Simulation } from './simulation.rules';

const perRun = 20;

export const sweepSimulations = ({ now }: { now: number }): Promise<void> =>
  moveOn<Simulation>({
    ...{ pk: runningSimulationsIndex, perRun, name: 'simulations', now },
    move: (job) => advance(job, now),
    stop: (job) => stop(job, now),
  });
