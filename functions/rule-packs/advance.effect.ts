import { isSimulationKey } from '../evidence-keys';
import { now } from '../platform/clock';
import { goesOn } from '../platform/pieces';
import { advance } from './advance';
import type { Simulation } from './simulation.rules';

export const advanceSimulation = goesOn<Simulation>(isSimulationKey, (job) => advance(job, now()));
