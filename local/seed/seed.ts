import type { Role } from '#shared/vocabulary';
import type { Size } from './items';
import { itemsOf } from './items';
import type { SeedPerson } from './people';
import { openidOf } from './people';
import type { Item } from './world';

/** Somebody one can be in the demo. `openid` is what the local cloud's WeChat says; `note` says what one can try. */
export type Person = { key: string; openid: string; name: string; note: string; roles: Role[] };
type Options = { now: number; size: Size };

/** One request of the table takes 25 rows; so many requests are under way at once. */
const batchSize = 25;
const lanes = 8;

/** Fills an empty table with Qingdao around `now` (ms) and says whom one can be. */
export async function seed(
  put: (items: Item[]) => Promise<void>,
  options: Options,
): Promise<{ people: Person[] }> {
  const { items, people } = itemsOf(options);
  const batches: Item[][] = [];
  for (let from = 0; from < items.length; from += batchSize) {
    batches.push(items.slice(from, from + batchSize));
  }
  const lane = async (): Promise<void> => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) await put(batch);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { people: shownPeople(people) };
}

const shownPeople = (people: SeedPerson[]): Person[] =>
  people.flatMap(({ key, name, note, memberships }) =>
    note === undefined
      ? []
      : [
          {
            key,
            openid: openidOf(key),
            name,
            note,
            roles: memberships.flatMap(({ roles }) => roles),
          },
        ],
  );
