import type { ProposalRow } from '#shared/organisations';
import { proposedIndex } from '../indexes';
import { refuse } from '../platform/refuse';
import { query, read } from '../platform/table';
import type { Organisation } from './organisation.rules';
import { cardOf, organisationAt, specialitiesAt } from './organisation.table';

const ownMax = 20;

/** What somebody has proposed that is not verified, the newest first. */
export async function proposalsOf(volunteerId: string): Promise<Organisation[]> {
  const pk = proposedIndex(volunteerId);
  const page = await query<Organisation>({ index: 'gx1', pk, limit: ownMax, newestFirst: true });
  return page.items;
}

/** Proposals as those who verify them and their proposers see them. */
export async function proposalRows(organisations: Organisation[]): Promise<ProposalRow[]> {
  const parentIds = new Set(organisations.map(({ parentId = '' }) => parentId));
  const parents = await read(...[...parentIds].map(organisationAt));
  const names = new Map(parents.map((one) => [one?.organisationId, one?.name]));
  return organisations.map((one) => ({
    ...cardOf(one),
    parentName: names.get(one.parentId) ?? '',
    proposerName: one.proposerName ?? '',
    proposedAt: one.proposedAt ?? 0,
    ...(one.state === 'rejected' && { rejectedBecause: one.decided?.reason ?? '' }),
  }));
}

/** What an organisation calls its specialities must stand on its district's list. */
export async function demandSpecialities(district: string | undefined, names: readonly string[]) {
  if (names.length === 0) return;
  const [list] = await read(district ? specialitiesAt(district) : undefined);
  if (!names.every((name) => list?.names.includes(name))) refuse('speciality_unknown');
}
