import type { OrganisationCard } from '#shared/organisations';
import { organisationKinds } from '#shared/vocabulary';
import { childrenIndex, proposalsIndex, proposedIndex } from '../indexes';
import { cityKey, memberKey, organisationKey, specialitiesKey } from '../keys';
import type { At, Versioned } from '../platform/table';
import type { Membership } from './membership.rules';
import type { Organisation } from './organisation.rules';

export const organisationAt = (organisation: string): At<Organisation> =>
  organisationKey(organisation);
export const memberAt = (organisation: string, volunteer: string): At<Membership> =>
  memberKey(organisation, volunteer);
/** Which organisation is the city's own. */
export const cityAt: At<{ organisationId: string }> = cityKey;

/** A district's own specialities beside the seventeen categories. */
export type Specialities = Versioned & { names: string[] };
export const specialitiesAt = (district: string): At<Specialities> => specialitiesKey(district);

const kinds = Object.keys(organisationKinds);

/** The organisation as it is listed: below its parent, or in the parent's queue and among its proposer's own. */
export function listed(organisation: Organisation): Organisation {
  const { gx1pk: _, gx1sk: __, gx2pk: ___, gx2sk: ____, ...bare } = organisation;
  const { organisationId, parentId, state, kind, district = '~', proposedBy, proposedAt } = bare;
  const waits = state === 'pending';
  const own = (waits || state === 'rejected') &&
    proposedBy !== undefined && {
      gx1pk: proposedIndex(proposedBy),
      gx1sk: `${proposedAt}#${organisationId}`,
    };
  if (parentId === undefined || state === 'rejected') return { ...bare, ...own };
  const order = String(kinds.indexOf(kind)).padStart(2, '0');
  const place = waits
    ? { gx2pk: proposalsIndex(parentId), gx2sk: `${proposedAt}#${organisationId}` }
    : { gx2pk: childrenIndex(parentId), gx2sk: `${order}#${district}#${organisationId}` };
  return { ...bare, ...own, ...place };
}

/** What everybody may know of it. */
export const cardOf = (organisation: Organisation): OrganisationCard => ({
  organisationId: organisation.organisationId,
  name: organisation.name,
  kind: organisation.kind,
  state: organisation.state,
  ...(organisation.district && { district: organisation.district }),
  categories: organisation.categories,
  specialities: organisation.specialities ?? [],
});
