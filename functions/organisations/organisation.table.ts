import type { Role } from '#shared/vocabulary';
import { memberKey, organisationKey } from '../keys';
import type { At, Versioned } from '../platform/table';

/** An organisation knows its parent and the path from the root down to itself, at most 8 long. */
export type Organisation = Versioned & {
  organisationId: string;
  name: string;
  parentId?: string;
  path: string[];
  gx2pk?: string;
  gx2sk?: string;
};

/** Membership carries the roles; they reach down the subtree, never sideways. Listed by volunteer on gx1. */
export type Member = Versioned & {
  organisationId: string;
  organisationName: string;
  volunteerId: string;
  roles: Role[];
  since: number;
  gx1pk: string;
  gx1sk: string;
};

export const organisationAt = (organisation: string): At<Organisation> =>
  organisationKey(organisation);
export const memberAt = (organisation: string, volunteer: string): At<Member> =>
  memberKey(organisation, volunteer);
