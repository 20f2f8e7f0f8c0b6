import type { Role } from '#shared/vocabulary';

/** Whether one of the memberships along the path carries one of the roles. */
export function holdsRole(
  memberships: readonly ({ roles: readonly Role[] } | undefined)[],
  roles: readonly Role[],
): boolean {
  return memberships.some((member) => member?.roles.some((role) => roles.includes(role)));
}

/** Whether a session still counts for what must not be done with a revoked one. */
export function mayAct(
  way: { epoch: number; volunteerId: string } | undefined,
  caller: { epoch: number; volunteerId: string },
): boolean {
  return way?.epoch === caller.epoch && way.volunteerId === caller.volunteerId;
}
