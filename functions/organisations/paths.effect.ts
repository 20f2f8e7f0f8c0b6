import { isOrganisationKey } from '../keys';
import type { Change } from '../platform/stream';
import { commit, read, replace, unchanged, untilWon } from '../platform/table';
import { childPages } from './height';
import type { Organisation } from './organisation.rules';
import { organisationAt } from './organisation.table';

/**
 * Paths follow a move, level by level: each organisation takes its parent's path as it is now, and its own change
 * brings its children's turn. The base items decide, so a change that is delivered twice, late or out of order writes
 * nothing wrong. One that appears while its parent moves sets itself right.
 */
export async function followParents({ key, before, after }: Change): Promise<void> {
  if (!isOrganisationKey(key)) return;
  const [was, is] = [before as Organisation | undefined, after as Organisation | undefined];
  if (!is) return;
  await follow(is.organisationId);
  if (was?.path.join() === is.path.join()) return;
  for await (const page of childPages(is.organisationId)) {
    for (const child of page) await follow(child.organisationId);
  }
}

async function follow(organisationId: string): Promise<void> {
  await untilWon(async () => {
    const [organisation] = await read(organisationAt(organisationId));
    if (!organisation?.parentId) return;
    const [parent] = await read(organisationAt(organisation.parentId));
    if (!parent) return;
    const path = [...parent.path, organisationId];
    if (path.join() === organisation.path.join()) return;
    await commit([
      replace(organisationAt(organisationId), { ...organisation, path }),
      unchanged(organisationAt(parent.organisationId), parent),
    ]);
  });
}
