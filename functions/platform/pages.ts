import { query } from './table';

/** A partition to be gone through; `cursor` is ours. */
type Walk = Omit<Parameters<typeof query>[0], 'cursor' | 'limit'> & { limit?: number };

const pageSize = 100;

/** Every page of a partition, in its order: for jobs and for collecting. A request answers one page. */
export async function* pagesOf<T>({ limit = pageSize, ...walk }: Walk): AsyncGenerator<T[]> {
  let cursor: string | undefined;
  do {
    const page = await query<T>({ ...walk, limit, cursor });
    yield page.items;
    cursor = page.cursor;
  } while (cursor);
}

/** Every item of a partition, in its order; no further page is read than is asked for. */
export async function* itemsOf<T>(walk: Walk): AsyncGenerator<T> {
  for await (const page of pagesOf<T>(walk)) yield* page;
}
