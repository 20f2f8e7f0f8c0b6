import { rulePackRoutes } from '#shared/rule-packs';
import { demandRole } from '../organisations/rights';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import { commit, read, save, untilWon } from '../platform/table';
import { cityPath } from './city-path';
import { packAt } from './pack.table';
import { shippedPack } from './shipped';
import { shownSimulation } from './shown-simulation';
import { begun } from './simulation.rules';
import { listedSimulation, simulationAt } from './simulation.table';

const startRoute = 'POST /rule-packs/{packId}/{version}/simulation';
const showRoute = 'GET /rule-packs/{packId}/{version}/simulation';

/** Begins to try a pack on the past year. One that is under way is not begun twice. */
export const startSimulation = handle(
  startRoute,
  rulePackRoutes[startRoute],
  async ({ packId, version, requestId }, { caller, now }) => {
    await demandRole(startRoute, caller, await cityPath(), { hidden: true });
    const startedBy = caller.volunteerId;
    const runId = idFor('simulation', startedBy, requestId);
    return untilWon(async () => {
      const at = simulationAt(packId, version);
      const [stored, known] = await read(packAt(packId, version), at);
      if (!stored && !shippedPack(packId, version)) return refuse('not_found');
      if (known?.runId === runId || known?.state === 'running') return shownSimulation(known);
      const asked = { runId, packId, packVersion: version, startedBy };
      const job = begun(asked, known?.version ?? 1, now);
      await commit([save(at, known, listedSimulation(job))]);
      return shownSimulation(job);
    });
  },
);

/** How far the last simulation of a pack has come, and what it has found so far. */
export const showSimulation = handle(
  showRoute,
  rulePackRoutes[showRoute],
  async ({ packId, version }, { caller }) => {
    await demandRole(showRoute, caller, await cityPath(), { hidden: true });
    const [job] = await read(simulationAt(packId, version));
    return shownSimulation(job ?? refuse('not_found'));
  },
);
