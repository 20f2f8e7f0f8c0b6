import type { GrantableRole, MemberRow } from '#shared/organisations';
import { dayMs, startOfDay } from '#shared/time';

/** The roles that can be given and taken; being a member comes with joining. */
export const rolesOf = ({ roles }: Pick<MemberRow, 'roles'>): GrantableRole[] =>
  roles.flatMap(({ role }) => (role === 'member' ? [] : [role]));

/** The last moment of a day that a picker gave, `2026-12-01`: until then a role is lent. */
export const endOfDay = (day: string): number => startOfDay(day.replace(/-/g, '')) + dayMs - 1;
