import { childrenIndex, proposalsIndex } from '../indexes';
import { pagesOf } from '../platform/pages';
import { refuse } from '../platform/refuse';
import type { Organisation } from './organisation.rules';
import { depthMax, kindsBelow } from './organisation.rules';

const pageSize = 50;
/** So many pages are looked at; a move is no place for a walk through half the city. */
const pagesMax = 300;

/** Everything that names an organisation as its parent, in pages; what waits to be verified as well. */
export async function* childPages(organisationId: string): AsyncGenerator<Organisation[]> {
  for (const pk of [childrenIndex(organisationId), proposalsIndex(organisationId)]) {
    yield* pagesOf<Organisation>({ index: 'gx2', pk, limit: pageSize });
  }
}

const holdsOthers = ({ kind }: Organisation): boolean => kindsBelow(kind).length > 0;

/** How many levels stand below an organisation: a bounded look, level by level. */
export async function heightBelow(organisation: Organisation): Promise<number> {
  let level = [organisation].filter(holdsOthers);
  let pages = 0;
  for (let height = 0; height < depthMax; height++) {
    const next: Organisation[] = [];
    for (const { organisationId } of level) {
      for await (const page of childPages(organisationId)) {
        if (++pages > pagesMax) refuse('tree_too_wide');
        next.push(...page);
      }
    }
    if (next.length === 0) return height;
    level = next.filter(holdsOthers);
  }
  return depthMax;
}
