import type { Response } from '#shared/api';
import { searchRoutes } from '#shared/finding';
import { handleOpen } from '../platform/handle';
import { packReader } from '../platform/packs';
import type { Entry, Indexed } from './search.rules';
import { find, termsOf } from './search.rules';
import { searchPack } from './search.table';

const catalogue = packReader<Indexed[]>(searchPack, () => ({ version: 'none', content: [] }));

const perKind = 20;

/** Activities and organisations whose name holds what was typed, in characters or in pinyin. */
export const search = handleOpen(
  'GET /search',
  searchRoutes['GET /search'],
  async ({ q }, { now }) => {
    const entries = await catalogue.content(now);
    const question = { terms: termsOf(q), now, limit: perKind };
    return {
      activities: find(entries, { ...question, kind: 'activity' }).map(foundOf),
      organisations: find(entries, { ...question, kind: 'organisation' }).map(foundOf),
      now,
    };
  },
);

type Found = Response<'GET /search'>['activities'][number];

const foundOf = ({ id, name, of, district, startsAt }: Entry): Found => ({
  id,
  name,
  ...(of !== undefined && { of }),
  ...(district && { district }),
  ...(startsAt !== undefined && { startsAt }),
});
