import { hourSourceKey, hourSourcesPartition } from '../evidence-keys';
import type { At } from '../platform/table';
import { query } from '../platform/table';
import type { Source } from './source.rules';

export const sourceAt = (source: string): At<Source> => hourSourceKey(source);

/** So many systems are known to a city at most. */
export const sourcesMax = 50;

/** All of them, the newest first. */
export async function allSources(): Promise<Source[]> {
  const { items } = await query<Source>({ pk: hourSourcesPartition, limit: sourcesMax });
  return items.sort((one, other) => other.proposedAt - one.proposedAt);
}
