import type { OrganisationSettings } from '#shared/organisations';
import { organisationRoutes } from '#shared/organisations';
import { audited } from '../audits/audit.table';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import { commit, replace, untilWon } from '../platform/table';
import type { Organisation } from './organisation.rules';
import { listed, organisationAt } from './organisation.table';
import { organisationFor } from './organisation-for';
import { demandSpecialities } from './proposals';

const showRoute = 'GET /organisations/{organisationId}/settings';
const changeRoute = 'PUT /organisations/{organisationId}';

/** What an admin may change, with what is not public. */
export const settings = handle(
  showRoute,
  organisationRoutes[showRoute],
  async ({ organisationId }, { caller }) =>
    settingsOf(await organisationFor(showRoute, caller, organisationId)),
);

/** Name, categories and tags. `version` is the one that was seen: of two editors one wins. */
export const changeOrganisation = handle(
  changeRoute,
  organisationRoutes[changeRoute],
  async ({ organisationId, version, ...facts }, { caller, now }) =>
    untilWon(async () => {
      const organisation = await organisationFor(changeRoute, caller, organisationId);
      const next = { ...organisation, ...facts };
      if (isSame(organisation, next)) return settingsOf(organisation);
      if (organisation.version !== version) return refuse('changed_meanwhile');
      await demandSpecialities(organisation.district, newNames(organisation, facts.specialities));
      const line = {
        auditId: idFor('audit', 'change', organisationId, String(version)),
        ...{ at: now, by: caller.volunteerId, action: 'organisation_changed' },
        ...{ subjectId: organisationId, subjectName: organisation.name, why: '修改组织资料' },
        ...(next.name !== organisation.name && { from: organisation.name, to: next.name }),
      };
      await commit([
        replace(organisationAt(organisationId), listed(next)),
        audited(organisationId, line),
      ]);
      return settingsOf({ ...next, version: version + 1 });
    }),
);

/** What it is called already stays, also when its district has dropped it from the list. */
const newNames = ({ specialities = [] }: Organisation, wanted: string[]): string[] =>
  wanted.filter((name) => !specialities.includes(name));

function isSame(one: Organisation, other: Organisation): boolean {
  const told = ({ version: _, ...facts }: OrganisationSettings) => JSON.stringify(facts);
  return told(settingsOf(one)) === told(settingsOf(other));
}

const settingsOf = (organisation: Organisation): OrganisationSettings => ({
  name: organisation.name,
  kind: organisation.kind,
  ...(organisation.district && { district: organisation.district }),
  categories: organisation.categories,
  specialities: organisation.specialities ?? [],
  audiences: organisation.audiences ?? [],
  version: organisation.version,
});
