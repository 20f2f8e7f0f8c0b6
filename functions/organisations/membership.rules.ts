import type { RefusalCode } from '#shared/refusals';
import type { MembershipState, Role } from '#shared/vocabulary';

/**
 * How a person stands to an organisation. Roles count while the membership is active and reach down the subtree,
 * never sideways; a role that was delegated for a time has its end (ms) in `rolesEndAt`. Listed by volunteer on gx1,
 * unless it ended.
 */
export type Membership = {
  version: number;
  organisationId: string;
  organisationName: string;
  volunteerId: string;
  maskedName: string;
  state: MembershipState;
  roles: Role[];
  rolesEndAt?: Partial<Record<Role, number>>;
  since: number;
  /** The last decision on a request or of a removal: who, and when. */
  decided?: { by: string; at: number };
  gx1pk?: string;
  gx1sk?: string;
  gx2pk?: string;
  gx2sk?: string;
};

/** A membership that has not been there before. */
export const newMembership = (
  about: Pick<
    Membership,
    'organisationId' | 'organisationName' | 'volunteerId' | 'maskedName' | 'state' | 'since'
  >,
): Membership => ({ ...about, version: 1, roles: about.state === 'active' ? ['member'] : [] });

/** What can happen to a membership. A request meets an invitation, whichever came first. */
export type MembershipEvent =
  | 'request'
  | 'approve'
  | 'decline'
  | 'invite'
  | 'accept'
  | 'leave'
  | 'remove';

const again = { request: 'requested', invite: 'invited' } as const;
/** Every edge there is. What is not listed is refused; nothing is ever deleted, whoever left may come again. */
const edges: Record<MembershipState | 'none', Partial<Record<MembershipEvent, MembershipState>>> = {
  none: again,
  requested: { approve: 'active', decline: 'declined', leave: 'left', invite: 'active' },
  invited: { accept: 'active', decline: 'declined', leave: 'declined', request: 'active' },
  active: { leave: 'left', remove: 'left' },
  declined: again,
  left: again,
};

/** The state after an event; undefined when the event cannot happen in this state. */
export function afterEvent(
  state: MembershipState | undefined,
  event: MembershipEvent,
): MembershipState | undefined {
  return edges[state ?? 'none'][event];
}

/** A role as it is given, with its end (ms) when it is lent for a time. */
export type HeldRole = { role: Role; endsAt?: number };

/** The roles of a membership as one reads them, those past their end left out. */
export const heldRoles = (
  { roles, rolesEndAt = {} }: Pick<Membership, 'roles' | 'rolesEndAt'>,
  now: number,
): HeldRole[] =>
  roles.flatMap((role) => {
    const endsAt = rolesEndAt[role];
    if (endsAt === undefined) return [{ role }];
    return now < endsAt ? [{ role, endsAt }] : [];
  });

/** The same membership with other roles; being a member stays. */
export function withRoles(member: Membership, given: readonly HeldRole[]): Membership {
  const { rolesEndAt: _, ...rest } = member;
  const ends = given.flatMap(({ role, endsAt }) => (endsAt === undefined ? [] : [[role, endsAt]]));
  return {
    ...rest,
    roles: [...new Set<Role>(['member', ...given.map(({ role }) => role)])],
    ...(ends.length > 0 && { rolesEndAt: Object.fromEntries(ends) }),
  };
}

const spelt = (roles: readonly HeldRole[]): string =>
  roles
    .map(({ role, endsAt }) => `${role} ${endsAt ?? ''}`)
    .sort()
    .join();
/** Whether two lists give the same roles until the same ends. */
export const sameRoles = (one: readonly HeldRole[], other: readonly HeldRole[]): boolean =>
  spelt(one) === spelt(other);

/** Whether an organisation can rest on this person: an active admin without an end. */
export const isLastingAdmin = ({ state, roles, rolesEndAt }: Membership): boolean =>
  state === 'active' && roles.includes('admin') && rolesEndAt?.admin === undefined;

/** Somebody who is no longer a member holds nothing. */
export function ended(member: Membership, state: MembershipState): Membership {
  const { rolesEndAt: _, ...rest } = member;
  return { ...rest, state, roles: [] };
}

/** The next state of a membership that begins or begins again; nothing of before is carried on but its version. */
export const joined = (
  member: Membership | undefined,
  about: Parameters<typeof newMembership>[0],
): Membership => ({ ...newMembership(about), version: member?.version ?? 1 });

export type Verdict =
  | { status: 'refused'; code: RefusalCode }
  | { status: 'exists' | 'open'; state: MembershipState };
const refused = (code: RefusalCode): Verdict => ({ status: 'refused', code });

type Asked = { by: string; decision: 'approve' | 'decline'; frozen: boolean };

/** What somebody's decision on a request leads to. An invitation is the person's own to answer. */
export function judgeRequest(
  { state, volunteerId, decided }: Membership,
  { by, decision, frozen }: Asked,
): Verdict {
  if (volunteerId === by) return refused('not_to_oneself');
  const wanted = decision === 'approve' ? 'active' : 'declined';
  if (decided?.by === by && state === wanted) return { status: 'exists', state };
  const next = state === 'requested' ? afterEvent(state, decision) : undefined;
  if (next === undefined) return refused('already_decided');
  return frozen ? refused('organisation_frozen') : { status: 'open', state: next };
}

/** What a removal by somebody of the staff leads to. */
export function judgeRemoval({ state, volunteerId, decided }: Membership, by: string): Verdict {
  if (volunteerId === by) return refused('not_to_oneself');
  if (state === 'left' && decided?.by === by) return { status: 'exists', state };
  const next = afterEvent(state, 'remove');
  return next === undefined ? refused('already_decided') : { status: 'open', state: next };
}

/** `holdsUntil`: until when whoever gives the roles may give any (ms). */
type Wanted = {
  by: string;
  roles: readonly HeldRole[];
  version: number;
  holdsUntil: number;
  now: number;
};

/** Whether a role would outlast its giver's own; what the person had before from others stays. */
function givesTooMuch(member: Membership, { roles, holdsUntil }: Wanted): boolean {
  const had = (role: Role): number =>
    member.roles.includes(role) ? (member.rolesEndAt?.[role] ?? Number.POSITIVE_INFINITY) : 0;
  return roles.some(
    ({ role, endsAt = Number.POSITIVE_INFINITY }) =>
      role !== 'member' && endsAt > Math.max(holdsUntil, had(role)),
  );
}

/** What a change of roles leads to; `version` is the one that was seen. */
export function judgeRoles(member: Membership, wanted: Wanted): Verdict {
  const { by, roles, version, now } = wanted;
  const { volunteerId, state } = member;
  if (volunteerId === by) return refused('not_to_oneself');
  if (givesTooMuch(member, wanted)) return refused('not_allowed');
  if (roles.some(({ endsAt = Number.POSITIVE_INFINITY }) => endsAt <= now)) {
    return refused('request_invalid');
  }
  const next = withRoles(member, roles);
  if (sameRoles(heldRoles(member, now), heldRoles(next, now))) return { status: 'exists', state };
  return member.version === version ? { status: 'open', state } : refused('changed_meanwhile');
}
