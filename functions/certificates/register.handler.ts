import { certificateRoutes } from '#shared/certificates';
import { certificatesIndex } from '../indexes';
import { organisationFor } from '../organisations/organisation-for';
import { rightsOf } from '../organisations/rights';
import { handle } from '../platform/handle';
import { query } from '../platform/table';
import type { Certificate } from './certificate.rules';
import { cardOf } from './shown';

const route = 'GET /organisations/{organisationId}/certificates';

/** The register of what was issued on an organisation's records, the newest first. Names are masked. */
export const register = handle(
  route,
  certificateRoutes[route],
  async ({ organisationId, limit, cursor }, { caller }) => {
    const { path } = await organisationFor(route, caller, organisationId);
    const may = await rightsOf(caller, path);
    const page = await query<Certificate>({
      ...{ index: 'gx2', pk: certificatesIndex(organisationId), limit, cursor },
      newestFirst: true,
    });
    return {
      certificates: page.items.map((it) => ({ ...cardOf(it), maskedName: it.maskedName })),
      may: {
        revoke: may('POST /certificates/{certificateId}/revocation'),
        change: may('PUT /organisations/{organisationId}/certificate-profile'),
      },
      cursor: page.cursor,
    };
  },
);
