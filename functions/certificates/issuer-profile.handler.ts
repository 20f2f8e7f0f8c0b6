import { certificateRoutes } from '#shared/certificates';
import { audited } from '../audits/audit.table';
import { organisationFor } from '../organisations/organisation-for';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import { commit, read, save, untilWon } from '../platform/table';
import type { IssuerProfile } from './certificate.rules';
import { issuerAt } from './certificate.table';

const showRoute = 'GET /organisations/{organisationId}/certificate-profile';
const changeRoute = 'PUT /organisations/{organisationId}/certificate-profile';

/** Who answers for an organisation's certificates; absent until an admin has said so. */
export const issuerProfile = handle(
  showRoute,
  certificateRoutes[showRoute],
  async ({ organisationId }, { caller }) => {
    await organisationFor(showRoute, caller, organisationId);
    const [known] = await read(issuerAt(organisationId));
    return known ? { profile: profileOf(known) } : {};
  },
);

/** `version` is the one that was seen, 0 for none: of two editors one wins. */
export const changeIssuerProfile = handle(
  changeRoute,
  certificateRoutes[changeRoute],
  ({ organisationId, version, ...told }, { caller, now }) =>
    untilWon(async () => {
      const { name } = await organisationFor(changeRoute, caller, organisationId);
      const [known] = await read(issuerAt(organisationId));
      if (known && isSame(known, told)) return { profile: profileOf(known) };
      if ((known?.version ?? 0) !== version) return refuse('changed_meanwhile');
      const line = {
        auditId: idFor('audit', 'certificate-profile', organisationId, String(version)),
        ...{ at: now, by: caller.volunteerId, action: 'certificate_profile_changed' },
        ...{ subjectId: organisationId, subjectName: name, why: '修改证明负责人' },
        ...(known && { from: known.responsibleName }),
        to: told.responsibleName,
      };
      const next: IssuerProfile = { ...told, version: Math.max(1, version) };
      await commit([save(issuerAt(organisationId), known, next), audited(organisationId, line)]);
      return { profile: { ...told, version: version + 1 } };
    }),
);

const profileOf = ({ responsibleName, handlerName, contactPhone, version }: IssuerProfile) => ({
  ...{ responsibleName, handlerName, contactPhone, version },
});

const isSame = (known: IssuerProfile, told: Omit<IssuerProfile, 'version'>): boolean =>
  known.responsibleName === told.responsibleName &&
  known.handlerName === told.handlerName &&
  known.contactPhone === told.contactPhone;
