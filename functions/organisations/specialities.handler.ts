import { organisationRoutes } from '#shared/organisations';
import { districts } from '#shared/vocabulary';
import { audited } from '../audits/audit.table';
import { handle, handleOpen } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import { commit, read, save, untilWon } from '../platform/table';
import { cityAt, specialitiesAt } from './organisation.table';
import { demandRole } from './rights';

const showRoute = 'GET /districts/{district}/specialities';
const keepRoute = 'PUT /districts/{district}/specialities';

/** What a district serves beside the city's seventeen categories. */
export const specialities = handleOpen(
  showRoute,
  organisationRoutes[showRoute],
  async ({ district }) => {
    const [list] = await read(specialitiesAt(district));
    return { names: list?.names ?? [], version: list?.version ?? 0 };
  },
);

/** Kept by an admin of the city's root. What organisations are called already stays with them. */
export const keepSpecialities = handle(
  keepRoute,
  organisationRoutes[keepRoute],
  async ({ district, names: given, version }, { caller, now }) =>
    untilWon(async () => {
      const at = specialitiesAt(district);
      const [head, known] = await read(cityAt, at);
      const path = head ? [head.organisationId] : [];
      await demandRole(keepRoute, caller, path);
      const names = [...new Set(given)];
      if (known?.names.join('\n') === names.join('\n')) return { names, version: known.version };
      if ((known?.version ?? 0) !== version) return refuse('changed_meanwhile');
      const line = {
        auditId: idFor('audit', 'specialities', district, String(version)),
        ...{ at: now, by: caller.volunteerId, action: 'specialities_changed' },
        ...{ subjectId: district, subjectName: districts[district], why: '修改特色清单' },
        ...{ from: `${known?.names.length ?? 0} 项`, to: `${names.length} 项` },
      };
      await commit([
        save(at, known, { version: known?.version ?? 1, names }),
        ...path.map((root) => audited(root, line)),
      ]);
      return { names, version: known ? version + 1 : 1 };
    }),
);
