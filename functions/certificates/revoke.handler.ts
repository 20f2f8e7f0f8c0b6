import { certificateRoutes } from '#shared/certificates';
import { audited } from '../audits/audit.table';
import { pathOf } from '../organisations/organisation-for';
import { demandRole } from '../organisations/rights';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import { commit, read, untilWon } from '../platform/table';
import { afterEvent } from './certificate.rules';
import { certificateAt, ownerAt } from './certificate.table';
import { revoke } from './revoking';

const route = 'POST /certificates/{certificateId}/revocation';

/** Ends a certificate, by whoever answers for its issuer. Its number stays in the public list for good. */
export const revokeCertificate = handle(
  route,
  certificateRoutes[route],
  ({ certificateId, reason, why }, { caller, now }) =>
    untilWon(async () => {
      const [owner] = await read(ownerAt(certificateId));
      const [known] = await read(owner && certificateAt(owner.volunteerId, certificateId));
      if (!known) return refuse('not_found');
      // That a certificate exists is for its holder and its issuer to know.
      await demandRole(route, caller, await pathOf(known), { hidden: true });
      const by = caller.volunteerId;
      const { revoked: before } = known;
      if (before?.by === by) return { revoked: { at: before.at, reason: before.reason } };
      if (!afterEvent(known.state, 'revoke')) return refuse('certificate_revoked');
      const line = {
        auditId: idFor('audit', 'certificate', certificateId),
        ...{ at: now, by, action: 'certificate_revoked', why },
        ...{ subjectId: known.volunteerId, subjectName: known.maskedName, to: known.number },
      };
      await commit([
        ...revoke(known, { at: now, reason, by }),
        audited(known.organisationId, line),
      ]);
      return { revoked: { at: now, reason } };
    }),
);
