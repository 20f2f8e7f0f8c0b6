import { rulePackRoutes } from '#shared/rule-packs';
import { audited } from '../audits/audit.table';
import { demandRole } from '../organisations/rights';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import { commit, read, replace, save, untilWon } from '../platform/table';
import { judgeAdoption } from './adoption.rules';
import { cityPath } from './city-path';
import { packAt, packsInForceAt } from './pack.table';
import { simulationAt } from './simulation.table';

const route = 'POST /rule-packs/{packId}/{version}/adoption';

/**
 * Adopts a candidate: from its first day on it is chosen for what is published. By another admin than its author, and
 * only after it was tried on the past year.
 */
export const adoptPack = handle(
  route,
  rulePackRoutes[route],
  async ({ packId, version, reason }, { caller, now }) =>
    untilWon(async () => {
      const path = await cityPath();
      await demandRole(route, caller, path, { hidden: true });
      const by = caller.volunteerId;
      const at = packAt(packId, version);
      const [stored, simulation, head] = await read(
        at,
        simulationAt(packId, version),
        packsInForceAt,
      );
      const judged = judgeAdoption(stored, { simulation: simulation?.state, by, now });
      if (judged.status === 'refused') return refuse(judged.code);
      const { pack } = judged.stored;
      const answer = { packId, version, validFrom: pack.validFrom };
      if (judged.status === 'exists') return answer;

      const known = head ?? { version: 1, adopted: [], written: [] };
      const line = {
        auditId: idFor('audit', 'pack adopted', packId, String(version)),
        ...{ at: now, by, secondBy: judged.stored.writtenBy, action: 'pack_adopted' },
        ...{ subjectId: path[0] ?? '', subjectName: `${pack.name} 第 ${version} 版` },
        ...{ to: `自 ${pack.validFrom} 起`, why: reason },
      };
      await commit([
        replace(at, { ...judged.stored, adoptedBy: by, adoptedAt: now }),
        save(packsInForceAt, head, {
          ...known,
          adopted: [...known.adopted, { id: packId, version }],
        }),
        ...path.map((root) => audited(root, line)),
      ]);
      return answer;
    }),
);
