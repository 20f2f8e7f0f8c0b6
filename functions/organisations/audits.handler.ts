import { organisationRoutes } from '#shared/organisations';
import { auditWord, factWord } from '../audits/audit.rules';
import type { Audit } from '../audits/audit.table';
import { auditPrefix, organisationKey } from '../keys';
import { handle } from '../platform/handle';
import { glance, query } from '../platform/table';
import { maskName } from '../volunteers/volunteer.rules';
import { profileAt } from '../volunteers/volunteer.table';
import { organisationFor } from './organisation-for';

const route = 'GET /organisations/{organisationId}/audits';

/** What was changed in an organisation, by whom and why, the newest first. Names are masked. */
export const audits = handle(
  route,
  organisationRoutes[route],
  async ({ organisationId, limit, cursor }, { caller }) => {
    await organisationFor(route, caller, organisationId);
    const { pk } = organisationKey(organisationId);
    const page = await query<Audit>({ pk, prefix: auditPrefix, limit, cursor, newestFirst: true });
    const nameOf = await namesOf(page.items);
    const rows = page.items.map((it) => ({
      ...{ at: it.at, what: auditWord(it.action), byName: nameOf(it.by) },
      ...(it.secondBy && { secondByName: nameOf(it.secondBy) }),
      ...{ subjectName: it.subjectName, from: factWord(it.from), to: factWord(it.to), why: it.why },
    }));
    return { audits: rows, cursor: page.cursor };
  },
);

/** The masked names of the staff on a page; whoever deleted their account has none. */
async function namesOf(lines: Audit[]): Promise<(volunteerId: string) => string> {
  const ids = [...new Set(lines.flatMap(({ by, secondBy }) => (secondBy ? [by, secondBy] : [by])))];
  const profiles = await glance(...ids.map(profileAt));
  const names = new Map(ids.map((one, index) => [one, profiles[index]?.name]));
  return (volunteerId) => {
    const name = names.get(volunteerId);
    return name ? maskName(name) : '已注销的账号';
  };
}
