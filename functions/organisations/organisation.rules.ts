import type { Role } from '#shared/vocabulary';

/** Whether one of the memberships along the path carries one of the roles. */
export function holdsRole(
  memberships: readonly ({ roles: readonly Role[] } | undefined)[],
  roles: readonly Role[],
): boolean {
  return memberships.some((member) => member?.roles.some((role) => roles.includes(role)));
}
