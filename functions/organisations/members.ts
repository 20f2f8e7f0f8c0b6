import type { MemberRow } from '#shared/organisations';
import { membershipsIndex } from '../indexes';
import { memberPrefix, organisationKey } from '../keys';
import { refuse } from '../platform/refuse';
import { query } from '../platform/table';
import type { Membership } from './membership.rules';
import { heldRoles, isLastingAdmin } from './membership.rules';

type Ask = { organisationId: string; limit: number; cursor?: string | undefined };

/** Those who left stay in the partition: so many pages are read to fill one. */
const roundsMax = 10;

/** The active members, page by page. */
export async function activeMembers({ organisationId, limit, cursor }: Ask) {
  const members: Membership[] = [];
  let next = cursor;
  for (let round = 0; round < roundsMax && members.length < limit; round++) {
    const page = await query<Membership>({
      pk: organisationKey(organisationId).pk,
      prefix: memberPrefix,
      limit: limit - members.length,
      cursor: next,
      only: { attribute: 'state', value: 'active' },
    });
    members.push(...page.items);
    next = page.cursor;
    if (next === undefined) break;
  }
  return { members, ...(next !== undefined && { cursor: next }) };
}

const adminPageSize = 500;
const adminPagesMax = 40;

/**
 * Whether an organisation has a lasting admin besides `volunteerId`. Whoever decides on it writes the organisation in
 * the same commit, so that of two admins who leave at once the second one reads again.
 */
export async function hasOtherAdmin(organisationId: string, volunteerId?: string) {
  let cursor: string | undefined;
  for (let page = 0; page < adminPagesMax; page++) {
    const found = await query<Membership>({
      pk: organisationKey(organisationId).pk,
      prefix: memberPrefix,
      limit: adminPageSize,
      cursor,
      only: { attribute: 'state', value: 'active' },
    });
    const isOther = (it: Membership) => it.volunteerId !== volunteerId && isLastingAdmin(it);
    if (found.items.some(isOther)) return true;
    if (found.cursor === undefined) return false;
    cursor = found.cursor;
  }
  return false;
}

/** A person belongs to at most so many at once. A brake, not a decision: the index may be a moment old. */
const membershipsMax = 50;

export async function demandRoom(volunteerId: string): Promise<void> {
  const pk = membershipsIndex(volunteerId);
  const { items } = await query({ index: 'gx1', pk, limit: membershipsMax });
  if (items.length >= membershipsMax) refuse('memberships_exhausted');
}

/** A member as the staff see them. */
export const memberRow = (member: Membership, now: number): MemberRow => ({
  volunteerId: member.volunteerId,
  maskedName: member.maskedName,
  roles: heldRoles(member, now),
  since: member.since,
  version: member.version,
});
