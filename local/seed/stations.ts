import type { Gcj02 } from '#shared/place';
import type { District, StationKind, StationService } from '#shared/vocabulary';
import { districtCodes, districts, stationServices } from '#shared/vocabulary';
import { idFor } from '../../functions/platform/ids';
import type { Community, Street } from './places';
import { nearby } from './places';
import type { Chance } from './random';
import { at, chanceOf } from './random';
import type { Venue } from './venues';
import { ruralVenues, urbanVenues } from './venues';

/**
 * The city's 6,800 stations: the 文明实践 tree on every district, street and community, and 学雷锋 stations for the rest.
 * There is no open list of real ones: the names of the communities are real, the stations are made up and say so.
 */
export type Station = {
  stationId: string;
  name: string;
  kind: StationKind;
  district: District;
  street: string;
  address: string;
  /** Made up: the stations are numbered through one block of ten thousand. */
  phone: string;
  position: Gcj02;
  /** Index of `hoursTable`. */
  hours: number;
  services: StationService[];
};
type Sited = Omit<Station, 'phone'>;

export const stationCount = 6_800;

/** How much denser people live and stations stand than in the countryside. */
const density: Record<District, number> = {
  '370202': 8,
  '370203': 5,
  '370211': 2,
  '370212': 2.5,
  '370213': 3.5,
  '370214': 1.7,
  '370215': 1.5,
  '370281': 1.3,
  '370283': 1,
  '370285': 1,
};
const urban: readonly District[] = ['370202', '370203', '370212', '370213'];

/** Centres first, then halls, villages and 学雷锋 stations, each in the order of the codes. */
export function stationsOf(streets: Street[], communities: Community[]): Station[] {
  const chance = chanceOf('stations');
  const tree = [
    ...districtCodes.map((district) => centreOf(district, streets, chance)),
    ...streets.map((street) => hallOf(street, chance)),
    ...communities.map((community) => villageOf(community, chance)),
  ];
  const counts = shares(communities, stationCount - tree.length);
  const more = communities.flatMap((community, i) => leiFengOf(community, at(counts, i), chance));
  return [...tree, ...more].map((station, i) => ({
    ...station,
    services: inOrder.filter((service) => station.services.includes(service)),
    phone: `0532-5550${String(i).padStart(4, '0')}`,
  }));
}
const inOrder = Object.keys(stationServices) as StationService[];

/** Rewards are handed out at every centre, and at the halls of the district where the demo plays. */
export const redeemsAt = ({ services }: Pick<Station, 'services'>): boolean =>
  services.includes('redemption');
const redeemingHalls: District = '370202';

/** A few of every district, with every station that hands out rewards: about 200. */
export function fewOf(stations: Station[]): Station[] {
  return districtCodes.flatMap((district) => {
    const own = stations.filter((station) => station.district === district);
    const redeeming = own.filter(redeemsAt);
    const others = own.filter((station) => !redeemsAt(station));
    const step = Math.floor(others.length / 19);
    return [...redeeming, ...others.filter((_, i) => i % step === 0).slice(0, 19)];
  });
}

function centreOf(district: District, streets: Street[], chance: Chance): Sited {
  const street = at(
    streets.filter((one) => one.district === district),
    0,
  );
  return {
    stationId: idFor('seed station', district),
    name: `${districts[district]}新时代文明实践中心`,
    kind: 'centre',
    district,
    street: street.name,
    address: `${districts[district]}${street.name}（演示地址）`,
    position: nearby(district, street.centre, 300, chance),
    hours: 0,
    services: [
      'water',
      'charging',
      'umbrella',
      'first_aid',
      'rest',
      'guidance',
      'reading',
      'redemption',
    ],
  };
}

function hallOf(street: Street, chance: Chance): Sited {
  const { code, name, district, centre } = street;
  const base: StationService[] = ['water', 'rest', 'guidance', 'reading'];
  const redeems = district === redeemingHalls;
  return {
    stationId: idFor('seed station', code),
    name: `${name}新时代文明实践所`,
    kind: 'hall',
    district,
    street: name,
    address: `${districts[district]}${name}（演示地址）`,
    position: nearby(district, centre, 300, chance),
    hours: redeems ? 4 : chance.pick([0, 1, 3]),
    services: [
      ...base,
      ...some(['charging', 'umbrella', 'first_aid'], chance),
      ...(redeems ? redemption : []),
    ],
  };
}
const redemption: StationService[] = ['redemption'];

function villageOf(community: Community, chance: Chance): Sited {
  const always: StationService[] = ['rest', 'guidance'];
  return {
    ...siteOf(community, chance),
    stationId: idFor('seed station', community.code),
    name: `${community.name}新时代文明实践站`,
    kind: 'village',
    hours: chance.pick([0, 1, 2, 3, 10, 11]),
    services: [
      ...always,
      ...some(['water', 'reading', 'blood_pressure', 'reading_glasses'], chance),
    ],
  };
}

function leiFengOf(community: Community, count: number, chance: Chance): Sited[] {
  const venues = urban.includes(community.street.district) ? urbanVenues : ruralVenues;
  return chance
    .shuffled(venues)
    .slice(0, count)
    .map((venue) => leiFengAt(community, venue, chance));
}

function leiFengAt(community: Community, venue: Venue, chance: Chance): Sited {
  return {
    ...siteOf(community, chance),
    stationId: idFor('seed station', community.code, venue.name),
    name: `${community.name}${venue.name}学雷锋志愿服务站`,
    kind: 'lei_feng',
    hours: chance.pick(venue.hours),
    services: [...venue.always, ...some(venue.sometimes, chance)],
  };
}

function siteOf({ name, street, centre }: Community, chance: Chance) {
  const { district } = street;
  return {
    district,
    street: street.name,
    address: `${districts[district]}${street.name}${name}（演示地址）`,
    position: nearby(district, centre, urban.includes(district) ? 250 : 500, chance),
  };
}

const some = (services: readonly StationService[], chance: Chance): StationService[] =>
  services.filter(() => chance.next() < 0.5);

/** Deals `total` out to the communities by density; what rounding leaves goes to the largest remainders. */
function shares(communities: Community[], total: number): number[] {
  const weights = communities.map(({ street }) => density[street.district]);
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const whole = exact.map(Math.floor);
  const left = total - whole.reduce((a, b) => a + b, 0);
  const first = exact
    .map((share, i) => ({ i, rest: share - Math.floor(share) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i)
    .slice(0, left)
    .map(({ i }) => i);
  for (const i of first) whole[i] = at(whole, i) + 1;
  return whole;
}
