import { hoursRoutes } from '#shared/hours';
import { monthOf } from '#shared/time';
import { rootsPartition } from '../evidence-keys';
import { urlToGet } from '../platform/files';
import { handleOpen } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { glance, query } from '../platform/table';
import type { Root } from './root.table';
import { rootAt } from './root.table';
import { rootFilesOf } from './root-file';

const daysMax = 31;

export const roots = handleOpen(
  'GET /roots',
  hoursRoutes['GET /roots'],
  async ({ month: asked }, { now }) => {
    const month = asked ?? monthOf(now);
    const { items } = await query<Root>({
      pk: rootsPartition(month),
      limit: daysMax,
      newestFirst: true,
    });
    return { month, roots: items.map(rowOf) };
  },
);

export const rootOfDay = handleOpen(
  'GET /roots/{day}',
  hoursRoutes['GET /roots/{day}'],
  async ({ day }) => {
    const [root] = await glance(rootAt(day));
    if (!root) return refuse('not_found');
    const signed = await Promise.all(rootFilesOf(root).map((file) => urlToGet(file)));
    return { ...rowOf(root), fileUrls: signed.map(({ url }) => url) };
  },
);

const rowOf = ({ day, root, previous, entries, at }: Root): Root => ({
  ...{ day, root, previous, entries, at },
});
