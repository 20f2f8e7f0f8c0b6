import type { PersonFound } from '#shared/recoveries';
import { membershipsIndex } from '../indexes';
import { balanceOf, walletAt } from '../ledger/wallet.table';
import type { Membership } from '../organisations/membership.rules';
import { heldRoles } from '../organisations/membership.rules';
import { cityAt, memberAt, organisationAt } from '../organisations/organisation.table';
import { now } from '../platform/clock';
import { refuse } from '../platform/refuse';
import { query, read } from '../platform/table';
import { maskPhone } from '../sessions/way.rules';
import type { WayList } from '../sessions/way.table';
import { wayListAt } from '../sessions/way.table';
import type { Erasure } from '../volunteers/erasure.rules';
import type { StoredProfile } from '../volunteers/volunteer.rules';
import { maskName } from '../volunteers/volunteer.rules';
import { erasureAt, phoneOf, profileAt } from '../volunteers/volunteer.table';

const membershipsMax = 50;

/** The memberships that somebody has now. The index proposes, the items decide. */
export async function activeMemberships(volunteerId: string): Promise<Membership[]> {
  const { items } = await query<Membership>({
    index: 'gx1',
    pk: membershipsIndex(volunteerId),
    limit: membershipsMax,
  });
  const found = await read(
    ...items.map(({ organisationId }) => memberAt(organisationId, volunteerId)),
  );
  return found.flatMap((one) => (one?.state === 'active' ? [one] : []));
}

/**
 * Whether an organisation's staff may help somebody: who is a member there or below, and holds no role anywhere else;
 * with the account of an admin of above, a team would reach up. Everybody else is helped by the city's own organisation.
 */
export async function isWithin(volunteerId: string, organisationId: string): Promise<boolean> {
  return reaches(await activeMemberships(volunteerId), organisationId);
}

async function reaches(memberships: Membership[], organisationId: string): Promise<boolean> {
  const [city, ...organisations] = await read(
    cityAt,
    ...memberships.map((one) => organisationAt(one.organisationId)),
  );
  if (city?.organisationId === organisationId) return true;
  const inside = organisations.map((one) => one?.path.includes(organisationId) ?? false);
  const reachesOut = memberships.some((one, index) => !inside[index] && isStaff(one));
  return inside.includes(true) && !reachesOut;
}

const isStaff = (member: Membership): boolean =>
  heldRoles(member, now()).some(({ role }) => role !== 'member');

/** An account that another is joined to may also be one that belongs nowhere. */
export async function isFree(volunteerId: string, organisationId: string): Promise<boolean> {
  const memberships = await activeMemberships(volunteerId);
  return memberships.length === 0 || reaches(memberships, organisationId);
}

type Ends = { list: WayList | undefined; erasure: Erasure | undefined };

/** No way may lead to it any more: it was joined to another, or its deletion has begun. */
export const isClosed = ({ list, erasure }: Ends): boolean =>
  list?.closedInto !== undefined || erasure?.closedAt !== undefined;

export type Subject = {
  volunteerId: string;
  profile: StoredProfile | undefined;
  list: WayList | undefined;
  found: PersonFound;
};

/** Somebody as the desk sees them; an account that was closed is said to be. */
export async function subjectOf(volunteerId: string): Promise<Subject> {
  const [profile, list, wallet, erasure] = await read(
    profileAt(volunteerId),
    wayListAt(volunteerId),
    walletAt(volunteerId),
    erasureAt(volunteerId, 'account'),
  );
  if (!profile && !wallet) return refuse('not_found');
  if (isClosed({ list, erasure })) return refuse('account_closed');
  const found = {
    volunteerId,
    ...(profile && {
      maskedName: maskName(profile.name),
      maskedPhone: maskPhone(phoneOf(volunteerId, profile)),
      since: profile.registeredAt,
    }),
    minutes: wallet?.minutes ?? 0,
    points: wallet ? balanceOf(wallet) : 0,
  };
  return { volunteerId, profile, list, found };
}

/** Who has not registered has no name yet. */
export const nameOf = ({ found }: Pick<Subject, 'found'>): string => found.maskedName ?? '未登记';
