import type { Role } from '#shared/vocabulary';
import { organisationRoles } from '#shared/vocabulary';
import type { Membership } from '#shared/volunteers';
import type { Address } from '../../go';
import { go } from '../../go';
import { Card } from '../../ui/card/card';
import { ListRow } from '../../ui/list-row/list-row';
import { useRoute } from '../../use-route';

/** What somebody with a role does here; nothing for everybody else. */
export function StaffLinks() {
  const answer = useRoute('GET /me/memberships', {});
  const memberships = 'data' in answer ? answer.data.memberships : [];
  const links = linksOf(memberships);
  const roles = memberships.filter((it) => it.roles.some((role) => role !== 'member'));
  if (roles.length === 0) return null;
  return (
    <Card id='staff' title='组织工作'>
      {roles.map((it) => (
        <ListRow
          key={it.organisationId}
          title={it.organisationName}
          note={it.roles.map((role) => organisationRoles[role]).join('、')}
          onPress={() => go('/organisations/show/index', { organisationId: it.organisationId })}
        />
      ))}
      {links.map(({ id, text, address }) => (
        <ListRow key={id} id={id} title={text} onPress={() => go(address)} />
      ))}
    </Card>
  );
}

type StaffLink = { id: string; text: string; address: Address };

/** The pages that a person's roles open, each once. */
export function linksOf(memberships: Membership[]): StaffLink[] {
  const has = (...wanted: Role[]) =>
    memberships.some((it) => it.roles.some((role) => wanted.includes(role)));
  const all: (StaffLink & { may: boolean })[] = [
    {
      id: 'publish',
      text: '发布活动',
      address: '/activities/publish/index',
      may: has('organiser', 'admin'),
    },
    {
      id: 'manage',
      text: '组织的活动',
      address: '/activities/manage/index',
      may: has('organiser', 'approver', 'admin'),
    },
    {
      id: 'reviews',
      text: '待审核的活动',
      address: '/activities/reviews/index',
      may: has('approver', 'admin'),
    },
    { id: 'counter', text: '兑换柜台', address: '/rewards/counter/index', may: has('counter') },
    {
      id: 'recoveries',
      text: '账号找回与合并',
      address: '/recoveries/desk/index',
      may: has('auditor', 'admin'),
    },
    {
      id: 'audit-desk',
      text: '审计台',
      address: '/suspicions/desk/index',
      may: has('auditor', 'admin'),
    },
  ];
  return all.filter((it) => it.may);
}
