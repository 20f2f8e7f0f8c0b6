import type { Proposal } from '#shared/organisations';
import type { OrganisationKind, Role } from '#shared/vocabulary';
import { membershipsIndex } from '../../functions/indexes';
import { cityKey, memberKey, organisationKey } from '../../functions/keys';
import { newRequestId } from '../../miniapp/src/ids';
import type { Person } from './given';
import { putAll } from './put-all';

/** Organisations with a kind and a parent, as a city has them from its beginning. */
const table = () =>
  require('../../functions/organisations/organisation.table') as typeof import('../../functions/organisations/organisation.table');

export type Given = { organisationId: string; name: string; path: string[] };
type Plan = {
  kind: OrganisationKind;
  under?: Given;
  members?: [Person, ...Role[]][];
  name?: string;
};

let made = 0;

export async function given({ kind, under, members = [], name }: Plan): Promise<Given> {
  made += 1;
  const organisationId = (0xabc000000000 + made).toString(16);
  const called = name ?? `第${made}号组织`;
  const path = [...(under?.path ?? []), organisationId];
  const organisation = table().listed({
    ...{ version: 1, organisationId, name: called, kind, state: 'active', path, categories: [] },
    ...(under && { parentId: under.organisationId }),
  });
  await putAll([{ ...organisationKey(organisationId), ...organisation }]);
  await putAll(
    members.map(([{ volunteerId }, ...roles]) => ({
      ...memberKey(organisationId, volunteerId),
      ...{ version: 1, organisationId, organisationName: called, volunteerId, roles, since: 0 },
      ...{ maskedName: '李*', state: 'active' },
      gx1pk: membershipsIndex(volunteerId),
      gx1sk: `O#${organisationId}`,
    })),
  );
  return { organisationId, name: called, path };
}

/** Says which organisation is the city's own. */
export const makeCity = ({ organisationId }: Given): Promise<void> =>
  putAll([{ ...cityKey, organisationId }]);

/** A proposal as a form sends it. */
export const proposal = (under: Given, more: Partial<Proposal> = {}): Proposal => ({
  ...{ requestId: newRequestId(), parentId: under.organisationId, name: '海边净滩小分队' },
  ...{ kind: 'squad', categories: ['environment'], specialities: [], audiences: [] },
  ...more,
});
