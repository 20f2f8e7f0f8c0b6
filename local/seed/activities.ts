import type { Place } from '#shared/activities';
import { dayMs, dayOf, hourMs, minuteMs, minuteOfDay, startOfDay } from '#shared/time';
import type { Beneficiary, Category, District } from '#shared/vocabulary';
import { districts } from '#shared/vocabulary';
import written from './data/activities.json';
import { organiserOf } from './organisations';
import type { Community } from './places';
import type { Chance } from './random';
import { chanceOf } from './random';

/**
 * Forty activities around `now` in every state, and eight older ones that people's hours rest on. Those of today are
 * set relative to `now`, the others to a clock time of a day, so that the picture is the same at whatever hour one starts.
 */
export type PlannedShift = {
  startsAt: number;
  endsAt: number;
  capacity: number;
  /** How many of the crowd have signed up. */
  crowd: number;
  cancelled: boolean;
};
export type PlannedActivity = {
  key: string;
  organisationId: string;
  title: string;
  description: string;
  category: Category;
  beneficiary: Beneficiary;
  district: District;
  place: Place;
  risks: string;
  contact: string;
  shifts: PlannedShift[];
};

type WrittenShift = {
  inMinutes?: number;
  day?: number;
  at?: string;
  lastsMinutes: number;
  capacity: number;
  crowd: number;
  cancelled?: boolean;
};
type Written = (typeof written.activities)[number] & { shifts: WrittenShift[] };

/** In the order written: soonest first, then the past. */
export function activitiesOf(communities: Community[], now: number): PlannedActivity[] {
  const chance = chanceOf('activities');
  const all = [...written.activities, ...written.past] as Written[];
  return all.map((activity, i) => planned(activity, { communities, now, chance, number: i + 1 }));
}

const few = ['beach', 'square-first-aid', 'elder-meal', 'full-museum', 'yesterday-beach'];
const fewMore = ['cancelled-boat', 'park-guide', 'market-law'];
/** The eight that a small city has, and the past. */
export const isFew = ({ key }: PlannedActivity): boolean =>
  few.includes(key) || fewMore.includes(key) || key.startsWith('past');

type Frame = { communities: Community[]; now: number; chance: Chance; number: number };

function planned(activity: Written, frame: Frame): PlannedActivity {
  const { key, title, description } = activity;
  const category = activity.category as Category;
  const district = activity.district as District;
  return {
    key,
    organisationId: organiserOf(district, category),
    title,
    description,
    category,
    beneficiary: activity.beneficiary as Beneficiary,
    district,
    place: placeOf(activity.place, district, frame),
    risks: written.risks[activity.risk as keyof typeof written.risks],
    contact: `领队（演示）0532-5550${9000 + frame.number}`,
    shifts: activity.shifts.map((shift) => shiftOf(shift, frame.now)),
  };
}

/** A landmark, or a kind of place in some community of the district. */
function placeOf(where: string, district: District, { communities, chance }: Frame): Place {
  const landmark = written.landmarks[where as keyof typeof written.landmarks];
  if (landmark) {
    const { latitude, longitude, address } = landmark;
    return { name: where, address, latitude, longitude, radiusMeters: 300 };
  }
  const { name, street, centre } = chance.pick(
    communities.filter((community) => community.street.district === district),
  );
  return {
    name: where.replace('community:', name),
    address: `${districts[district]}${street.name}${name}（演示地址）`,
    latitude: centre.latitude,
    longitude: centre.longitude,
    radiusMeters: 200,
  };
}

function shiftOf(shift: WrittenShift, now: number): PlannedShift {
  const startsAt = startOf(shift, now);
  return {
    startsAt,
    endsAt: startsAt + shift.lastsMinutes * minuteMs,
    capacity: shift.capacity,
    crowd: shift.crowd,
    cancelled: shift.cancelled ?? false,
  };
}

/** Near times fall on whole minutes, those hours away on half hours of the day, as organisers set them. */
function startOf({ inMinutes, day = 0, at = '00:00' }: WrittenShift, now: number): number {
  if (inMinutes === undefined) {
    const [hours = 0, minutes = 0] = at.split(':').map(Number);
    return startOfDay(dayOf(now + day * dayMs)) + (hours * 60 + minutes) * minuteMs;
  }
  const wanted = now + inMinutes * minuteMs;
  if (Math.abs(inMinutes) < 120) return wanted - (wanted % minuteMs);
  return byDay(wanted - (wanted % (30 * minuteMs)), inMinutes < 0 ? 'earlier' : 'later');
}

/** Nobody is asked out at night: what would begin between 21:00 and 7:00 begins the evening before or the morning after. */
function byDay(startsAt: number, move: 'earlier' | 'later'): number {
  const hour = minuteOfDay(startsAt) / 60;
  if (hour >= 7 && hour < 21) return startsAt;
  const morning = startOfDay(dayOf(startsAt + 3 * hourMs)) + 9 * hourMs;
  return move === 'later' ? morning : morning - 15 * hourMs;
}
