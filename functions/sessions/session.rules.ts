/** Whether a session still counts for what must not be done with a revoked one. */
export function mayAct(
  way: { epoch: number; volunteerId: string } | undefined,
  caller: { epoch: number; volunteerId: string },
): boolean {
  return way?.epoch === caller.epoch && way.volunteerId === caller.volunteerId;
}
