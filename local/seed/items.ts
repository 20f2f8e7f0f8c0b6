import { writingHistory } from '../../functions/hours/hours.table';
import { activitiesOf, isFew } from './activities';
import { attendanceOf } from './attendance';
import { addCatalogue } from './catalogue-items';
import { addIssuers } from './certificate-items';
import { addDrafts } from './draft-items';
import { addFamily } from './family-items';
import { addImports } from './import-items';
import { addImportedHours } from './imported-items';
import { addNotices } from './notice-items';
import { addOrganisationLife } from './organisation-items';
import { organisationsOf } from './organisations';
import { addRulePacks } from './pack-items';
import type { SeedPerson } from './people';
import { peopleOf } from './people';
import { addDetails } from './people-details';
import { addOrganisations, addPeople } from './people-items';
import { placesOf } from './places';
import { addQueues } from './queue-items';
import { addRecovery } from './recovery-items';
import { addRewards, redemptionDeeds } from './reward-items';
import { fewRewards, rewardsOf, sponsorsOf } from './rewards';
import { addRunning } from './running-items';
import { serviceDeeds } from './service-items';
import { addSettlements } from './settlement-items';
import { addStations } from './station-items';
import { fewOf, stationsOf } from './stations';
import { addSuspicions } from './suspicion-items';
import { addRoots, addTotals } from './totals-items';
import { addTyped } from './typed-items';
import type { Item } from './world';
import { emptyWorld, happen } from './world';

/** `city`: all of Qingdao. `small`: the same people with 8 activities, 6 rewards and some 200 stations. */
export type Size = 'small' | 'city';

/** The whole seed as rows of the table, around `now` (ms). Equal options give equal rows, but for what is sealed. */
export const itemsOf = (options: { now: number; size: Size }) =>
  writingHistory(() => made(options));

function made({ now, size }: { now: number; size: Size }): {
  items: Item[];
  people: SeedPerson[];
} {
  const { streets, communities } = placesOf();
  const all = stationsOf(streets, communities);
  const stations = size === 'city' ? all : fewOf(all);
  const shelf = rewardsOf(all);
  const rewards = size === 'city' ? shelf : fewRewards(shelf);
  const planned = activitiesOf(communities, now);
  const activities = size === 'city' ? planned : planned.filter(isFew);
  const people = peopleOf(now);
  const attendance = attendanceOf(activities, people, now);

  const world = emptyWorld();
  addOrganisations(world, organisationsOf());
  addPeople(world, people, now);
  addDetails(world, now);
  addOrganisationLife(world, now);
  addRewards(world, rewards, sponsorsOf(shelf));
  happen([...serviceDeeds(world, { activities, attendance, now }), ...redemptionDeeds(world, now)]);
  addRunning(world, people, now);
  addSettlements(world, people, now);
  addIssuers(world);
  addQueues(world, people, now);
  addDrafts(world, now);
  addStations(world, stations, now);
  addCatalogue(world, now);
  addNotices(world, now);
  addImports(world, now);
  addRecovery(world, people, now);
  addFamily(world, now);
  addTyped(world, now);
  addSuspicions(world, people, now);
  addRulePacks(world, now);
  addImportedHours(world, now);
  addTotals(world);
  addRoots(world, now);
  return { items: world.items(), people };
}
