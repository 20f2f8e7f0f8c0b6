import { simulationKey } from '../evidence-keys';
import { runningSimulationsIndex } from '../indexes';
import type { At } from '../platform/table';
import type { Simulation } from './simulation.rules';

export const simulationAt = (pack: string, version: number): At<Simulation> =>
  simulationKey(pack, version);

/** The job as it is listed: with those under way until it is done. */
export function listedSimulation(job: Simulation): Simulation {
  const { gx2pk: _, gx2sk: __, ...rest } = job;
  const order = `${job.packId}#${job.packVersion}`;
  return {
    ...rest,
    ...(job.state === 'running' && { gx2pk: runningSimulationsIndex, gx2sk: order }),
  };
}
