import { volunteer } from '../given';
import { asking, finalService, issuing, verifiedName } from '../given-certificates';
import type { Counting } from './counting';

/** A certificate from who answers for it to its end. */
export async function walkCertificates({ cloud, cost, count }: Counting): Promise<void> {
  const { organiser, admin, organisationId } = await issuing(cloud, (who, request) =>
    cost(who, 'PUT /organisations/{organisationId}/certificate-profile', { request }),
  );
  const who = await volunteer(cloud, '韩梅梅');
  await verifiedName(cloud, who, '韩梅梅');
  await finalService(cloud, who, { organiser, organisationId });
  const ours = { request: { organisationId } };
  await cost(admin, 'GET /organisations/{organisationId}/certificate-profile', ours);
  await cost(who, 'GET /me/certificate-sources', { request: {} });
  const { certificateId } = await cost(who, 'POST /certificates', {
    request: asking(cloud, organisationId),
  });
  await cost(who, 'GET /me/certificates', { request: {} });
  await cost(who, 'GET /certificates/{certificateId}', { request: { certificateId } });
  await cost(who, 'GET /certificates/{certificateId}/file', { request: { certificateId } });
  await cost(admin, 'GET /organisations/{organisationId}/certificates', ours);
  await cost(admin, 'POST /certificates/{certificateId}/revocation', {
    request: { certificateId, reason: 'other', why: '持有人要求' },
  });
  await count('GET /certificate-keys', () => cloud.call('GET /certificate-keys', {}));
}
