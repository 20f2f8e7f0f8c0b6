import { audited } from '../audits/audit.table';
import { idFor, randomId } from '../platform/ids';
import { commit, create, read, replace, untilWon } from '../platform/table';
import { maskName } from '../volunteers/volunteer.rules';
import { profileAt } from '../volunteers/volunteer.table';
import { hasOtherAdmin } from './members';
import { newMembership } from './membership.rules';
import { saveMember } from './membership.table';
import type { Organisation } from './organisation.rules';
import { cityAt, memberAt, organisationAt } from './organisation.table';

type Asked = { volunteerId: string; cityName: string; now: number };
export type Appointed =
  | { status: 'appointed'; organisationId: string }
  | { status: 'not_registered' | 'admin_exists' };

/**
 * Makes somebody the first admin of a stage, and the city's root organisation where there is none. Never the second
 * one: from then on admins make admins.
 */
export const appointFirstAdmin = ({ volunteerId, cityName, now }: Asked): Promise<Appointed> =>
  untilWon(async () => {
    const [head, profile] = await read(cityAt, profileAt(volunteerId));
    if (!profile) return { status: 'not_registered' };
    const organisationId = head?.organisationId ?? randomId();
    const [known, member] = await read(
      organisationAt(organisationId),
      memberAt(organisationId, volunteerId),
    );
    if (known && (await hasOtherAdmin(organisationId))) return { status: 'admin_exists' };

    const city = known ?? cityOf(organisationId, cityName);
    const about = { organisationId, organisationName: city.name, volunteerId, since: now };
    const fresh = newMembership({ ...about, maskedName: maskName(profile.name), state: 'active' });
    const at = organisationAt(organisationId);
    await commit([
      ...(head ? [] : [create(cityAt, { organisationId })]),
      // An organisation that was there is written as well, so that of two commands at once one appoints.
      known ? replace(at, known) : create(at, city),
      saveMember(member, {
        ...fresh,
        version: member?.version ?? 1,
        roles: ['member', 'admin'],
      }),
      audited(organisationId, {
        ...{ auditId: idFor('audit', 'first admin', organisationId, volunteerId), at: now },
        ...{ by: volunteerId, action: 'first_admin_appointed', subjectId: volunteerId },
        ...{ subjectName: fresh.maskedName, why: '部署人员用命令指定' },
      }),
    ]);
    return { status: 'appointed', organisationId };
  });

const cityOf = (organisationId: string, name: string): Organisation => ({
  ...{ version: 1, organisationId, name, kind: 'federation', state: 'active' },
  ...{ path: [organisationId], categories: [] },
});
