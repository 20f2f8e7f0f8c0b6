import { rulePackRoutes } from '#shared/rule-packs';
import { audited } from '../audits/audit.table';
import { demandRole } from '../organisations/rights';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import { commit, create, read, save, untilWon } from '../platform/table';
import { cityPath } from './city-path';
import { beginsInTime, nextVersion } from './pack.rules';
import { packAt, packsInForceAt } from './pack.table';
import { shippedPacks } from './shipped';

const route = 'POST /rule-packs';
/** So many versions of all packs together are kept. */
const writtenMax = 200;

/** Writes the next version of a pack, as a candidate: it holds nowhere until somebody else has adopted it. */
export const writePack = handle(
  route,
  rulePackRoutes[route],
  async ({ requestId, packId, draft }, { caller, now }) =>
    untilWon(async () => {
      const path = await cityPath();
      await demandRole(route, caller, path);
      const by = caller.volunteerId;
      const cause = idFor('rule pack', by, requestId);
      const [head] = await read(packsInForceAt);
      const { version = 1, adopted = [], written = [] } = head ?? {};
      const known = written.find((it) => it.cause === cause);
      if (known) return { packId: known.id, version: known.version };
      if (!beginsInTime(draft, now)) return refuse('pack_begins_too_early');
      if (written.length >= writtenMax) return refuse('packs_exhausted');

      const name = { id: packId, version: nextVersion(packId, [...shippedPacks, ...written]) };
      const pack = { ...draft, ...name };
      const line = {
        auditId: idFor('audit', 'rule pack', cause),
        ...{ at: now, by, action: 'pack_written', subjectId: path[0] ?? '' },
        ...{ subjectName: `${draft.name} 第 ${name.version} 版`, why: '写入待采用的规则包' },
      };
      const next = { version, adopted, written: [...written, { ...name, cause }] };
      await commit([
        create(packAt(name.id, name.version), {
          ...{ version: 1, pack, writtenBy: by, writtenAt: now },
        }),
        save(packsInForceAt, head, next),
        ...path.map((root) => audited(root, line)),
      ]);
      return { packId, version: name.version };
    }),
);
