import { revocationReasons } from '#shared/certificates.words';
import { tell } from '../notices/notice.table';
import { idFor } from '../platform/ids';
import type { Write } from '../platform/table';
import { replace } from '../platform/table';
import type { Certificate } from './certificate.rules';
import { certificateAt, listed, publishRevocation } from './certificate.table';

type Revoked = NonNullable<Certificate['revoked']>;

/** Ends a certificate, publishes that, and tells its holder what to do: all of it or nothing. */
export function revoke(certificate: Certificate, revoked: Revoked): Write[] {
  const { volunteerId, certificateId, number } = certificate;
  const { at, reason } = revoked;
  const next: Certificate = { ...certificate, state: 'revoked', revoked };
  return [
    replace(certificateAt(volunteerId, certificateId), listed(next)),
    publishRevocation(certificateId, { number, at, reason }),
    tell(volunteerId, {
      ...{ noticeId: idFor('notice', 'certificate', certificateId), kind: 'certificate', at },
      text: `证明 ${number} 已吊销：${revocationReasons[reason]}。工时更正后可以重新开具，有疑问请联系开具的组织。`,
      link: { page: '/certificates/show/index', id: certificateId },
    }),
  ];
}
