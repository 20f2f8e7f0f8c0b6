import { organisationRoutes } from '#shared/organisations';
import { organisationStates } from '#shared/vocabulary';
import type { Audit } from '../audits/audit.table';
import { audited } from '../audits/audit.table';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import { commit, replace, unchanged, untilWon } from '../platform/table';
import { heightBelow } from './height';
import type { Organisation } from './organisation.rules';
import { judgePlace, organisationAfter } from './organisation.rules';
import { listed, organisationAt } from './organisation.table';
import { lineOf, publicOrganisation } from './organisation-for';
import { demandRole } from './rights';

const freezeRoute = 'PUT /organisations/{organisationId}/freeze';
const moveRoute = 'PUT /organisations/{organisationId}/parent';
const idsOf = (line: readonly Organisation[]) => line.map((one) => one.organisationId);

/** Freezes or frees an organisation: for an admin above it. While it is frozen, no role held in it or below counts. */
export const freeze = handle(
  freezeRoute,
  organisationRoutes[freezeRoute],
  async ({ organisationId, frozen, reason }, { caller, now }) =>
    untilWon(async () => {
      const organisation = await publicOrganisation(organisationId);
      const above = (await lineOf(organisationId)).slice(0, -1);
      await demandRole(freezeRoute, caller, idsOf(above));
      const wanted = frozen ? 'frozen' : 'active';
      if (organisation.state === wanted) return { state: wanted };
      const next = organisationAfter(organisation.state, frozen ? 'freeze' : 'unfreeze');
      if (!next) return refuse('already_decided');
      const line = {
        ...lineAbout(organisation, { by: caller.volunteerId, now, why: reason }),
        action: frozen ? 'organisation_frozen' : 'organisation_unfrozen',
        from: organisationStates[organisation.state],
        to: organisationStates[next],
      };
      await commit([
        replace(organisationAt(organisationId), listed({ ...organisation, state: next })),
        audited(organisationId, line),
        ...idsOf(above.slice(-1)).map((parent) => audited(parent, line)),
      ]);
      return { state: next };
    }),
);

/**
 * Moves an organisation with all below it: for an admin of both parents, or above both. The line of new parents is
 * part of the commit, so that two moves at once make no circle; the paths below follow by the stream.
 */
export const move = handle(
  moveRoute,
  organisationRoutes[moveRoute],
  async ({ organisationId, parentId, reason }, { caller, now }) =>
    untilWon(async () => {
      const organisation = await publicOrganisation(organisationId);
      await publicOrganisation(parentId);
      const [old, line] = [(await lineOf(organisationId)).slice(0, -1), await lineOf(parentId)];
      await demandRole(moveRoute, caller, idsOf(old));
      await demandRole(moveRoute, caller, idsOf(line));
      const [from, to] = [old.at(-1), line.at(-1)];
      if (!from || !to) return refuse('not_allowed');
      if (organisation.parentId === parentId) return { done: true };
      if (idsOf(line).includes(organisationId)) return refuse('move_in_circle');
      const height = await heightBelow(organisation);
      const unfit = judgePlace(organisation.kind, to, { depth: line.length + 1, height });
      if (unfit) refuse(unfit);

      const path = [...idsOf(line), organisationId];
      const audit = {
        ...lineAbout(organisation, { by: caller.volunteerId, now, why: reason }),
        ...{ action: 'organisation_moved', from: from.name, to: to.name },
      };
      const logs = new Set([organisationId, from.organisationId, parentId]);
      await commit([
        replace(organisationAt(organisationId), listed({ ...organisation, parentId, path })),
        ...line.map((one) => unchanged(organisationAt(one.organisationId), one)),
        ...[...logs].map((log) => audited(log, audit)),
      ]);
      return { done: true };
    }),
);

type Deed = { by: string; now: number; why: string };

const lineAbout = (
  { organisationId, name, version }: Organisation,
  { by, now, why }: Deed,
): Omit<Audit, 'action'> => ({
  auditId: idFor('audit', 'organisation', organisationId, String(version)),
  ...{ at: now, by, why, subjectId: organisationId, subjectName: name },
});
