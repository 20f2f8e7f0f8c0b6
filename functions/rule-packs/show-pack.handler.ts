import { rulePackRoutes } from '#shared/rule-packs';
import { rightsOf } from '../organisations/rights';
import { handleOpen } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { read } from '../platform/table';
import { cityPath } from './city-path';
import { beginsInTime } from './pack.rules';
import { packAt, packsInForce } from './pack.table';
import { shippedPack } from './shipped';
import { shownPack } from './shown-pack';
import { simulationAt } from './simulation.table';

const route = 'GET /rule-packs/{packId}/{version}';

/** One pack in full. One that was not adopted is seen only by those who may. */
export const showPack = handleOpen(
  route,
  rulePackRoutes[route],
  async ({ packId, version }, { caller, now }) => {
    const at = [packAt(packId, version), simulationAt(packId, version)] as const;
    const [stored, simulation] = await read(...at);
    const pack = shippedPack(packId, version) ?? stored?.pack ?? refuse('not_found');
    const may = await rightsOf(caller, caller ? await cityPath() : []);
    const write = may('POST /rule-packs');
    const row = shownPack(pack, await packsInForce(), now);
    const isCandidate = row.standing === 'candidate';
    if (isCandidate && !write) return refuse('not_found');
    const mine = stored !== undefined && stored.writtenBy === caller?.volunteerId;
    const simulated = simulation?.state === 'done';
    const adopt = write && isCandidate && !mine && simulated && beginsInTime(pack, now);
    return { ...row, pack, mine, simulated, may: { write, adopt } };
  },
);
