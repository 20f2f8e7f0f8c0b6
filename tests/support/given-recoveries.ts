import { newRequestId } from '../../miniapp/src/ids';
import type { TestCloud } from './cloud';
import type { Person } from './given';
import { newcomer, organisation } from './given';

/** A desk: an organisation with two admins and an auditor, and whoever is a member there. */
export async function desk(cloud: TestCloud, ...members: Person[]) {
  const [opener, second, auditor] = await Promise.all([
    newcomer(cloud),
    newcomer(cloud),
    newcomer(cloud),
  ]);
  const organisationId = await organisation([
    [opener, 'member', 'admin'],
    [second, 'member', 'admin'],
    [auditor, 'member', 'auditor'],
    ...members.map((one): [Person, 'member'] => [one, 'member']),
  ]);
  return { organisationId, opener, second, auditor };
}

let phones = 0;
export const freshPhone = () => `1372222${String(++phones).padStart(4, '0')}`;

/** The code that came to a new phone at the desk. */
export async function deskCode(cloud: TestCloud, phone: string): Promise<string> {
  const requestId = newRequestId();
  await cloud.call('POST /sms-codes', { phone, purpose: 'recovery', requestId });
  return cloud.sms.messages.findLast((one) => one.phone === phone)?.code ?? '';
}

type Merge = { opener: Person; organisationId: string; keep: Person; closing: Person };

export const mergeRequest = ({ organisationId, keep, closing }: Omit<Merge, 'opener'>) => ({
  ...{ organisationId, requestId: newRequestId(), kind: 'merge' as const },
  ...{ volunteerId: keep.volunteerId, closingId: closing.volunteerId, why: '一个人有两个账号' },
});

export const mergeAsked = ({ opener, ...it }: Merge) =>
  opener.ask('POST /organisations/{organisationId}/recoveries', mergeRequest(it));
