import type { HourSource } from '#shared/imported-hours';
import { importedHoursRoutes } from '#shared/imported-hours';
import { audited } from '../audits/audit.table';
import type { May } from '../organisations/rights';
import { demandRole, rightsOf } from '../organisations/rights';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import { commit, create, read, replace, untilWon } from '../platform/table';
import { cityPath } from '../rule-packs/city-path';
import type { Source } from './source.rules';
import { afterEvent, judgeSource } from './source.rules';
import { allSources, sourceAt, sourcesMax } from './source.table';

const listRoute = 'GET /hour-sources';
const route = 'POST /hour-sources';
const decisionRoute = 'POST /hour-sources/{sourceId}/decision';
const bringRoute = 'POST /hour-sources/{sourceId}/lists';

export const sources = handle(listRoute, importedHoursRoutes[listRoute], async (_, { caller }) => {
  const path = await cityPath();
  await demandRole(listRoute, caller, path);
  const may = await rightsOf(caller, path);
  const by = caller.volunteerId;
  const all = await allSources();
  return { sources: all.map((one) => shownSource(one, by, may)), mayPropose: may(route) };
});

/** Names a system and its key. Nothing is taken from it until somebody else has confirmed it. */
export const proposeSource = handle(
  route,
  importedHoursRoutes[route],
  async ({ requestId, name, publicKey }, { caller, now }) =>
    untilWon(async () => {
      const path = await cityPath();
      await demandRole(route, caller, path);
      const may = await rightsOf(caller, path);
      const by = caller.volunteerId;
      const sourceId = idFor('hour source', by, requestId);
      const [known] = await read(sourceAt(sourceId));
      if (known) return shownSource(known, by, may);
      if ((await allSources()).length >= sourcesMax) return refuse('sources_exhausted');
      const said = { sourceId, name, publicKey, proposedBy: by, proposedAt: now };
      const source: Source = { version: 1, state: 'proposed', ...said };
      const line = {
        ...{ auditId: idFor('audit', 'hour source', sourceId), at: now, by },
        ...{ action: 'hours_source_proposed', subjectId: path[0] ?? '', subjectName: name },
        why: `公钥 ${publicKey.slice(16)}`,
      };
      await commit([
        create(sourceAt(sourceId), source),
        ...path.map((root) => audited(root, line)),
      ]);
      return shownSource(source, by, may);
    }),
);

/** Confirms a source that somebody else proposed, or ends one. */
export const decideSource = handle(
  decisionRoute,
  importedHoursRoutes[decisionRoute],
  async ({ sourceId, verdict, reason }, { caller, now }) =>
    untilWon(async () => {
      const path = await cityPath();
      await demandRole(decisionRoute, caller, path, { hidden: true });
      const may = await rightsOf(caller, path);
      const by = caller.volunteerId;
      const [source] = await read(sourceAt(sourceId));
      if (!source) return refuse('not_found');
      const judged = judgeSource(source, verdict, by);
      if (judged.status === 'refused') return refuse(judged.code);
      if (judged.status === 'exists') return shownSource(source, by, may);
      const line = {
        ...{ auditId: idFor('audit', 'hour source', sourceId, verdict), at: now, by },
        ...(verdict === 'confirm' && { secondBy: source.proposedBy }),
        action: verdict === 'confirm' ? 'hours_source_confirmed' : 'hours_source_ended',
        ...{ subjectId: path[0] ?? '', subjectName: source.name, why: reason },
      };
      await commit([
        replace(sourceAt(sourceId), judged.next),
        ...path.map((root) => audited(root, line)),
      ]);
      return shownSource(judged.next, by, may);
    }),
);

function shownSource(source: Source, by: string, may: May): HourSource {
  const { sourceId, name, publicKey, state, proposedAt, proposedBy } = source;
  const decides = may(decisionRoute);
  const confirm = decides && proposedBy !== by && afterEvent(state, 'confirm') !== undefined;
  const end = decides && afterEvent(state, 'end') !== undefined;
  const bring = may(bringRoute) && state === 'confirmed';
  return { sourceId, name, publicKey, state, proposedAt, may: { confirm, end, bring } };
}
