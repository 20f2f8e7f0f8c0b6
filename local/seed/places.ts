import type { Gcj02 } from '#shared/place';
import { metersBetween } from '#shared/place';
import type { District } from '#shared/vocabulary';
import { districtCodes } from '#shared/vocabulary';
import communityNames from './data/communities.json';
import streetNames from './data/streets.json';
import { isInside, mainlandOf, positionE5 } from './polygons';
import type { Chance } from './random';
import { at, chanceOf } from './random';

/**
 * Streets and communities of Qingdao. Names and codes are real; nobody publishes where a community lies, so the centres
 * are made up: spread over the real outline of the district, communities around their street.
 */
export type Street = { code: string; name: string; district: District; centre: Gcj02 };
export type Community = {
  code: string;
  /** As people say it: 大北曲后社区, not 大北曲后社区居民委员会. */
  name: string;
  street: Street;
  centre: Gcj02;
};

const metersPerDegree = 111_195;

/** Roughly where a few streets really are, so that the demo's main district looks like itself. */
const known: Record<string, { latitude: number; longitude: number; radiusMeters: number }> = {
  '370202001': { latitude: 36.067, longitude: 120.3855, radiusMeters: 700 },
  '370202002': { latitude: 36.0535, longitude: 120.301, radiusMeters: 600 },
  '370202004': { latitude: 36.06, longitude: 120.3065, radiusMeters: 500 },
  '370202005': { latitude: 36.064, longitude: 120.3185, radiusMeters: 500 },
  '370202007': { latitude: 36.066, longitude: 120.329, radiusMeters: 600 },
  '370202009': { latitude: 36.058, longitude: 120.345, radiusMeters: 800 },
  '370202010': { latitude: 36.062, longitude: 120.364, radiusMeters: 700 },
  '370202011': { latitude: 36.073, longitude: 120.37, radiusMeters: 600 },
  '370202012': { latitude: 36.079, longitude: 120.395, radiusMeters: 700 },
  '370202013': { latitude: 36.084, longitude: 120.405, radiusMeters: 700 },
  '370202014': { latitude: 36.065, longitude: 120.41, radiusMeters: 800 },
  '370211401': { latitude: 35.765, longitude: 120.162, radiusMeters: 1_500 },
};

/** All 141 streets and 2,120 communities, in the order of their codes. */
export function placesOf(): { streets: Street[]; communities: Community[] } {
  const chance = chanceOf('places');
  const streets = districtCodes.flatMap((district) => streetsOf(district, chance));
  const communities = streets.flatMap((street) => communitiesOf(street, chance));
  return { streets, communities };
}

function streetsOf(district: District, chance: Chance): Street[] {
  const { box } = mainlandOf(district);
  const streets: Street[] = [];
  const anywhere = (): Gcj02 =>
    inside(district, () =>
      rounded(
        box.south + chance.next() * (box.north - box.south),
        box.west + chance.next() * (box.east - box.west),
      ),
    );
  for (const [code, name] of Object.entries(streetNames)) {
    if (!code.startsWith(district)) continue;
    const real = known[code];
    const taken = streets.map(({ centre }) => centre);
    const centre = real ? rounded(real.latitude, real.longitude) : apart(taken, 12, anywhere);
    streets.push({ code, name, district, centre });
  }
  return streets;
}

function communitiesOf(street: Street, chance: Chance): Community[] {
  const radiusMeters = known[street.code]?.radiusMeters ?? streetRadiusMeters(street.district);
  const communities: Community[] = [];
  for (const [code, name] of Object.entries(communityNames)) {
    if (!code.startsWith(street.code)) continue;
    const taken = communities.map(({ centre }) => centre);
    const centre = apart(taken, 6, () =>
      nearby(street.district, street.centre, radiusMeters, chance),
    );
    communities.push({ code, name: spokenName(name), street, centre });
  }
  return communities;
}

/** A position in the district within `radiusMeters` of `centre`, which lies in the district itself. */
export function nearby(
  district: District,
  centre: Gcj02,
  radiusMeters: number,
  chance: Chance,
): Gcj02 {
  return inside(district, () => {
    const away = (radiusMeters * Math.sqrt(chance.next())) / metersPerDegree;
    const turn = chance.next() * 2 * Math.PI;
    const shrink = Math.cos((centre.latitude * Math.PI) / 180);
    return rounded(
      centre.latitude + away * Math.sin(turn),
      centre.longitude + (away * Math.cos(turn)) / shrink,
    );
  });
}

/** 居委会 and 村委会 are the committees; people name the place. */
export function spokenName(official: string): string {
  const place = official
    .replace(/(居民委员会|村民委员会|村民委会|居委会|村委会)$/, '')
    .replace(/社区村$/, '社区');
  return /(社区|村|区|基地)$/.test(place) ? place : `${place}社区`;
}

/** Streets share the mainland's area; the radius of one street's fair share, and a little less. */
function streetRadiusMeters(district: District): number {
  const streets = Object.keys(streetNames).filter((code) => code.startsWith(district)).length;
  const shrink = Math.cos((36.3 * Math.PI) / 180);
  const square = (mainlandOf(district).area * shrink * metersPerDegree ** 2) / streets;
  return 0.5 * Math.sqrt(square);
}

function inside(district: District, draw: () => Gcj02): Gcj02 {
  for (let round = 0; round < 1_000; round++) {
    const position = draw();
    if (isInside(district, position)) return position;
  }
  throw new Error(`no position found inside ${district}`);
}

/** The one of `candidates` drawn positions that lies farthest from those taken. */
function apart(taken: Gcj02[], candidates: number, draw: () => Gcj02): Gcj02 {
  const drawn = Array.from({ length: candidates }, draw);
  const gap = (position: Gcj02): number =>
    Math.min(...taken.map((other) => metersBetween(position, other)));
  return drawn.reduce(
    (best, position) => (gap(position) > gap(best) ? position : best),
    at(drawn, 0),
  );
}

const rounded = (latitude: number, longitude: number): Gcj02 =>
  positionE5(Math.round(latitude * 1e5), Math.round(longitude * 1e5));
