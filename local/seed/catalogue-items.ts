import type { Activity } from '../../functions/activities/activity.rules';
import { shiftAt } from '../../functions/activities/activity.table';
import { catalogueOf } from '../../functions/catalogue/publish-catalogue';
import { isActivityKey, isOrganisationKey } from '../../functions/keys';
import type { Organisation } from '../../functions/organisations/organisation.rules';
import { activityEntry, organisationEntry } from '../../functions/search/entries.projection';
import type { Entry } from '../../functions/search/search.rules';
import { searchPack } from '../../functions/search/search.table';
import { addPack } from './packs';
import type { Item, World } from './world';

/** What can be found among all that was made up so far, and the pack of it, published. */
export function addCatalogue(world: World, now: number): void {
  const written = world.items().flatMap((item) => entriesOf(world, item, now));
  world.take(written);
  const entries = written.flatMap(({ Put }) => {
    const item = Put?.Item as (Item & Entry) | undefined;
    if (!item || item.name === '') return [];
    const { pk: _, sk: __, expiresAt: ___, ...entry } = item;
    return [entry];
  });
  addPack(world, searchPack, { ...catalogueOf(entries), now });
}

function entriesOf(world: World, item: Item, now: number) {
  if (isOrganisationKey(item)) return [organisationEntry(item as unknown as Organisation, now)];
  if (!isActivityKey(item)) return [];
  const activity = item as unknown as Activity;
  if (activity.publishedAt === undefined) return [];
  return [
    activityEntry(activity, {
      shifts: activity.shiftIds.map((shift) => world.get(shiftAt(shift))),
      now,
    }),
  ];
}
