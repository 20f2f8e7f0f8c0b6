import { actingFor } from '../dependants/acting';
import { refuse } from '../platform/refuse';
import type { Caller } from '../platform/session';
import { read } from '../platform/table';
import type { Body, Certificate } from './certificate.rules';
import { bodyAt, certificateAt, ownerAt } from './certificate.table';

/** A certificate with its services, to its holder and who acts for them; to everybody else there is none. */
export async function certificateFor(
  caller: Caller,
  certificateId: string,
): Promise<{ certificate: Certificate; body: Body }> {
  const [owner] = await read(ownerAt(certificateId));
  if (!owner) return refuse('not_found');
  const { volunteerId } = await actingFor(caller, owner.volunteerId);
  return certificateOf(volunteerId, certificateId);
}

/** The same where it is known to exist. */
export async function certificateOf(volunteerId: string, certificateId: string) {
  const [certificate, body] = await read(
    certificateAt(volunteerId, certificateId),
    bodyAt(volunteerId, certificateId),
  );
  if (!certificate || !body?.rows) return refuse('not_found');
  return { certificate, body };
}
