import { certificateRoutes } from '#shared/certificates';
import { putFile, urlToGet } from '../platform/files';
import { handle } from '../platform/handle';
import { certificateFileKey } from './certificate.table';
import { certificateFor } from './certificate-for';
import { shownOf } from './shown';

export const showCertificate = handle(
  'GET /certificates/{certificateId}',
  certificateRoutes['GET /certificates/{certificateId}'],
  async ({ certificateId }, { caller }) => {
    const { certificate, body } = await certificateFor(caller, certificateId);
    return shownOf(certificate, body);
  },
);

/** The certificate as a PDF, drawn anew and left behind a signed address for ten minutes. */
export const certificateFile = handle(
  'GET /certificates/{certificateId}/file',
  certificateRoutes['GET /certificates/{certificateId}/file'],
  async ({ certificateId }, { caller }) => {
    const { certificate, body } = await certificateFor(caller, certificateId);
    const { drawCertificate } = await import('./certificate.part');
    const pdf = await drawCertificate(shownOf(certificate, body));
    const key = certificateFileKey(certificateId);
    await putFile(key, 'application/pdf', pdf);
    return urlToGet(key, { fileName: `志愿服务记录证明 ${certificate.number}.pdf` });
  },
);
