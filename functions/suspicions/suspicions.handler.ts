import { suspicionRoutes } from '#shared/suspicions';
import { findingsPrefix } from '../evidence-keys';
import { organisationKey } from '../keys';
import { publicOrganisation } from '../organisations/organisation-for';
import { demandRole } from '../organisations/rights';
import { handle } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { glance, query } from '../platform/table';
import { evidenceRows } from './chain';
import { findingFor } from './finding-for';
import { shownFindings } from './shown';
import type { Finding } from './suspicion.rules';
import { isNamed, rankOf } from './suspicion.rules';
import type { Listed } from './suspicion.table';
import { findingAt } from './suspicion.table';

const listRoute = 'GET /organisations/{organisationId}/suspicions';
const showRoute = 'GET /organisations/{organisationId}/suspicions/{findingId}';

/** What was found in an organisation and below. Nobody without the role learns that there is such a list. */
export const listSuspicions = handle(
  listRoute,
  suspicionRoutes[listRoute],
  async ({ organisationId, month, rule, limit, cursor }, { caller, now }) => {
    const { path } = await publicOrganisation(organisationId);
    await demandRole(listRoute, caller, path, { hidden: true });
    const page = await query<Listed>({
      pk: organisationKey(organisationId).pk,
      prefix: findingsPrefix(month),
      ...{ limit, cursor },
      only: rule && { attribute: 'rule', value: rule },
    });
    const found = await glance(...page.items.map(({ findingId }) => findingAt(findingId)));
    const mine = found.filter((it, index): it is Finding => {
      // Whoever is named does not see it; a line of before it grew graver is left out.
      const line = page.items[index];
      return (
        it !== undefined && rankOf(it.severity) === line?.rank && !isNamed(it, caller.volunteerId)
      );
    });
    return { suspicions: await shownFindings(mine, now), cursor: page.cursor, now };
  },
);

const rowsPerPage = 20;

export const showSuspicion = handle(
  showRoute,
  suspicionRoutes[showRoute],
  async ({ organisationId, findingId, from }, { caller, now }) => {
    const finding = await findingFor(showRoute, caller, { organisationId, findingId });
    const names = finding.rows.slice(from, from + rowsPerPage).map((row) => {
      const [volunteerId = '', shiftId = ''] = row.split('#');
      return { volunteerId, shiftId };
    });
    const [suspicion] = await shownFindings([finding], now);
    const next = from + rowsPerPage;
    return {
      suspicion: suspicion ?? refuse('not_found'),
      rows: await evidenceRows(names, now),
      ...(next < finding.rows.length && { next }),
      now,
    };
  },
);
