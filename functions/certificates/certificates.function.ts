import { serve } from '../platform/handle';
import { certificateKeys } from './certificate-keys.handler';
import { issue } from './issue.handler';
import { changeIssuerProfile, issuerProfile } from './issuer-profile.handler';
import { certificateSources, myCertificates } from './my-certificates.handler';
import { register } from './register.handler';
import { revokeCertificate } from './revoke.handler';
import { certificateFile, showCertificate } from './show-certificate.handler';

export const main = serve(
  issue,
  myCertificates,
  certificateSources,
  showCertificate,
  certificateFile,
  revokeCertificate,
  certificateKeys,
  register,
  issuerProfile,
  changeIssuerProfile,
);
