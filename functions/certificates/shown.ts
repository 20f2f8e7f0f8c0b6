import { certificateLink } from '#shared/certificate-code';
import type { CertificateCard, CertificateShown } from '#shared/certificates';
import { required } from '../platform/config';
import type { Body, Certificate } from './certificate.rules';
import { volunteerNumber } from './number.rules';

/** What of a certificate stands in a list. */
export const cardOf = (it: Certificate): CertificateCard => ({
  certificateId: it.certificateId,
  number: it.number,
  organisationId: it.organisationId,
  organisationName: it.organisationName,
  from: it.from,
  until: it.until,
  minutes: it.minutes,
  issuedAt: it.issuedAt,
  state: it.state,
  ...(it.revoked && { revoked: { at: it.revoked.at, reason: it.revoked.reason } }),
});

/** The whole certificate, for its holder. */
export const shownOf = (it: Certificate, body: Body): CertificateShown => ({
  ...cardOf(it),
  name: it.name,
  volunteerNumber: volunteerNumber(it.volunteerId),
  document: it.document,
  issuer: it.issuer,
  rows: body.rows.map(({ sequence: _, ...row }) => row),
  link: certificateLink(required('PUBLIC_ORIGIN'), it.code),
});
