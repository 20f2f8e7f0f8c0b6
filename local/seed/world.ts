import type { At, Key, Write } from '../../functions/platform/table';

/** A row of the table as it is put. */
export type Item = Key & Record<string, unknown>;

/**
 * The table while it is being made up: what the product's own code would write is kept here, the last state of each
 * key, in the order the keys first appeared.
 */
export type World = {
  put: <T extends object>(at: At<T>, item: T) => void;
  /** Takes what a commit would have written; only puts can be taken. */
  take: (writes: readonly Write<string>[]) => void;
  get: <T>(at: At<T>) => T | undefined;
  items: () => Item[];
};

export function emptyWorld(): World {
  const items = new Map<string, Item>();
  const nameOf = ({ pk, sk }: Key): string => `${pk}\n${sk}`;
  const keep = (item: Item): void => {
    items.set(nameOf(item), item);
  };
  return {
    put: ({ pk, sk }, item) => keep({ ...item, pk, sk }),
    take(writes) {
      for (const { Put } of writes) {
        if (!Put?.Item) throw new Error('the seed can only take puts');
        keep(Put.Item as Item);
      }
    },
    get: <T>(at: At<T>) => items.get(nameOf(at)) as T | undefined,
    items: () => [...items.values()],
  };
}

/** Something that happened at a time (ms). Ledgers grow in that order. */
export type Deed = { at: number; run: () => void };

export function happen(deeds: Deed[]): void {
  for (const deed of [...deeds].sort((a, b) => a.at - b.at)) deed.run();
}
