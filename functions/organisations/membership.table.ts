import { membershipsIndex, pastMembershipsIndex, requestsIndex } from '../indexes';
import { organisationKey } from '../keys';
import type { Write } from '../platform/table';
import { save } from '../platform/table';
import type { Membership } from './membership.rules';
import { memberAt } from './organisation.table';

/** The membership as it is listed: by its person until it ended, and in the organisation's queue while it waits. */
export function listedMember(member: Membership): Membership {
  const { gx1pk: _, gx1sk: __, gx2pk: ___, gx2sk: ____, ...bare } = member;
  const { organisationId, volunteerId, state, since } = bare;
  const gx1sk = organisationKey(organisationId).pk;
  if (state === 'declined' || state === 'left') {
    return { ...bare, gx1pk: pastMembershipsIndex(volunteerId), gx1sk };
  }
  return {
    ...bare,
    gx1pk: membershipsIndex(volunteerId),
    gx1sk,
    ...(state === 'requested' && {
      gx2pk: requestsIndex(organisationId),
      gx2sk: `${since}#${volunteerId}`,
    }),
  };
}

/** The membership's next state as a write, new or not. */
export const saveMember = (known: Membership | undefined, next: Membership): Write =>
  save(memberAt(next.organisationId, next.volunteerId), known, listedMember(next));
