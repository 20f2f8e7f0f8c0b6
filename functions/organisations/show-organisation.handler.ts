import type { OrganisationShown } from '#shared/organisations';
import { organisationRoutes } from '#shared/organisations';
import { childrenIndex } from '../indexes';
import { handleOpen } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { glance, query, read } from '../platform/table';
import type { Organisation } from './organisation.rules';
import { isPublic, kindsBelow } from './organisation.rules';
import { cardOf, cityAt, memberAt, organisationAt } from './organisation.table';
import { publicOrganisation } from './organisation-for';
import type { May } from './rights';
import { rightsOf } from './rights';

/** The top of the tree, from where one finds every organisation. */
export const city = handleOpen(
  'GET /organisations',
  organisationRoutes['GET /organisations'],
  async () => {
    const [head] = await read(cityAt);
    const [root] = await read(head && organisationAt(head.organisationId));
    return root ? { root: cardOf(root) } : {};
  },
);

/** What everybody may know of an organisation, how the caller stands to it and what they may do there. */
export const showOrganisation = handleOpen(
  'GET /organisations/{organisationId}',
  organisationRoutes['GET /organisations/{organisationId}'],
  async ({ organisationId }, { caller, now }) => {
    const [organisation, member] = await read(
      organisationAt(organisationId),
      caller && memberAt(organisationId, caller.volunteerId),
    );
    if (!organisation) return refuse('not_found');
    const { path } = organisation;
    const [may, above] = await Promise.all([
      rightsOf(caller, path),
      glance(...path.slice(0, -1).map(organisationAt)),
    ]);
    const isOwn = caller !== undefined && organisation.proposedBy === caller.volunteerId;
    const decides = may('PUT /organisations/{organisationId}/decision', path.length - 1);
    if (!isPublic(organisation) && !isOwn && !decides) return refuse('not_found');
    return {
      ...cardOf(organisation),
      above: above.flatMap((one) =>
        one ? [{ organisationId: one.organisationId, name: one.name }] : [],
      ),
      holds: [...kindsBelow(organisation.kind)],
      ...(member && { mine: { state: member.state } }),
      may: mayOf(organisation, may, decides && !isOwn),
      ...(organisation.state === 'rejected' && {
        rejectedBecause: organisation.decided?.reason ?? '',
      }),
      now,
    };
  },
);

/** What is shown for doing; each route asks for itself again. */
function mayOf(organisation: Organisation, may: May, decides: boolean): OrganisationShown['may'] {
  const { path, state } = organisation;
  const is = isPublic(organisation);
  return {
    change: is && may('PUT /organisations/{organisationId}'),
    seeMembers: is && may('GET /organisations/{organisationId}/members'),
    manage: is && may('PUT /organisations/{organisationId}/members/{volunteerId}/roles'),
    invite: state === 'active' && may('POST /organisations/{organisationId}/invitations'),
    verify: is && may('GET /organisations/{organisationId}/proposals'),
    decide: state === 'pending' && decides,
    answerComplaints: is && may('GET /organisations/{organisationId}/complaints'),
    audit: is && may('GET /organisations/{organisationId}/audits'),
    govern: is && may('PUT /organisations/{organisationId}/freeze', path.length - 1),
    keepSpecialities: is && may('PUT /districts/{district}/specialities', 1),
    decideDisputes: is && may('GET /organisations/{organisationId}/disputes'),
    decideTyped: is && may('GET /organisations/{organisationId}/typed-hours'),
    grantTyped: is && may('POST /organisations/{organisationId}/typed-allowance'),
  };
}

/** The organisations directly below one, page by page. */
export const children = handleOpen(
  'GET /organisations/{organisationId}/children',
  organisationRoutes['GET /organisations/{organisationId}/children'],
  async ({ organisationId, limit, cursor }) => {
    await publicOrganisation(organisationId);
    const pk = childrenIndex(organisationId);
    const page = await query<Organisation>({ index: 'gx2', pk, limit, cursor });
    return { organisations: page.items.filter(isPublic).map(cardOf), cursor: page.cursor };
  },
);
