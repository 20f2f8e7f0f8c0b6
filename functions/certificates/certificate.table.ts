import type { RevocationReason } from '#shared/certificates.words';
import {
  certificateAskKey,
  certificateBodyKey,
  certificateKey,
  certificateOwnerKey,
  certificateProfileKey,
  revocationKey,
} from '../evidence-keys';
import { certificatesIndex, myCertificatesIndex } from '../indexes';
import { thirteen } from '../keys';
import type { At, Versioned, Write } from '../platform/table';
import { create } from '../platform/table';
import type { Body, Certificate, IssuerProfile } from './certificate.rules';

/** What somebody asked for under an id, and which certificate it became. */
export type Ask = Versioned & {
  certificateId: string;
  organisationId: string;
  from: string;
  until: string;
};
export type Owner = Versioned & { volunteerId: string };
/** A line of the public list: no more than who holds such a certificate may know. */
export type Revocation = { number: string; at: number; reason: RevocationReason };

export const certificateAt = (volunteer: string, certificate: string): At<Certificate> =>
  certificateKey(volunteer, certificate);
export const bodyAt = (volunteer: string, certificate: string): At<Body> =>
  certificateBodyKey(volunteer, certificate);
export const askAt = (volunteer: string, request: string): At<Ask> =>
  certificateAskKey(volunteer, request);
export const ownerAt = (certificate: string): At<Owner> => certificateOwnerKey(certificate);
export const issuerAt = (organisation: string): At<IssuerProfile> =>
  certificateProfileKey(organisation);

/** The certificate as it is listed: among one's own, and in the register of its organisation. */
export function listed(certificate: Certificate) {
  const { volunteerId, organisationId, issuedAt, certificateId } = certificate;
  const order = `${thirteen(issuedAt)}#${certificateId}`;
  return {
    ...certificate,
    ...{ gx1pk: myCertificatesIndex(volunteerId), gx1sk: order },
    ...{ gx2pk: certificatesIndex(organisationId), gx2sk: order },
  };
}

/** A new certificate with its list of services, and whose it is. */
export function drawUp(certificate: Certificate, body: Body): Write[] {
  const { volunteerId, certificateId } = certificate;
  return [
    create(certificateAt(volunteerId, certificateId), listed(certificate)),
    create(bodyAt(volunteerId, certificateId), body),
    create(ownerAt(certificateId), { volunteerId, version: 1 }),
  ];
}

/** Publishes that a number does not hold any more. */
export const publishRevocation = (certificateId: string, revocation: Revocation): Write =>
  create(revocationKey(revocation.at, certificateId), revocation);

/** Where its paper lies for a while after it was drawn. */
export const certificateFileKey = (certificateId: string): string =>
  `exports/certificates/${certificateId}.pdf`;
