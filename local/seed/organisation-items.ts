import { dayMs, hourMs } from '#shared/time';
import { audited } from '../../functions/audits/audit.table';
import type { Membership } from '../../functions/organisations/membership.rules';
import { newMembership } from '../../functions/organisations/membership.rules';
import { saveMember } from '../../functions/organisations/membership.table';
import {
  cityAt,
  listed,
  organisationAt,
  specialitiesAt,
} from '../../functions/organisations/organisation.table';
import { idFor } from '../../functions/platform/ids';
import { maskName } from '../../functions/volunteers/volunteer.rules';
import { rootId } from './organisations';
import { beachTeam, volunteerIdOf } from './people';
import { nightSquadId } from './trees';
import type { World } from './world';

/** What is going on in organisations: a proposal and a request that wait, an invitation, and what was changed before. */
export function addOrganisationLife(world: World, now: number): void {
  world.put(cityAt, { organisationId: rootId });
  world.put(specialitiesAt('370202'), {
    ...{ version: 1, names: ['帆船之都', '红瓦绿树', '老城记忆', '海洋科普'] },
  });
  world.put(specialitiesAt('370212'), { version: 1, names: ['崂山茶', '登山救援'] });
  addProposal(world, now);
  const asked = { volunteerId: volunteerIdOf('teen'), maskedName: maskName('林小海') };
  addMember(world, beachTeam, { ...asked, state: 'requested', since: now - 3 * hourMs });
  const invited = { volunteerId: volunteerIdOf('elder'), maskedName: maskName('王桂芳') };
  addMember(world, nightSquadId, { ...invited, state: 'invited', since: now - dayMs });
  addAudits(world, now);
}

/** A company that 韩梅梅 proposed, for an admin of the city to decide. */
function addProposal(world: World, now: number): void {
  const organisationId = idFor('seed organisation', 'proposal');
  world.put(
    organisationAt(organisationId),
    listed({
      ...{ version: 1, organisationId, name: '蓝湾物业志愿服务队（演示）', kind: 'company' },
      ...{ state: 'pending', parentId: rootId, path: [rootId, organisationId] },
      ...{ categories: ['convenience', 'elders'], specialities: [], audiences: ['party'] },
      ...{ proposedBy: volunteerIdOf('second'), proposerName: maskName('韩梅梅') },
      proposedAt: now - 5 * hourMs,
    }),
  );
}

type About = Pick<Membership, 'volunteerId' | 'maskedName' | 'state' | 'since'>;

function addMember(world: World, organisationId: string, about: About): void {
  const organisationName = world.get(organisationAt(organisationId))?.name ?? '';
  const member = newMembership({ ...about, organisationId, organisationName });
  world.take([saveMember(undefined, member)]);
}

function addAudits(world: World, now: number): void {
  const by = volunteerIdOf('admin');
  const about = { subjectId: volunteerIdOf('organiser'), subjectName: maskName('陈静') };
  world.take([
    audited(beachTeam, {
      ...{ auditId: idFor('seed audit', 'admitted'), at: now - 90 * dayMs, by },
      ...{ action: 'member_admitted', ...about, from: '待同意加入', to: '成员' },
      why: '答复加入申请',
    }),
    audited(beachTeam, {
      ...{ auditId: idFor('seed audit', 'roles'), at: now - 60 * dayMs, by },
      ...{ action: 'roles_changed', ...about, from: '成员', to: '成员、活动组织者' },
      why: '负责周末净滩',
    }),
  ]);
}
