import type { Audience } from '#shared/organisations';
import type { RefusalCode } from '#shared/refusals';
import type {
  Category,
  District,
  OrganisationKind,
  OrganisationState,
  Role,
} from '#shared/vocabulary';
import type { Membership } from './membership.rules';

/** What somebody decided, and why; the same decision again is the same answer. */
type Decision = { by: string; at: number; event: 'approve' | 'reject'; reason?: string };

/** An organisation knows its parent and the path from the root down to itself, at most 8 long. */
export type Organisation = {
  version: number;
  organisationId: string;
  name: string;
  kind: OrganisationKind;
  state: OrganisationState;
  parentId?: string;
  path: string[];
  /** Absent: it works in the whole city. */
  district?: District;
  categories: Category[];
  /** Of its district's own list. */
  specialities?: string[];
  /** Never in a public answer. */
  audiences?: Audience[];
  /** Who proposed it, masked for those who verify it; both absent on what was there from the beginning. */
  proposedBy?: string;
  proposerName?: string;
  proposedAt?: number;
  /** The mark of the request that proposed it: the same id with another story is refused. */
  requestMark?: string;
  decided?: Decision;
  gx1pk?: string;
  gx1sk?: string;
  gx2pk?: string;
  gx2sk?: string;
};

export const depthMax = 8;

export type OrganisationEvent = 'approve' | 'reject' | 'freeze' | 'unfreeze';
/** Every edge there is. A rejected one stays so: whoever wants it proposes anew. */
const edges: Record<OrganisationState, Partial<Record<OrganisationEvent, OrganisationState>>> = {
  pending: { approve: 'active', reject: 'rejected' },
  active: { freeze: 'frozen' },
  frozen: { unfreeze: 'active' },
  rejected: {},
};

/** The state after an event; undefined when the event cannot happen in this state. */
export const organisationAfter = (
  state: OrganisationState,
  event: OrganisationEvent,
): OrganisationState | undefined => edges[state][event];

/** Whether everybody may know of it. */
export const isPublic = ({ state }: Pick<Organisation, 'state'>): boolean =>
  state === 'active' || state === 'frozen';

/** What may stand directly under what. A company may hold a whole tree; places of 文明实践 stand beside the teams. */
const below: Record<OrganisationKind, readonly OrganisationKind[]> = {
  federation: ['corps', 'company', 'centre'],
  corps: ['brigade', 'team', 'company', 'centre'],
  brigade: ['team', 'squad'],
  team: ['squad'],
  squad: [],
  company: ['company', 'brigade', 'team', 'squad', 'centre'],
  centre: ['hall', 'team'],
  hall: ['village', 'team', 'squad'],
  village: ['team', 'squad'],
};

type Above = Pick<Organisation, 'state' | 'kind'>;

/** Why an organisation cannot stand under another, itself `depth` deep and with `height` levels below it. */
export function judgePlace(
  kind: OrganisationKind,
  parent: Above,
  { depth, height }: { depth: number; height: number },
): RefusalCode | undefined {
  if (parent.state === 'frozen') return 'organisation_frozen';
  if (!below[parent.kind].includes(kind)) return 'kind_unfit';
  return depth + height > depthMax ? 'tree_too_deep' : undefined;
}

/** The kinds that can stand directly under one. */
export const kindsBelow = (kind: OrganisationKind): readonly OrganisationKind[] => below[kind];

type Verdict =
  | { status: 'refused'; code: RefusalCode }
  | { status: 'exists' | 'open'; state: OrganisationState };
type Asked = { by: string; event: Decision['event']; parent: Above; depth: number };

/** What the decision on a proposal leads to. Nobody verifies their own. */
export function judgeVerification(
  { state, kind, proposedBy, decided }: Organisation,
  { by, event, parent, depth }: Asked,
): Verdict {
  if (proposedBy === by) return { status: 'refused', code: 'not_to_oneself' };
  if (decided?.by === by && decided.event === event) return { status: 'exists', state };
  const next = organisationAfter(state, event);
  if (next === undefined) return { status: 'refused', code: 'already_decided' };
  const unfit = next === 'active' ? judgePlace(kind, parent, { depth, height: 0 }) : undefined;
  return unfit ? { status: 'refused', code: unfit } : { status: 'open', state: next };
}

type Held = Pick<Membership, 'state' | 'roles' | 'rolesEndAt'>;

/** Until when (ms) a membership carries one of the roles: 0 for never, no end for a role that was given for good. */
function carriedUntil(member: Held | undefined, roles: readonly Role[]): number {
  if (member?.state !== 'active') return 0;
  const held = member.roles.filter((role) => roles.includes(role));
  return Math.max(0, ...held.map((role) => member.rolesEndAt?.[role] ?? Number.POSITIVE_INFINITY));
}

/** Whether a membership carries one of the roles now: active, and the role not past its end (ms). */
export const carries = (member: Held | undefined, roles: readonly Role[], now: number): boolean =>
  now < carriedUntil(member, roles);

type Members = readonly (Held | undefined)[];
type States = readonly (Pick<Organisation, 'state'> | undefined)[];

/**
 * Whether one of the memberships along the path carries one of the roles. `organisations` stand in the same order as
 * `memberships`, root first. Roles reach down; what is held in a frozen organisation or below it does not count.
 */
export const holdsRole = (
  memberships: Members,
  organisations: States,
  { roles, now }: { roles: readonly Role[]; now: number },
): boolean => now < heldUntil(memberships, organisations, roles);

/** Until when (ms), by the one that lasts longest; 0 for never. */
export function heldUntil(
  memberships: Members,
  organisations: States,
  roles: readonly Role[],
): number {
  const frozen = organisations.findIndex((it) => it?.state === 'frozen');
  const counting = frozen === -1 ? memberships : memberships.slice(0, frozen);
  return Math.max(0, ...counting.map((member) => carriedUntil(member, roles)));
}
